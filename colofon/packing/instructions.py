"""Interior and cover for one printer -> the sheet that tells how the book is to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from colofon import printers
from colofon.preflight.job import Job

WIDTH = 14
"""Of the column of names."""


def key(job: Job) -> str:
    """Return the name by which the front matter calls a job's printer."""
    return next(name for name in printers.names() if printers.printer(name) == job.printer)


def sheet(inside: Job, cover: Job) -> str:
    """Write the sheet, in plain text and in English, as the printers' own pages are."""
    heading = f"{inside.front.title}: for {inside.printer.name}"
    lines = (f"{name:{WIDTH}}{value}" for name, value in _rows(inside, cover))
    return "\n".join([heading, "", *lines, "", *_steps(inside, cover), ""])


def _rows(inside: Job, cover: Job) -> Iterator[tuple[str, str]]:
    """Yield what the printer asks for in its forms."""
    front = inside.front
    yield "Title", front.title
    yield "By", ", ".join(each.name for each in front.authors)
    if inside.isbn:
        yield "ISBN", str(front.isbn.print)
    width, height = inside.trim
    yield "Trim", f"{width:g} × {height:g} mm ({width / 25.4:.3f} × {height / 25.4:.3f} in)"
    yield "Pages", f"{inside.pages}, {_blank(inside)}"
    yield "Paper", f"{inside.paper.name}, {inside.paper.caliper:g} mm a leaf"
    yield "Interior", _part(inside, "black ink (1/1)")
    yield "Cover", _part(cover, "four colours outside (4/0)")
    yield "Spine", f"{cover.spine:.2f} mm"
    across, up = cover.size
    yield "Cover, flat", f"{across:.2f} × {up:g} mm without its bleed"
    yield "Requirements", f"{inside.printer.name}, as read on {inside.printer.version}"


def _blank(job: Job) -> str:
    """Say whether the last page is left empty."""
    wanted = job.printer.pages.last_blank
    return "the last one empty for the printer's mark" if wanted else "with blank ones at the end"


def _part(job: Job, inks: str) -> str:
    """Say how a part is made."""
    asked = job.asked
    marks = "crop and registration marks" if asked.marks else "no marks"
    bleed = f"{asked.bleed:g} mm of bleed" if asked.bleed else "no bleed"
    profile = f"profile {asked.profile} embedded" if asked.profile else "no profile embedded"
    ink = f"at most {asked.ink_limit} % of ink"
    return "; ".join([asked.standard, inks, f"{asked.condition}, {profile}", bleed, marks, ink])


def _steps(inside: Job, cover: Job) -> Iterator[str]:
    """Yield what to send as what."""
    yield f"1. Send {inside.path.name} as the interior: single pages, the first a right-hand one."
    yield f"2. Send {cover.path.name} as the cover: back, spine and front on one page."
    yield "3. Choose trim, paper and ink as above; binding: paperback, glued, cut on three sides."
    yield "4. Do not let the printer scale, trap or convert the files: they are final."
    yield "5. Order a proof, and compare its spine with the sheet above before the run."
