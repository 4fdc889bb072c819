"""Each bookmark of a PDF -> the heading it stands for in the structure tree."""

from __future__ import annotations

from typing import Any

from colofon.pdf.boxes import Region, walk
from colofon.pdf.destinations import outline
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
    for item, heading in zip(outline(pdf), headings, strict=True):
        item["SE"] = objects[structure.node(heading)].reference
