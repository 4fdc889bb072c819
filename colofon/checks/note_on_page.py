"""In print every note begins on the page where it is called."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from colofon.finding import Finding, Place, Severity
from colofon.readers import master as master_reader
from colofon.readers import pdf_geometry
from colofon.readers.words import Note
from colofon.source import Master


def check(
    *, master: Master, ast: dict[str, Any], print_pdf: Path, archive_pdf: Path
) -> Generator[Finding, None, dict[str, int]]:
    """Find each note's call and its beginning on the pages of the finished PDF.

    Its links, by which calls are known, are in the archive's PDF of the same pages. A note on
    the page after its call is a warning: it can happen where a page has no
    room. Anything else is an error, above all a note that is nowhere.
    """
    printed = pdf_geometry.read(print_pdf, archive_pdf)
    calls = {mark.number: mark.page for mark in reversed(printed.calls)}
    starts = {mark.number: mark.page for mark in reversed(printed.starts)}
    notes = master_reader.read(ast, master.path).notes
    for note in notes:
        yield from _stands(note, calls.get(note.number), starts.get(note.number), print_pdf.name)
    pages = {mark.page for mark in (*printed.calls, *printed.starts)}
    counts = {"notes": len(starts), "pages with notes": len(pages)}
    counts["words on pages"] = len(printed.text.body)
    return {key: count for key, count in counts.items() if count}


def _stands(note: Note, called: int | None, begun: int | None, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the pages (from 1) where a note is called and begins."""
    place = Place(file, part=f"page {called}" if called else "")
    other = note.words[0].place if note.words else None
    if begun is None:
        message = f"Note {note.number} stands on no page."
        yield Finding("missing-note", message, place, other=other)
    elif called is None:
        message = f"Note {note.number} is called on no page."
        yield Finding("missing-call", message, place, other=other)
    elif begun != called:
        hint = "Change the words around the call, so that the note finds room."
        message = f"Note {note.number} is called on page {called} and begins on page {begun}."
        late = Severity.WARNING if begun == called + 1 else Severity.ERROR
        yield Finding("late-note", message, place, hint, late, other)
