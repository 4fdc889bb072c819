"""Ink on paper, as Ghostscript separates the pages."""

from __future__ import annotations

from collections.abc import Iterator

from colofon import ghostscript
from colofon.preflight.job import Job
from colofon.preflight.rule import INTERIOR, Fault, rule

RESOLUTION = 100
"""Pixels to the inch at which ink is added up: 0.25 mm, as small as a spot may be."""

TRACE = 0.00001
"""The part of a page below which an ink is not there: ten in a million."""

ROUNDING = 1.0
"""Per cent by which eight bits for each ink may be wrong."""


@rule(
    "one-ink",
    "the book: its interior is printed in one ink",
    "Use black and its shades.",
    parts=INTERIOR,
    tool="Ghostscript",
)
def one_ink(job: Job) -> Iterator[Fault]:
    """There is no cyan, magenta or yellow on any page of the interior."""
    for number, inks in enumerate(ghostscript.ink_coverage(job.path), 1):
        if max(inks[:3]) > TRACE:
            found = ", ".join(f"{100 * each:.3f} %" for each in inks[:3])
            yield Fault(f"Cyan, magenta and yellow cover {found} of the page.", number)


@rule(
    "total-ink",
    "the printer: interior.ink_limit, cover.ink_limit",
    "Use less ink.",
    tool="Ghostscript",
)
def total_ink(job: Job) -> Iterator[Fault]:
    """No more ink meets in one place than the printer can dry."""
    limit = job.asked.ink_limit
    for number, most in enumerate(ghostscript.total_ink(job.path, RESOLUTION), 1):
        if most > limit + ROUNDING:
            yield Fault(f"{most:.0f} % of ink meet in one place; {limit} % are the most.", number)


@rule(
    "renders",
    "ISO 32000-1: what a press's own interpreter stumbles over",
    "Mend what Ghostscript complains of.",
    tool="Ghostscript",
)
def renders(job: Job) -> Iterator[Fault]:
    """Ghostscript draws every page without a complaint."""
    for complaint in ghostscript.complaints(job.path):
        yield Fault(f"Ghostscript says: {complaint}")
