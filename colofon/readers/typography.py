"""The paragraphs of a finished book -> how well they are set: white, divisions, ends, grid."""

from __future__ import annotations

import itertools
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from colofon.readers.pdf_paragraphs import Book, Paragraph
from colofon.readers.pdf_setting import SAME, Set


@dataclass(frozen=True)
class Strayed:
    """A line that is not where the grid has it, and by how much, in pt."""

    line: Set
    error: float


@dataclass(frozen=True)
class Measures:
    """What is measured of a book; every list in the order of the pages, the text first."""

    justified: list[Set]
    """The lines whose white is measured: all of a paragraph but the last one."""
    ends: list[Set]
    """The last lines of paragraphs of more than one."""
    hyphenated: list[Set]
    ladders: list[list[Set]]
    """Lines with a hyphen that follow one another, from two on."""
    turned: list[Set]
    """Lines with a hyphen at the end of a page."""
    runts: list[Set]
    widows: list[Set]
    orphans: list[Set]
    opening: list[Set]
    """Lines that end in a mark that opens."""
    gridded: list[Strayed]
    """Lines of the text, with their distance from the grid."""
    returning: list[Strayed]
    """The last lines of the notes of each page, with their distance from the grid."""

    @property
    def spaces(self) -> list[float]:
        """The word space of each justified line, over its fonts' own."""
        return [line.row.space for line in self.justified]

    @property
    def mean(self) -> float:
        """The mean of word spaces: 1 is the font's own; 0 if there are none."""
        return statistics.fmean(self.spaces) if self.spaces else 0

    @property
    def deviation(self) -> float:
        """The standard deviation of word spaces, of all lines as a population."""
        return statistics.pstdev(self.spaces) if self.spaces else 0


def measure(book: Book, *, rest: float) -> Measures:
    """Measure a book; a last line is a runt if it is shorter than its indent and `rest` ems."""
    found = [each for each in book.paragraphs if len(each.lines) > 1]
    gridded, returning = _grid(book)
    ladders = [ladder for each in found for ladder in _ladders(each)]
    return Measures(
        justified=[line for each in found for line in each.full if line.row.spaces],
        ends=[each.last for each in found],
        hyphenated=[line for each in found for line in each.full if line.row.hyphenated],
        ladders=[ladder for ladder in ladders if len(ladder) > 1],
        turned=[line for each in found for line in _turned(each)],
        runts=list(_runts(book, found, rest)),
        widows=[each.last for each in found if _alone(each, -1)],
        orphans=[each.lines[0] for each in found if _alone(each, 0)],
        opening=[line for line in book.lines if line.row.opens],
        gridded=gridded,
        returning=returning,
    )


def _ladders(paragraph: Paragraph) -> Iterator[list[Set]]:
    """Gather the lines of a paragraph that end in a hyphen one after another."""
    for hyphenated, lines in itertools.groupby(paragraph.full, lambda line: line.row.hyphenated):
        if hyphenated:
            yield list(lines)


def _turned(paragraph: Paragraph) -> Iterator[Set]:
    """Yield the lines of a paragraph that end in a hyphen and their page."""
    for line, after in itertools.pairwise(paragraph.lines):
        if line.row.page != after.row.page and line.row.hyphenated:
            yield line


def _alone(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the first (0) or the last (-1) line stands on another page than its next."""
    pages = [line.row.page for line in paragraph.lines]
    return pages.count(pages[index]) == 1


def _runts(book: Book, found: list[Paragraph], rest: float) -> Iterator[Set]:
    """Yield the last lines that are shorter than the next paragraph's indent and `rest` ems."""
    for notes in (False, True):
        every = [each for each in book.paragraphs if each.lines[0].notes is notes]
        set_in = Counter(round(each.indent, 1) for each in every if each.indent > rest / 10)
        indent = set_in.most_common(1)[0][0] if set_in else 0
        for each in found:
            width = each.last.right - each.left
            if each.last.notes is notes and width < (indent + rest) * each.last.row.size:
                yield each.last


def _grid(book: Book) -> tuple[list[Strayed], list[Strayed]]:
    """Find the grid that most lines of the text stand on; return how far each line is from it."""
    text = [line for line in book.lines if not line.notes and _is_text(line, book)]
    if not text or not book.leading:
        return [], []
    steps = Counter(round(line.row.baseline % book.leading, 2) for line in text)
    origin = steps.most_common(1)[0][0]
    last: dict[int, Set] = {line.row.page: line for line in book.lines if line.notes}
    return [_strayed(line, origin, book.leading) for line in text], [
        _strayed(line, origin, book.leading) for line in last.values()
    ]


def _is_text(line: Set, book: Book) -> bool:
    """Tell whether a line is set in the size of the text."""
    return abs(line.row.size - book.size) < SAME


def _strayed(line: Set, origin: float, leading: float) -> Strayed:
    """Measure how far a line stands from the nearest line of the grid."""
    beyond = (line.row.baseline - origin) % leading
    return Strayed(line, round(min(beyond, leading - beyond), 3))
