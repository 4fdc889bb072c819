"""The lines of finished pages -> their frames, and the paragraphs of text and notes."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from colofon.readers import pdf_glyphs
from colofon.readers.pdf_rows import Row, rows

SAME = 0.15
"""Difference in pt below which two type sizes are the same."""

HANGING = 0.6
"""Type sizes by which a mark may hang beyond the edge of the text, or a letter fall short."""

SHORT = 0.3
"""Type sizes by which a full line may fall short of the margin: what may hang in it is thin."""

INDENT = 0.6
"""Type sizes by which the first line of a paragraph is set in, at least."""

FOLLOWING = 1.25
"""Leadings from a line to the next one of a paragraph, at most."""

APART = 1.4
"""Leadings between a running head or folio and the text, at least."""

NOTE = re.compile(r"\W{0,2}(\d+|[*†‡§])")
"""What a note begins with."""

NUMBER = re.compile(r"(\d+)\.?\s")


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


@dataclass(frozen=True)
class Paragraph:
    """The lines of one paragraph, over pages; the last may be short."""

    lines: list[Set]
    left: float
    """How far from the edge of the text its lines begin, but for its indent, in pt."""

    @property
    def indent(self) -> float:
        """How far its first line is set in, in type sizes."""
        return (self.lines[0].left - self.left) / self.lines[0].row.size

    @property
    def full(self) -> list[Set]:
        """The justified lines: all but the last."""
        return self.lines[:-1]

    @property
    def last(self) -> Set:
        """The last line."""
        return self.lines[-1]


@dataclass(frozen=True)
class Book:
    """What is measured of a finished book."""

    name: str
    pages: int
    size: float
    """The type size of the text, in pt."""
    leading: float
    """From one baseline of the text to the next, in pt."""
    lines: list[Set]
    """Every line of text and notes in the order of the pages."""
    paragraphs: list[Paragraph]

    def text(self) -> Book:
        """Return the same book without its notes."""
        lines = [line for line in self.lines if not line.notes]
        paragraphs = [each for each in self.paragraphs if not each.last.notes]
        return replace(self, lines=lines, paragraphs=paragraphs)


def read(path: Path, *, pages: Iterable[int] | None = None, space: float | None = None) -> Book:
    """Read the lines and paragraphs of `pages` (from 1; all if None).

    `space` is the own space of the fonts in type sizes, where they have none in the file.
    """
    with pdf_glyphs.opened(path) as document:
        wanted = pages or range(1, len(document) + 1)
        sheets = {
            number: rows(number, pdf_glyphs.read(document, number - 1, exact=True).runs, space)
            for number in wanted
        }
    return _Reading(path.name, sheets).book()


class _Reading:
    """The pages that are read, and what is the same on most of them."""

    def __init__(self, name: str, sheets: dict[int, list[Row]]) -> None:
        self.name = name
        self.sheets = sheets
        every = [row for found in sheets.values() for row in found]
        letters = Counter[float]()
        for row in every:
            letters[row.size] += len(row.text)
        self.size = letters.most_common(1)[0][0] if letters else 0.0
        self.frames = {side: self._frame(side) for side in (0, 1)}
        self.leading = _leading(row for row in every if self._is_text(row))
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
        lefts = Counter(round(row.left * 2) / 2 for row in found)
        rights = Counter(round(row.right * 2) / 2 for row in found if row.text[-1].isalnum())
        if not lefts or not rights:
            return Frame(0, 0)
        return Frame(lefts.most_common(1)[0][0], rights.most_common(1)[0][0])

    def book(self) -> Book:
        """Find the paragraphs of the text, and those of the notes."""
        lines = [line for number in self.sheets for line in self._page(number)]
        paragraphs = [
            paragraph
            for notes in (False, True)
            for column in _columns([line for line in lines if line.notes is notes])
            for paragraph in _paragraphs(column)
        ]
        return Book(self.name, len(self.sheets), self.size, self.leading, lines, paragraphs)

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
        """Take off the first and last line of a page, where most pages have one set off."""
        heights = sorted({round(row.baseline, 1) for row in found}, reverse=True)
        off = set()
        for edge, beside in (heights[:2], heights[::-1][:2]) if len(heights) > 1 else ():
            if abs(edge - beside) > APART * self.leading and self._is_usual(edge):
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


def _outermost(found: list[Row]) -> list[Row]:
    """Return the first and the last line of a page."""
    return [found[0], found[-1]] if found else []


def _leading(text: Iterable[Row]) -> float:
    """Return the commonest distance between baselines in pt."""
    steps = Counter(
        round(above.baseline - below.baseline, 2)
        for above, below in itertools.pairwise(text)
        if above.page == below.page and above.baseline > below.baseline
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _columns(lines: list[Set]) -> Iterator[list[Set]]:
    """Part lines where their size changes, or white is set between them."""
    steps = {
        size: _leading(line.row for line in lines if line.row.size == size)
        for size in {line.row.size for line in lines}
    }
    column = lines[:1]
    for last, line in itertools.pairwise(lines):
        apart = last.row.baseline - line.row.baseline
        below = 0 < apart < FOLLOWING * (steps[line.row.size] or apart)
        if last.row.size != line.row.size or not (below or last.row.page != line.row.page):
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _right(column: list[Set]) -> float:
    """Return where the full lines of a column end: at the edge of the text, or short of it.

    Short of it two lines at least, and half of all, must end there; else none is full.
    """
    allowed = SHORT * column[0].row.size
    edge = max(line.frame.right - line.frame.left for line in column)
    if any(line.right > edge - allowed for line in column):
        return edge
    edge = max(line.right for line in column)
    ending = sum(line.right > edge - allowed for line in column)
    return edge if ending > 1 and ending * 2 >= len(column) else math.inf


def _paragraphs(column: list[Set]) -> Iterator[Paragraph]:
    """Part a column after every short line, and before every one that is set in."""
    size, right = column[0].row.size, _right(column)
    lefts = Counter(round(line.left * 2) / 2 for line in column)
    left = min(lefts, key=lambda each: (-lefts[each], each))
    lines = column[:1]
    for last, line in itertools.pairwise(column):
        short = last.right < right - SHORT * size
        if short or line.left - left > INDENT * size or _next_note(lines, line):
            yield Paragraph(lines, left)
            lines = []
        lines.append(line)
    yield Paragraph(lines, left)


def _next_note(lines: list[Set], line: Set) -> bool:
    """Tell whether a line begins the note after that which the lines before it began."""
    if not line.notes:
        return False
    begun, begins = (NUMBER.match(each.row.text) for each in (lines[0], line))
    return begins is not None and (begun is None or int(begins[1]) == int(begun[1]) + 1)
