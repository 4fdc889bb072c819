"""The check of where notes stand in print: silent on a good work, precise on a bad one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from colofon import pandoc
from colofon.checks.note_on_page import check
from colofon.finding import Finding, Severity
from colofon.source import Master
from finished import examine, outcome
from sheets import CONTENTS, SIZE, SMALL, Sheet, book

MASTER = Master("m.md", "word[^a] after\n\n[^a]: The note.")
EMPTY = Sheet(pieces=[(50, 500, SIZE, "more text")])
END = Sheet(pieces=[(50, 500, SIZE, "Colophon")])


def call(page: int) -> Sheet:
    """Set a page that calls note 1, which begins on the sheet of index `page`."""
    pieces = [(50, 500, SIZE, "word"), (72.8, 504, 6, "1"), (76.2, 500, SIZE, " after")]
    return Sheet(pieces=pieces, links=[((72, 495, 77, 512), page, 50, 109)])


def note(page: int) -> Sheet:
    """Set a page with note 1 at its foot, which is called on the sheet of index `page`."""
    pieces = [(50, 500, SIZE, "more text"), (50, 100, SMALL, "1. The note.")]
    return Sheet(pieces=pieces, links=[((50, 98, 60, 109), page, 72.8, 512)])


def run(tmp_path: Path, *sheets: Sheet) -> tuple[list[Finding], dict[str, int]]:
    """Run the check on sheets."""
    ast: dict[str, Any] = pandoc.parse(MASTER, 1)[0]
    path = book(tmp_path / "book.pdf", CONTENTS, *sheets, END)
    return outcome(check(master=MASTER, ast=ast, print_pdf=path, archive_pdf=path))


def test_good_notes_stand_on_the_page_of_their_call() -> None:
    """Nothing is found in our own edition, whose notes were all seen."""
    findings, evidence = examine("note-on-page")
    assert [] == findings
    assert evidence["notes"] >= 12


def test_a_good_sheet_is_sound(tmp_path: Path) -> None:
    """A call and its note on one page are as it should be."""
    sheet = Sheet(
        pieces=[*call(1).pieces, note(1).pieces[1]], links=[*call(1).links, *note(1).links]
    )
    assert [] == run(tmp_path, sheet)[0]


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ([call(2), note(1)], ("late-note", Severity.WARNING, "page 2")),
        ([call(3), EMPTY, note(1)], ("late-note", Severity.ERROR, "page 2")),
        ([note(2), call(1)], ("late-note", Severity.ERROR, "page 3")),
        ([call(1)], ("missing-note", Severity.ERROR, "page 2")),
        ([note(1)], ("missing-call", Severity.ERROR, "")),
    ],
    ids=["next page", "far away", "before its call", "nowhere", "never called"],
)
def test_bad_places_are_told(
    sheets: list[Sheet], expected: tuple[str, Severity, str], tmp_path: Path
) -> None:
    """A note on another page, or on none, is told with the page of its call."""
    [found], _ = run(tmp_path, *sheets)
    assert expected == (found.code, found.severity, found.place.part)
    assert found.other
    assert ("m.md", 3) == (found.other.file, found.other.line)


def test_a_bad_end_is_told(tmp_path: Path) -> None:
    """A note that begins with its call and ends on the next page is a warning that says so."""
    rest = Sheet(pieces=[(50, 500, SIZE, "more text"), (50, 100, SMALL, "It goes on.")])
    sheet = Sheet(
        pieces=[*call(1).pieces, note(1).pieces[1]], links=[*call(1).links, *note(1).links]
    )
    [found], evidence = run(tmp_path, sheet, rest)
    assert ("parted-note", Severity.WARNING, "page 2") == (
        found.code,
        found.severity,
        found.place.part,
    )
    assert "ends on page 3" in found.message
    assert "notes wholly on the page of their call" not in evidence


@pytest.mark.parametrize(
    ("height", "lines", "why"),
    [
        (500, 1, "Other notes of the page leave it no room."),
        (112, 3, "It is 32 pt high, and below its call are 12 pt."),
        (500, 50, "It is longer than a page."),
    ],
)
def test_a_bad_place_says_why(height: float, lines: int, why: str, tmp_path: Path) -> None:
    """A note has no room because of others, of where it is called, or of its own length."""
    pieces = [(50, height, SIZE, "word"), (72.8, height + 4, 6, "1")]
    called = Sheet(
        pieces=[(50, 512, SIZE, "text"), *pieces],
        links=[((72, height - 5, 77, height + 12), 2, 50, 109)],
    )
    step = min(10.5, 420 / lines)
    text = [
        (50, 100 + (lines - 1) * step - index * step, SMALL, "The.") for index in range(1, lines)
    ]
    begun = Sheet(
        pieces=[
            (50, 512, SIZE, "text"),
            (50, 100 + (lines - 1) * step, SMALL, "1. The note."),
            *text,
        ],
        links=[((50, 98 + (lines - 1) * step, 60, 109 + (lines - 1) * step), 1, 72.8, height + 12)],
    )
    [found], _ = run(tmp_path, called, begun)
    assert found.code == "late-note"
    assert why in found.message
