"""Laid-out pages -> their boxes in reading order, each with the region it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder


class Region(Enum):
    """Where on a page a box stands; text outside BODY and NOTES is no part of the work."""

    BODY = "text"
    NOTES = "notes"
    MARGIN = "margin"
    LEADER = "leader"
    REPEATED = "repeated"
    """The head of a table that goes on from an earlier page."""


@dataclass(slots=True)
class Placed:
    """A box of WeasyPrint's, the page it is on (from 0), and the line around it, if any."""

    page: int
    box: Any
    region: Region
    line: Any

    @property
    def pseudo(self) -> str:
        """The name of the pseudo-element that the box belongs to, or nothing."""
        return str(self.box.element_tag or "").partition("::")[2]

    @property
    def is_text(self) -> bool:
        """Whether the box holds text of the work, or generated with it."""
        return isinstance(self.box, boxes.TextBox) and self.region in {Region.BODY, Region.NOTES}

    @property
    def is_replaced(self) -> bool:
        """Whether the box is an image."""
        return isinstance(self.box, boxes.ReplacedBox)


def walk(pages: list[Any]) -> Iterator[Placed]:
    """Yield every box of a document: page by page, body before notes before margins."""
    first_seen: dict[Element, int] = {}
    for number, page in enumerate(pages):
        stack = [Placed(number, page._page_box, Region.BODY, None)]  # noqa: SLF001
        while stack:
            placed = stack.pop()
            if isinstance(placed.box, AbsolutePlaceholder):
                placed.box = placed.box._box  # noqa: SLF001
            _enter(placed, first_seen)
            yield placed
            if not placed.is_replaced:
                region, line = placed.region, placed.line
                children = [Placed(number, box, region, line) for box in placed.box.children]
                stack.extend(reversed(children))


def _enter(placed: Placed, first_seen: dict[Element, int]) -> None:
    """Note that a box begins a line or another region."""
    box = placed.box
    if isinstance(box, boxes.MarginBox) or is_paragraph_number(box):
        placed.region = Region.MARGIN
    elif isinstance(box, boxes.FootnoteAreaBox):
        placed.region = Region.NOTES
    elif isinstance(box, boxes.LineBox):
        placed.line = box
    elif box.is_leader:
        placed.region = Region.LEADER
    elif _is_table_head(box) and first_seen.setdefault(box.element, placed.page) != placed.page:
        placed.region = Region.REPEATED


def is_paragraph_number(box: Any) -> bool:
    """Tell whether a box is the number of a paragraph, which belongs in the margin."""
    return box.element_tag == "p::before" and isinstance(box, boxes.InlineBlockBox)


def _is_table_head(box: Any) -> bool:
    """Tell whether a box holds rows that a table repeats on each page it goes on to."""
    return isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer)
