"""A node and its HTML element -> the entries of a structure element (ISO 32000-1, 14.7.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from colofon.pdf import roles
from colofon.pdf.dialect import Dialect
from colofon.pdf.structure import Node
from colofon.pdf.tree import has_role

NUMBERINGS = {
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}
POINTS = 0.75
"""Points to one CSS pixel."""


def entries(node: Node, page_heights: list[float], dialect: Dialect) -> dict[str, Any]:
    """Return language, identifier, description and attributes; heights are in CSS pixels."""
    element = node.element
    if element is None:
        return {}
    found: dict[str, Any] = {}
    if node.parent is not None and element.get("lang"):
        found["Lang"] = pydyf.String(element.get("lang"))
    if element.get("id"):
        found["ID"] = pydyf.String(element.get("id"))
    if node.image is not None:
        found["Alt"] = pydyf.String(node.image.box.element.get("alt"))
        found["A"] = _bounding_box(node.image, page_heights[node.image.page])
    elif node.role == roles.NOTE and dialect.refers:
        found["A"] = _note(node.parent)
    elif node.role in ATTRIBUTES and (said := dict(ATTRIBUTES[node.role](element, dialect))):
        found["A"] = pydyf.Dictionary(said)
    return found


def _note(parent: Node | None) -> pydyf.Dictionary:
    """Say whether a note stands among others behind the text, or by its call."""
    around = parent.element if parent is not None else None
    behind = around is not None and has_role(around, "doc-endnotes")
    return pydyf.Dictionary({"O": "/FENote", "NoteType": "/Endnote" if behind else "/Footnote"})


def _bounding_box(image: Any, page_height: float) -> pydyf.Dictionary:
    """Say where a figure is drawn."""
    box = image.box
    left, top = box.content_box_x(), box.content_box_y()
    corners = (left, page_height - top - box.height, left + box.width, page_height - top)
    rectangle = pydyf.Array([round(each * POINTS, 3) for each in corners])
    return pydyf.Dictionary({"O": "/Layout", "BBox": rectangle, "Placement": "/Block"})


def _list(element: Element, dialect: Dialect) -> Iterator[tuple[str, Any]]:
    """Say how a list is numbered; only PDF 2.0 has a name for one of terms and explanations."""
    described = "Description" if dialect.refers else "None"
    numberings = {"ul": "Disc", "ol": NUMBERINGS[element.get("type") or "1"], "dl": described}
    yield "O", "/List"
    yield "ListNumbering", f"/{numberings[element.tag]}"


def _cell(element: Element, _dialect: Dialect) -> Iterator[tuple[str, Any]]:
    """Say how many columns and rows a cell spans."""
    yield "O", "/Table"
    for name, key in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        if element.get(name):
            yield key, int(element.get(name) or 1)


def _head_cell(element: Element, dialect: Dialect) -> Iterator[tuple[str, Any]]:
    """Say what a head cell is the head of."""
    yield from _cell(element, dialect)
    yield "Scope", "/Row" if element.get("scope") == "row" else "/Column"


ATTRIBUTES: dict[str, Callable[[Element, Dialect], Iterator[tuple[str, Any]]]] = {
    roles.LIST: _list,
    roles.HEAD_CELL: _head_cell,
    roles.CELL: _cell,
}
