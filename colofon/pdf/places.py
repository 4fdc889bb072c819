"""Laid-out pages -> where everything stands: the data of layout.json.

    {"trim": {"width": 148.0, "height": 210.0},              mm
     "numbering": [{"page": 1, "style": "r", "start": 1}],   from there on; r: i, ii … D: 1, 2 …
     "pages": [{"page": 7, "label": "1", "blank": false,     page counts from 1
                "width": 148.0, "height": 210.0,             mm
                "begins": {"block": 9, "characters": 40},    its first word, as colofon.pdf.starts
               "starts": ["text", "capítulo"],              ids of elements that begin here
                "lines": [{"area": "text",                   or "notes"
                           "block": "p",                     the HTML element it is a line of
                           "x": 52.0, "baseline": 68.722,    pt: where the text begins
                           "width": 301.528,                 pt: of the text
                           "text": "…"}]}],                  U+00AD at its end: divided there
     "notes": [{"id": "n1", "number": "1", "page": 7, "call_page": 7}]}

Lines hold the calls of notes, not leaders nor running heads. Numbers are rounded to 0.001.
"""

from __future__ import annotations

import json
from typing import Any

from colofon.blocks import INVISIBLE
from colofon.numerals import numeral
from colofon.pdf.boxes import Placed, Region, walk
from colofon.pdf.fonts import HYPHEN, SOFT_HYPHEN
from colofon.pdf.tree import is_note

MM = 25.4 / 96
POINTS = 72 / 96
"""Millimetres and points to one CSS pixel."""


def describe(pages: list[Any], text_id: str) -> dict[str, Any]:
    """Return the data; the element `text_id` begins the pages that count from 1."""
    rows = [_page(number, page) for number, page in enumerate(pages, start=1)]
    notes: dict[str, dict[str, Any]] = {}
    started: set[str] = set()
    lines: dict[int, dict[str, Any]] = {}
    for placed in walk(pages):
        row = rows[placed.page]
        _start(placed, row, started)
        _note(placed, notes)
        if placed.is_text:
            _add_text(placed, row, lines)
    for line in lines.values():
        line["text"] = line["text"].translate(INVISIBLE).replace(HYPHEN, SOFT_HYPHEN).strip()
    first = first_page(pages, text_id)
    for row in rows:
        row["label"] = label(row["page"], first)
    numbering = [{"page": 1, "style": "r", "start": 1}] if first > 1 else []
    numbering.append({"page": first, "style": "D", "start": 1})
    trim = {name: rows[0][name] for name in ("width", "height")}
    return {"trim": trim, "numbering": numbering, "pages": rows, "notes": list(notes.values())}


def label(page: int, first: int) -> str:
    """Return the number that is printed on a page, or that it counts as."""
    return str(page - first + 1) if page >= first else numeral(page, "i")


def as_json(places: dict[str, Any]) -> bytes:
    """Write the data, one page a line; the same data gives the same bytes."""
    rows = {name: _rows(value) for name, value in sorted(places.items())}
    text = ",\n".join(f'"{name}": {value}' for name, value in rows.items())
    return f"{{{text}}}\n".encode()


def _rows(value: Any) -> str:
    """Write a list with one item a line."""
    if not isinstance(value, list):
        return _compact(value)
    items = ",\n".join(_compact(item) for item in value)
    return f"[\n{items}\n]" if items else "[]"


def _compact(value: Any) -> str:
    """Write a value in one line."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _page(number: int, page: Any) -> dict[str, Any]:
    """Describe a page without its content."""
    return {
        "page": number,
        "blank": page._page_box.page_type.blank,  # noqa: SLF001
        "width": round(page.width * MM, 3),
        "height": round(page.height * MM, 3),
        "starts": [],
        "lines": [],
    }


def first_page(pages: list[Any], text_id: str) -> int:
    """Return the page (from 1) on which an element begins, or the first."""
    found = (each.page for each in walk(pages) if _id(each) == text_id)
    return next(found, 0) + 1


def _start(placed: Placed, row: dict[str, Any], started: set[str]) -> None:
    """Note the elements that begin on a page."""
    name = _id(placed)
    if name and name not in started:
        started.add(name)
        row["starts"].append(name)


def _id(placed: Placed) -> str:
    """Return the id of the element of the work that a box is of, or nothing."""
    inside = placed.region in {Region.BODY, Region.NOTES} and not placed.pseudo
    return placed.box.element.get("id") or "" if inside and placed.box.element is not None else ""


def _note(placed: Placed, notes: dict[str, dict[str, Any]]) -> None:
    """Note where a note is called, and where it stands."""
    element = placed.box.element
    if element is None or not is_note(element):
        return
    note = notes.setdefault(
        element.get("id"), {"id": element.get("id"), "number": element.get("data-call")}
    )
    if placed.pseudo == "footnote-call":
        note.setdefault("call_page", placed.page + 1)
    elif placed.region is Region.NOTES:
        note.setdefault("page", placed.page + 1)


def _add_text(placed: Placed, row: dict[str, Any], lines: dict[int, dict[str, Any]]) -> None:
    """Add the text of a box to its line, which the first one with any text begins."""
    line, text = placed.line, placed.box.pango_layout.text
    if line is None or (id(line) not in lines and not text.translate(INVISIBLE).strip()):
        return
    if id(line) not in lines:
        lines[id(line)] = {
            "area": placed.region.value,
            "block": line.element.tag,
            "x": round(placed.box.position_x * POINTS, 3),
            "baseline": round((line.position_y + line.baseline) * POINTS, 3),
            "text": "",
        }
        row["lines"].append(lines[id(line)])
    known = lines[id(line)]
    end = (placed.box.position_x + placed.box.width) * POINTS
    known["width"] = round(end - known["x"], 3)
    known["text"] += text
