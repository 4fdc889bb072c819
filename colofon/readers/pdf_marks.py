"""The numbers on the pages of a printed book that are no words of it: of notes, of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from colofon.readers.pdf_glyphs import Glyph, Page
from colofon.readers.pdf_lines import Line
from colofon.readers.pdf_links import Link

START = re.compile(r"(\d+)\.")

SUPERIOR = 0.2
"""Type sizes above the baseline where the ink of a superior figure begins, at least."""

EVEN = 0.5
"""Difference in pt below which two baselines are the same."""

HIGH, WIDE = 24, 14
"""Distance in pt between where a link leads and the number it means, at most.

A link leads to the corner of a note, whose first line may be indented.
"""


class Mark(NamedTuple):
    """The number of a note where it is called, or where it begins.

    `page` counts from 1; `left` and `baseline` are in pt from its corner; `link` is what
    the number leads to.
    """

    number: int
    page: int
    left: float
    baseline: float
    link: Link

    def goal(self, others: Iterable[Mark]) -> Mark | None:
        """Return the mark that the link leads to: the first one below the point it names."""
        near = [
            (self.link.y - other.baseline, abs(self.link.x - other.left), other)
            for other in others
            if other.page == self.link.page
            and 0 <= self.link.y - other.baseline <= HIGH
            and abs(self.link.x - other.left) <= WIDE
        ]
        return min(near, key=lambda each: each[:2])[2] if near else None


class Numbered(NamedTuple):
    """What stands in the margin: its page from 1, and its baseline in pt from the foot."""

    text: str
    page: int
    baseline: float

    def is_beside(self, page: int, line: Line) -> bool:
        """Tell whether it stands on the baseline of a line of a page."""
        return self.page == page and abs(self.baseline - line.baseline) < EVEN


def numbered(page: Page, line: Line) -> Mark | None:
    """Return the number that a line begins with, if it is a link."""
    match = START.match(line.text)
    link = link_of(page, line.glyphs[0])
    if match is None or link is None:
        return None
    return Mark(int(match[1]), page.number, line.left, line.baseline, link)


def raised(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the superior figures of a line: from which character to which."""
    for figures in re.finditer(r"\d+", line.text):
        high = [
            index
            for index in range(*figures.span())
            if line.glyphs[index].bottom - line.baseline > SUPERIOR * line.glyphs[index].size
        ]
        if high:
            yield high[0], high[-1] + 1


def link_of(page: Page, glyph: Glyph) -> Link | None:
    """Return the internal link that a character is part of."""
    return next((link for link in page.links if link.holds(glyph)), None)
