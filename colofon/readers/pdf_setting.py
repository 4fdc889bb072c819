"""The lines of finished pages -> those of their text and notes, in the frame of most pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from colofon.readers.pdf_rows import Row

SAME = 0.15
"""Difference in pt below which two type sizes are the same."""

HANGING = 0.6
"""Type sizes by which a mark may hang beyond the edge of the text, or a letter fall short."""

APART = 1.4
"""Leadings between a running head or folio and the text, at least."""

FOLIO = re.compile(r"\d+|[ivxlcdm]+", re.IGNORECASE)
"""A number that stands alone, whatever other pages have there."""

NOTE = re.compile(r"\W{0,2}(\d+|[*†‡§])")
"""What a note begins with."""


@dataclass(frozen=True)
class Frame:
    """The text area of a page, in pt: its left and right edges."""

    left: float
    right: float


@dataclass(frozen=True)
class Set:
    """A line of running text: its number on its page from 1, and where its paragraph stands."""

    row: Row
    frame: Frame
    number: int
    notes: bool
    """True if it stands in the notes at the foot."""

    @property
    def left(self) -> float:
        """How far from the left edge of the text it begins, in pt."""
        return self.row.left - self.frame.left

    @property
    def right(self) -> float:
        """How far from the left edge of the text it ends, in pt."""
        return self.row.right - self.frame.left


class Setting:
    """The pages that are read, and what is the same on most of them."""

    def __init__(self, sheets: dict[int, list[Row]]) -> None:
        self.sheets = sheets
        every = [row for found in sheets.values() for row in found]
        letters = Counter[float]()
        for row in every:
            letters[row.size] += len(row.text)
        self.size = letters.most_common(1)[0][0] if letters else 0.0
        self.frames = {side: self._frame(side) for side in (0, 1)}
        self.leading = leading(row for row in every if self._is_text(row))
        self.edges = Counter(
            round(row.baseline) for found in sheets.values() for row in _outermost(found)
        )

    def _is_text(self, row: Row) -> bool:
        """Tell whether a line stands in the size of the text."""
        return abs(row.size - self.size) < SAME

    def _frame(self, side: int) -> Frame:
        """Find where most lines of text begin and end, on odd or on even pages."""
        found = [
            row
            for number, sheet in self.sheets.items()
            if number % 2 == side
            for row in sheet
            if self._is_text(row)
        ]
        if not found:
            return Frame(0, 0)
        even = [row for row in found if row.text[-1].isalnum()] or found
        lefts = _usual(row.left for row in found)
        rights = _usual(row.right for row in even)
        return Frame(min(lefts), max(rights))

    def lines(self) -> list[Set]:
        """Return the lines of text and notes, in the order of the pages."""
        return [line for number in self.sheets for line in self._page(number)]

    def _page(self, number: int) -> list[Set]:
        """Return the lines of a page without running head, folio, margins and columns.

        A page without any line in the size of the text is none of the text: a title, an imprint.
        """
        frame = self.frames[number % 2]
        hang = HANGING * self.size
        inside = [
            row
            for row in self._within(self.sheets[number])
            if frame.left - hang < row.left < frame.right and row.right < frame.right + hang
        ]
        if not any(map(self._is_text, inside)):
            return []
        foot = self._foot(inside)
        levels = Counter(round(row.baseline, 1) for row in inside)
        numbers = {level: index for index, level in enumerate(levels, start=1)}
        return [
            Set(row, frame, numbers[round(row.baseline, 1)], notes=row.baseline <= foot)
            for row in inside
            if levels[round(row.baseline, 1)] == 1 and not row.leads
        ]

    def _within(self, found: list[Row]) -> list[Row]:
        """Take off what is set off at head and foot, if many pages have it or it is a number."""
        heights = sorted({round(row.baseline, 1) for row in found}, reverse=True)
        off = set()
        for edge, beside in (heights[:2], heights[::-1][:2]) if len(heights) > 1 else ():
            row = [each.text.strip() for each in found if round(each.baseline, 1) == edge]
            known = self._is_usual(edge) or all(map(FOLIO.fullmatch, row))
            if abs(edge - beside) > APART * self.leading and known:
                off.add(edge)
        return [row for row in found if round(row.baseline, 1) not in off]

    def _is_usual(self, height: float) -> bool:
        """Tell whether a third of the pages at least begin or end at a height."""
        return self.edges[round(height)] * 3 >= len(self.sheets)

    def _foot(self, inside: list[Row]) -> float:
        """Return the height of the first line of the notes; below the page if there are none.

        They are in smaller type than the text, below all of it, and begin with a number.
        """
        text = min((row.baseline for row in inside if self._is_text(row)), default=None)
        below = [row for row in inside if text is not None and row.baseline < text]
        begun = [row for row in below if row.size < self.size and NOTE.match(row.text)]
        return max((row.baseline for row in begun), default=-1)


def _usual(edges: Iterable[float]) -> list[float]:
    """Return the places, in steps of half a pt, where a quarter as many lines end as where most do.

    In justified text that is one place; in verse, whose lines end anywhere, it is all of them.
    """
    counted = Counter(round(edge * 2) / 2 for edge in edges)
    return [edge for edge, count in counted.items() if count * 4 >= max(counted.values())]


def _outermost(found: list[Row]) -> list[Row]:
    """Return the first and the last line of a page."""
    return [found[0], found[-1]] if found else []


def leading(text: Iterable[Row]) -> float:
    """Return the commonest distance between baselines in pt."""
    steps = Counter(
        round(above.baseline - below.baseline, 2)
        for above, below in itertools.pairwise(text)
        if above.page == below.page and above.baseline > below.baseline
    )
    return steps.most_common(1)[0][0] if steps else 0.0
