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
from colofon.readers.pdf_rows import rows
from colofon.readers.pdf_setting import Set, Setting, leading

SHORT = 0.3
"""Type sizes by which a full line may fall short of the margin: what may hang in it is thin."""

INDENT = 0.6
"""Type sizes by which the first line of a paragraph is set in, at least."""

FOLLOWING = 1.25
"""Leadings from a line to the next one of a paragraph, at most."""

NUMBER = re.compile(r"(\d+)\.?\s")


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
    setting = Setting(sheets)
    lines = setting.lines()
    paragraphs = [
        paragraph
        for notes in (False, True)
        for column in _columns([line for line in lines if line.notes is notes])
        for paragraph in _paragraphs(column)
    ]
    return Book(path.name, len(sheets), setting.size, setting.leading, lines, paragraphs)


def _columns(lines: list[Set]) -> Iterator[list[Set]]:
    """Part lines where their size changes, or white is set between them."""
    steps = {
        size: leading(line.row for line in lines if line.row.size == size)
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
