"""All lines of facing pages stand on one grid, whatever is set between them, in every trim."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from laid_out import codes, lay_out
from PIL import Image
from zoo import zoo

from colofon import layout

LEADING = 14
FIRST = 10.722
"""The first baseline of EB Garamond 10.5/14 below the text area's top: 7 + .3545 x 10.5 pt."""

TOLERANCE = 0.05


@pytest.fixture(scope="module", params=layout.TRIMS)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Lay out the zoo in each trim; return its area and its pages with text."""
    folder: Path = tmp_path_factory.mktemp("zoo")
    Image.new("RGB", (517, 331)).save(folder / "mapa.png")
    made = lay_out(zoo(), folder, request.param)
    assert codes(made.findings) == []
    first = next(row["start"] for row in made.places["numbering"] if row["style"] == "D")
    start = made.places["numbering"][-1]["page"]
    assert first == 1
    return layout.Area.of(request.param), made.places["pages"][start - 1 :]


def lines(pages: list[dict[str, Any]], area: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the lines of text or notes, with the numbers of their pages."""
    for row in pages:
        for line in row["lines"]:
            if line["area"] == area:
                yield row["page"], line


def off(line: dict[str, Any], area: layout.Area) -> float:
    """Return how far below its line of the grid a line stands, in pt."""
    half = LEADING / 2
    return float((line["baseline"] - area.top - FIRST + half) % LEADING - half)


def test_text_stands_on_the_grid(book: Any) -> None:
    """Headings, quotations, verse, lists, tables, captions, the colophon: every line of text."""
    area, pages = book
    wrong = [
        (number, line["block"], line["text"][:30], round(off(line, area), 3))
        for number, line in lines(pages, "text")
        if abs(off(line, area)) > TOLERANCE
    ]
    assert wrong == []


def test_notes_end_on_the_grid(book: Any) -> None:
    """The last line of the notes stands on the last line of the grid; four take three of it."""
    area, pages = book
    foot = area.top + (area.lines - 1) * LEADING + FIRST
    ends = {row["page"]: 0.0 for row in pages if row["lines"]}
    for number, line in lines(pages, "notes"):
        ends[number] = line["baseline"]
    noted = [end for end in ends.values() if end]
    assert len(noted) > 50
    assert [end for end in noted if abs(end - foot) > TOLERANCE] == []


def test_no_page_begins_with_white(book: Any) -> None:
    """What is set off by white is not set off from the head of a page; verse in a quotation is."""
    area, pages = book
    late = {
        row["lines"][0]["text"]
        for row in pages
        if row["lines"] and round((row["lines"][0]["baseline"] - area.top) / LEADING, 1) == 1.8
    }
    assert late <= {"Verso citado"}
