"""The characters of a page -> its lines, and lines -> words, by where things stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from colofon.finding import Place
from colofon.readers.pdf_glyphs import Glyph, Page
from colofon.readers.words import Stream, Words

RAISED = 0.7
"""Type sizes between two baselines that make two lines; a superscript stays in its own."""

GAP = 0.15
"""Type sizes of white between two characters that part words without a space character."""

TOUCHING = 0.03
"""Type sizes of white below which two words are glued, whatever stands between them."""

DASH, ELLIPSIS = "\u2014", "\u2026"
"""A line may end before and after the first, and after the second (UAX #14: B2, IN)."""

SOFT_HYPHEN = "\u00ad"
HYPHENS = frozenset((SOFT_HYPHEN, "-"))
"""A hyphen of ours, and a written one."""

BREAKING = frozenset("\u2013\u2014\u2015/")
"""After these a line may end inside a word (UAX #14: BA, B2, SY)."""

EVEN = 0.5
"""Difference in pt below which two places are the same."""

PITCH = 1.6
"""Type sizes from one baseline of a paragraph to the next, at most."""

INDENT, OUTDENT = 0.5, 2.0
"""Type sizes by which the first line of a paragraph is set in, at least and at most."""


@dataclass(frozen=True)
class Line:
    """The characters on one line, in the order of reading; there is one at least."""

    glyphs: list[Glyph]
    artifact: bool = False
    """True if it begins with a text object that is marked as no part of the work."""

    @cached_property
    def text(self) -> str:
        """The characters as one string."""
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The commonest type size, in pt, rounded to tenths."""
        return Counter(round(glyph.size, 1) for glyph in self.glyphs).most_common(1)[0][0]

    @cached_property
    def baseline(self) -> float:
        """Height of the baseline that most characters stand on, in pt."""
        return Counter(round(glyph.baseline, 1) for glyph in self.glyphs).most_common(1)[0][0]

    @cached_property
    def left(self) -> float:
        """Where the line begins, in pt."""
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        """Where its last visible character ends, in pt."""
        return max(glyph.right for glyph in self.glyphs if not glyph.text.isspace())


def lines(page: Page) -> list[Line]:
    """Gather the text objects of a page into lines, in the order of reading.

    That is the order in which they were painted, but for the numbers and bullets of
    lists: what stands left of an earlier line on its baseline is read before it.
    """
    painted: list[Line] = []
    for run in page.runs:
        if painted and _goes_on(painted[-1].glyphs[-1], run.glyphs[0]):
            painted[-1].glyphs.extend(run.glyphs)
        else:
            painted.append(Line(list(run.glyphs), run.artifact))
    found: list[Line] = []
    for line in painted:
        if line.text.strip():
            found.insert(_turn(found, line), line)
    return found


def _turn(found: list[Line], line: Line) -> int:
    """Return where a line belongs among those that were painted before it.

    What stands in the margin, as an artifact, has no part in the order of the text.
    """
    behind = [
        (other.left, index)
        for index, other in enumerate(found)
        if abs(other.baseline - line.baseline) < 1
        and other.left >= line.right
        and other.artifact is line.artifact
    ]
    return min(behind)[1] if behind else len(found)


def _goes_on(last: Glyph, first: Glyph) -> bool:
    """Tell whether a text object stands behind the last one on its line.

    After a gap without a space character another line begins: that of the next cell.
    """
    size = max(last.size, first.size)
    if abs(first.baseline - last.baseline) >= RAISED * size:
        return False
    spaced = last.text.isspace() or first.text.isspace()
    return -RAISED * size < first.left - last.left and (
        spaced or first.left - last.right < GAP * size
    )


class Frame(NamedTuple):
    """Where the text of a page stands, in pt: its left and right limits, and its columns.

    `columns` are the left ends, in whole pt, of lines with another one on their baseline:
    the cells of tables, the items of lists.
    """

    page: int
    left: float
    right: float
    columns: frozenset[int]

    @classmethod
    def of(cls, page: int, found: list[Line]) -> Frame:
        """Measure the lines of a page, of which there must be some."""
        rows: dict[int, list[int]] = {}
        for line in found:
            rows.setdefault(round(line.baseline), []).append(round(line.left))
        columns = {left for row in rows.values() if len(row) > 1 for left in row}
        edges = min(line.left for line in found), max(line.right for line in found)
        return cls(page, *edges, frozenset(columns))


class Flow:
    """Lines that follow one another, perhaps over pages -> words."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.stream = Stream()
        self.last: tuple[Line, Frame] | None = None

    def add(self, line: Line, frame: Frame) -> None:
        """Add a line of a page."""
        place = Place(self.name, part=f"page {frame.page}")
        if self.last is not None and not _goes_into(*self.last, line, frame):
            self.stream.space()
        spaced, before = False, line.glyphs[0]
        for glyph in line.glyphs:
            if glyph.text.isspace():
                spaced = True
                continue
            gap = (glyph.left - before.right) / glyph.size
            if glyph is not line.glyphs[0] and gap > (TOUCHING if spaced else GAP):
                self.stream.space()
            self.stream.add(glyph.text, place)
            spaced, before = False, glyph
        self.last = line, frame

    def words(self) -> Words:
        """Return the words of all lines."""
        return self.stream.words()


def _goes_into(last: Line, before: Frame, line: Line, frame: Frame) -> bool:
    """Tell whether a line begins inside the word that the last one ended in.

    It does after U+00AD, which stands for a hyphen of ours, and after U+002D, with which
    no paragraph ends; never after a space. Where UAX #14 lets a line end inside a word, it
    does too if nothing looks like a new paragraph: the next line follows in the same size
    and is not set in or off, and the last one had no room for its first word. In a column,
    whose width cannot be told, both are flush with it or centred.
    """
    end, start = last.text[-1], line.text[0]
    if end in HYPHENS:
        return end == SOFT_HYPHEN or line.size == last.size
    inside = end in BREAKING or start == DASH or (end == ELLIPSIS and start.islower())
    inside = inside and not end.isspace()
    apart = last.baseline - line.baseline
    follows = before.page != frame.page or 0 < apart < PITCH * line.size
    if not (inside and follows) or line.size != last.size:
        return False
    if before.page == frame.page and _share_column(last, line, frame):
        return True
    indent = ((line.left - frame.left) - (last.left - before.left)) / line.size
    return -OUTDENT < indent < INDENT and last.right + _first_word(line) > before.right


def _share_column(last: Line, line: Line, frame: Frame) -> bool:
    """Tell whether two lines of a page are flush with a column of it, or centred in one."""
    if abs(last.left - line.left) < EVEN:
        return round(line.left) in frame.columns
    centred = abs(last.left + last.right - line.left - line.right) < EVEN
    far = abs(last.left - line.left) > OUTDENT * line.size
    flush = abs(last.right - line.right) < EVEN and (far or line.right < frame.right - EVEN)
    return centred or flush


def _first_word(line: Line) -> float:
    """Return the width of a line's first word, or of its part before a break, in pt."""
    width = 0.0
    for glyph in line.glyphs:
        if glyph.text.isspace():
            break
        if width and glyph.text == DASH:
            break
        width = glyph.right - line.left
        if glyph.text in BREAKING | HYPHENS:
            break
    return width


def commonest_size(found: Iterable[Line]) -> float:
    """Return the type size of most characters, in pt."""
    sizes: Counter[float] = Counter()
    for line in found:
        sizes[line.size] += len(line.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 0.0
