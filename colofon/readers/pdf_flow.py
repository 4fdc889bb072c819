"""The lines of pages -> words, and where blocks begin, by where things stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import combining

from colofon.finding import Place
from colofon.readers.pdf_lines import GAP, Line
from colofon.readers.words import LINE, Stream, Words

TOUCHING = 0.03
"""Type sizes of white below which two words are glued, whatever stands between them."""

LEANING = 0.2
"""Type sizes by which a letter may lean over the space behind it."""

DASH, ELLIPSIS = "\u2014", "\u2026"
"""A line may end before and after the first, and after the second (UAX #14: B2, IN)."""

SOFT_HYPHEN = "\u00ad"
HYPHENS = frozenset((SOFT_HYPHEN, "-"))
"""A hyphen of ours, and a written one."""

BREAKING = frozenset("\u2013\u2014\u2015/")
"""After these a line may end inside a word (UAX #14: BA, B2, SY)."""

NONE: Mapping[int, int] = MappingProxyType({})

EVEN = 0.5
"""Difference in pt below which two places are the same."""

HUNG = 6.0
"""Difference in pt below which two pages are as wide: signs may hang in their margins."""

PITCH = 1.6
"""Type sizes from one baseline of a paragraph to the next, at most."""

INDENT, OUTDENT = 0.5, 2.0
"""Type sizes by which the first line of a paragraph is set in, at least and at most."""


class Frame(NamedTuple):
    """Where the text of a page stands, in pt: its left and right limits, and its columns.

    `columns` are the left ends, in whole pt, of lines with another one on their baseline:
    the cells of tables, the items of lists.
    """

    page: int
    left: float
    right: float
    columns: frozenset[int]
    full: bool = False
    """True if these are the limits of a full page of text, so that an indent can be told."""

    @classmethod
    def of(cls, page: int, found: list[Line], width: float = 0) -> Frame:
        """Measure the lines of a page, of which there must be some; full ones are so wide."""
        rows: dict[int, list[int]] = {}
        for line in found:
            rows.setdefault(round(line.baseline), []).append(round(line.left))
        columns = {left for row in rows.values() if len(row) > 1 for left in row}
        edges = min(line.left for line in found), max(line.right for line in found)
        full = abs(edges[1] - edges[0] - width) < HUNG
        return cls(page, *edges, frozenset(columns), full)

    @property
    def width(self) -> float:
        """The distance between the limits, in pt."""
        return self.right - self.left


class Flow:
    """Lines that follow one another, perhaps over pages -> words."""

    def __init__(self, name: str, *, indented: bool = False) -> None:
        """Read lines of the file `name`; where `indented`, only paragraphs begin set in."""
        self.name, self.indented = name, indented
        self.stream = Stream()
        self.last: tuple[Line, Frame] | None = None

    def add(
        self, line: Line, frame: Frame, calls: Mapping[int, int] = NONE, opens: str = ""
    ) -> None:
        """Add a line of a page, what it opens, and where in it calls begin and end."""
        self._open(line, frame, opens)
        place = Place(self.name, part=f"page {frame.page}")
        spaced, before, called = False, line.glyphs[0], 0
        for index, glyph in enumerate(line.glyphs):
            if glyph.text.isspace():
                # PDFium makes up a space without width behind some marks. A real one may
                # be drawn under a letter that leans over it («byť»).
                spaced = spaced or glyph.right > glyph.left
                edge = max(glyph.left, before.right - LEANING * glyph.size)
                before = before._replace(right=min(edge, before.right))
                continue
            gap = (glyph.left - before.right) / glyph.size
            if glyph is not line.glyphs[0] and gap > (TOUCHING if spaced else GAP):
                self.stream.space()
                self.stream.says(begins=False)
            called = calls.get(index, called)
            if index in calls:
                self.stream.call(line.text[index:called], place)
            elif index >= called:
                self.stream.add(glyph.text, place)
            # A mark above or below stands over its letter, which ends where it ended.
            mark = combining(glyph.text) and glyph.right < before.right
            spaced, before = False, before if mark else glyph
        self.last = line, frame

    def _open(self, line: Line, frame: Frame, opens: str) -> None:
        """End the word under way, unless a line goes on with it; tell what the line opens."""
        begins = _begins(line, frame)
        parted = self.indented and begins
        apart = self.last is None or parted or not _goes_into(*self.last, line, frame)
        if apart and self.last is not None:
            self.stream.space()
            self.stream.says(begins=begins)
        if apart:
            self.stream.opens(opens or LINE)

    def words(self) -> Words:
        """Return the words of all lines."""
        return self.stream.words()


def _begins(line: Line, frame: Frame) -> bool | None:
    """Tell whether a line of running text begins a paragraph: it is set in, or flush.

    None where the line is neither, or the page does not show where its text begins.
    """
    indent = (line.left - frame.left) / line.size
    if frame.full and indent < EVEN / line.size:
        return False
    return True if frame.full and INDENT <= indent <= OUTDENT else None


def _goes_into(last: Line, before: Frame, line: Line, frame: Frame) -> bool:
    """Tell whether a line begins inside the word that the last one ended in.

    It does after U+00AD, which stands for a hyphen of ours, and below a letter with U+002D,
    with which no paragraph ends; never after a space. Where UAX #14 lets a line end inside a
    word, it does too if nothing looks like a new paragraph: the next line follows in the same
    size and is not set in or off, and the last one had no room for its first word; a page of
    verse does not show how much room there was. In a column, whose width cannot be told, both
    are flush with it or centred.
    """
    end, start = last.text[-1], line.text[0]
    apart = last.baseline - line.baseline
    below = before.page != frame.page or apart > 0
    if end in HYPHENS:
        written = below and line.size == last.size and last.text[-2:-1].isalnum()
        return end == SOFT_HYPHEN or written
    inside = end in BREAKING or start == DASH or (end == ELLIPSIS and start.islower())
    inside = inside and not end.isspace()
    follows = below and (before.page != frame.page or apart < PITCH * line.size)
    if not (inside and follows) or line.size != last.size:
        return False
    if before.page == frame.page and _share_column(last, line, frame):
        return True
    indent = ((line.left - frame.left) - (last.left - before.left)) / line.size
    filled = before.full and last.right + _first_word(line) > before.right
    return filled and -OUTDENT < indent < INDENT


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


def commonest_width(pages: Iterable[list[Line]]) -> float:
    """Return the width of the text on most pages, in pt; on the widest of as many."""
    widths = Counter(round(Frame.of(0, found).width, 1) for found in pages)
    return max(widths, key=lambda width: (widths[width], width), default=0.0)
