"""Laid-out pages -> the same pages with the numbers of paragraphs in their outer margins."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from colofon.pdf.boxes import is_paragraph_number, walk

GAP = 8 * 96 / 72
"""White between the text and a number, 8 pt in CSS pixels."""


def drop_numbers(root: Element) -> None:
    """Leave the numbers of paragraphs out of the book."""
    for paragraph in root.iter("p"):
        paragraph.attrib.pop("data-n", None)


def move_numbers(pages: list[Any]) -> None:
    """Move each number from where its paragraph begins to the outer margin of its page."""
    for placed in walk(pages):
        if is_paragraph_number(placed.box):
            page = pages[placed.page]._page_box  # noqa: SLF001
            left = page.content_box_x()
            digits = placed.box.children[0].children[0].width
            right_hand = page.page_type.side == "right"
            goal = left + page.width + GAP if right_hand else left - GAP - digits
            placed.box.translate(goal - placed.box.position_x)
