"""In print every note stands wholly on the page where it is called."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from colofon.finding import Finding, Place, Severity
from colofon.readers import master as master_reader
from colofon.readers import pdf_geometry
from colofon.readers.pdf_geometry import Printed
from colofon.readers.pdf_lines import Standing
from colofon.readers.words import Note
from colofon.source import Master

LEADING = 1.235
"""Type sizes from one line of a note to the next, where a note has one line only."""


def check(
    *, master: Master, ast: dict[str, Any], print_pdf: Path, archive_pdf: Path
) -> Generator[Finding, None, dict[str, int]]:
    """Find each note's call, its beginning and its end on the pages of the finished PDF.

    Its links, by which calls are known, are in the archive's PDF of the same pages. A note that
    begins or ends on the page after its call is a warning that says why. Anything else is an
    error, above all a note that is nowhere.
    """
    printed = pdf_geometry.read(print_pdf, archive_pdf)
    pages = _pages(printed)
    notes = master_reader.read(ast, master.path).notes
    whole = 0
    for note in notes:
        stands = _stand(note, printed)
        whole += stands.called == stands.begun == stands.ended is not None
        yield from _found(note, stands, pages, print_pdf.name)
    counts = {"notes": len(printed.noted), "notes wholly on the page of their call": whole}
    counts["pages with notes"] = len({mark.page for mark in (*printed.calls, *printed.starts)})
    counts["words on pages"] = len(printed.text.body)
    return {key: count for key, count in counts.items() if count}


@dataclass(frozen=True)
class _Stand:
    """Where a note is: the pages of its call, beginning and end (from 1), and its size in pt."""

    called: int | None
    begun: int | None
    ended: int | None
    height: float = 0
    call: float = 0
    """The height of its call's line above the foot of the page."""


@dataclass(frozen=True)
class _Pages:
    """The first and the last line that pages have, in pt from their foot."""

    head: float
    foot: float


def _pages(printed: Printed) -> _Pages:
    """Find the highest and the lowest line of the text and the notes."""
    every = itertools.chain(printed.lines, *printed.noted.values())
    heights = [standing.line.baseline for standing in every] or [0]
    return _Pages(max(heights), min(heights))


def _stand(note: Note, printed: Printed) -> _Stand:
    """Find the first call of a note, and its lines."""
    call = next((mark for mark in printed.calls if mark.number == note.number), None)
    start = next((mark for mark in printed.starts if mark.number == note.number), None)
    lines = printed.noted.get(note.number, [])
    begun = start.page if start else None
    return _Stand(
        called=call.page if call else None,
        begun=begun,
        ended=lines[-1].page if lines else begun,
        height=_height(lines),
        call=call.baseline if call else 0,
    )


def _height(lines: list[Standing]) -> float:
    """Measure a note: its lines, each as high as most of them are."""
    steps = [
        above.line.baseline - below.line.baseline
        for above, below in itertools.pairwise(lines)
        if above.page == below.page
    ]
    leading = statistics.median(steps) if steps else 0
    size = lines[0].line.size if lines else 0
    return len(lines) * (leading or LEADING * size)


def _found(note: Note, stands: _Stand, pages: _Pages, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the pages on which a note is called, begins and ends."""
    called, begun, ended = stands.called, stands.begun, stands.ended
    place = Place(file, part=f"page {called}" if called else "")
    other = note.words[0].place if note.words else None
    if begun is None:
        message = f"Note {note.number} stands on no page."
        yield Finding("missing-note", message, place, other=other)
    elif called is None:
        message = f"Note {note.number} is called on no page."
        yield Finding("missing-call", message, place, other=other)
    elif begun != called or ended != called:
        code, verb = ("late-note", "begins") if begun != called else ("parted-note", "ends")
        page = begun if begun != called else ended
        message = f"Note {note.number} is called on page {called} and {verb} on page {page}."
        why, hint = _why(stands, pages)
        late = Severity.WARNING if begun in {called, called + 1} else Severity.ERROR
        yield Finding(code, f"{message} {why}", place, hint, late, other)


def _why(stands: _Stand, pages: _Pages) -> tuple[str, str]:
    """Say why a note is not wholly on the page of its call, and what would mend it."""
    if stands.height > pages.head - pages.foot:
        return "It is longer than a page.", "Shorten the note, or make two of it."
    room = stands.call - pages.foot
    if stands.height > room:
        why = f"It is {stands.height:.0f} pt high, and below its call are {max(room, 0):.0f} pt."
        return why, "Change the words before the call, so that it stands higher on its page."
    why = "Other notes of the page leave it no room."
    return why, "Shorten a note of the page, or call this one on another."
