"""The characters of a page -> its lines, by where things stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from unicodedata import combining

from colofon.readers.pdf_glyphs import Glyph, Page

RAISED = 0.7
"""Type sizes between two baselines that make two lines; a superscript stays in its own."""

GAP = 0.15
"""Type sizes of white between two characters that part words without a space character."""


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


class Standing(NamedTuple):
    """A line of the text, with its page from 1 and that page's label."""

    page: int
    label: str
    line: Line


def lines(page: Page) -> list[Line]:
    """Gather the text objects of a page into lines, in the order of reading.

    That is the order in which they were painted, but for the numbers and bullets of
    lists: what stands left of an earlier line on its baseline is read before it.
    """
    painted: list[Line] = []
    for run in page.runs:
        if painted and _goes_on(_last(painted[-1].glyphs), run.glyphs[0]):
            painted[-1].glyphs.extend(run.glyphs)
        else:
            painted.append(Line(list(run.glyphs), run.artifact))
    found: list[Line] = []
    for line in painted:
        if line.text.strip():
            found.insert(_turn(found, line), line)
    return found


def _last(glyphs: list[Glyph]) -> Glyph:
    """Return the last character, but of a letter with marks the letter."""
    return next((glyph for glyph in reversed(glyphs) if not combining(glyph.text)), glyphs[-1])


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


def commonest_size(found: Iterable[Line]) -> float:
    """Return the type size of most characters, in pt."""
    sizes: Counter[float] = Counter()
    for line in found:
        sizes[line.size] += len(line.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 0.0
