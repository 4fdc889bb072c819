"""Each bookmark of a PDF -> the heading it stands for in the structure tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from colofon.pdf.boxes import Region, walk
from colofon.pdf.structure import Node, Structure


def link(pdf: Any, document: Any, structure: Structure, objects: dict[Node, Any]) -> None:
    """Give each outline item its structure element (ISO 32000-1, table 153)."""
    headings = [
        placed.box.element
        for placed in walk(document.pages)
        if placed.region is Region.BODY
        and placed.box.bookmark_label
        and placed.box.style["bookmark_level"] != "none"
    ]
    if "Outlines" not in pdf.catalog:
        return
    for item, heading in zip(_items(pdf, pdf.catalog["Outlines"]), headings, strict=True):
        item["SE"] = objects[structure.node(heading)].reference


def _items(pdf: Any, parent: bytes) -> Iterator[Any]:
    """Yield the items below an outline object, in reading order."""
    reference = _object(pdf, parent).get("First")
    while reference:
        item = _object(pdf, reference)
        yield item
        yield from _items(pdf, reference)
        reference = item.get("Next")


def _object(pdf: Any, reference: bytes) -> Any:
    """Return the object of a reference."""
    return pdf.objects[int(reference.split()[0])]
