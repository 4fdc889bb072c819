"""Laid-out pages -> the same pages with the numbers of paragraphs in their outer margins."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from colofon.pdf.boxes import is_paragraph_number, walk


def drop_numbers(root: Element) -> None:
    """Leave the numbers of paragraphs out of the book."""
    for paragraph in root.iter("p"):
        paragraph.attrib.pop("data-n", None)


def move_numbers(pages: list[Any], measure: float) -> None:
    """Move each number of a right-hand page to the right of the text, `measure` pt wide.

    print.css sets them all left of the text, flush right: in the outer margin of a left page.
    """
    for placed in walk(pages):
        side = pages[placed.page]._page_box.page_type.side  # noqa: SLF001
        if side == "right" and is_paragraph_number(placed.box):
            box = placed.box
            gap = box.padding_right
            digits = box.children[0].children[0]
            box.translate(measure * 96 / 72 + 2 * gap + digits.width, 0)
