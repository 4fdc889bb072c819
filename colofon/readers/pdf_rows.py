"""A page of a finished PDF -> its lines as they are set, with the white between their words.

No tags, links or artifacts are read, so that pages of any maker can be measured alike.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import category, combining

from colofon.readers.pdf_glyphs import Glyph, Run

RAISED = 0.5
"""Sizes of a line's type by which a superior or inferior figure may leave its baseline."""

COLUMN = 0.75
"""Type sizes of white without a space character that part two columns, or a margin's number."""

MARGIN = 0.25
"""Type sizes of white before a number in the margin that was painted before its line."""

WORD = 0.09
"""Type sizes of white that part words in files without space characters, such as TeX's."""

HYPHENS = frozenset("-\u00ad\u2010\x02\ufffe")
"""What a division ends in; PDFium gives the last two for a hyphen at the end of a line."""

JUSTIFIED = frozenset(" \u00a0")
"""The spaces that grow and shrink where a line is justified."""

LEADERS = re.compile(r"(?:\.\s?){4}")

OPENING = frozenset("¿¡")

BOUND = frozenset("\u00a0\u202f")
"""Spaces that bind what is behind them to what is before."""

QUOTES = frozenset(("Pi", "Pf", "Ps"))
"""Unicode's categories of quotation marks and brackets; which of them open, a language says."""


class Space(NamedTuple):
    """The white between two words: how wide it is, and how wide its font's own is, in pt."""

    width: float
    own: float


class Piece(NamedTuple):
    """A character, with how wide its font's own space is, in pt, and how it is stretched."""

    glyph: Glyph
    space: float
    stretch: float
    turn: int
    """Which of the text objects of its page it is part of, in the order of painting."""


@dataclass(frozen=True)
class Row:
    """A line as it stands on a page: its ends and its baseline in pt, its type size."""

    page: int
    text: str
    left: float
    right: float
    baseline: float
    size: float
    stretch: float
    """How much wider its letters are drawn than their fonts have them; 1 if they are not."""
    spaces: tuple[Space, ...] = field(repr=False, default=())

    @property
    def space(self) -> float:
        """The white between its words over their fonts' own; 0 where it has one word."""
        own = sum(each.own for each in self.spaces)
        return sum(each.width for each in self.spaces) / own if own else 0

    @property
    def hyphenated(self) -> bool:
        """True if it ends inside a word, in a hyphen of ours or a written one."""
        return self.text[-1] in HYPHENS and self.text[-2:-1].isalpha()

    @property
    def leads(self) -> bool:
        """True if it is filled with dots, as a line of the contents."""
        return LEADERS.search(self.text) is not None

    @property
    def opens(self) -> bool:
        """True if it ends in a mark that opens: with a word before it, it would close.

        So it would with a space that binds before it, as in French («\u00a0Oui\u00a0»).
        """
        mark, before = self.text[-1], self.text[-2:-1]
        quote = category(mark) in QUOTES or mark in "\"'"
        if before in BOUND or (mark == "»" and self.text.count("«") >= self.text.count("»")):
            return False
        return mark in OPENING or (quote and (before.isspace() or before in OPENING | {"—", ""}))


def rows(page: int, runs: Iterable[Run], space: float | None = None) -> list[Row]:
    """Gather the characters of a page into lines, from its head to its foot.

    `space` is the own space of every font in type sizes, where the fonts in the file have none.
    """
    pieces = [
        Piece(glyph, glyph.size * run.stretch * space if space else run.space, run.stretch, turn)
        for turn, run in enumerate(runs)
        for glyph in run.glyphs
        if glyph.size > 0 and (not glyph.text.isspace() or glyph.right > glyph.left)
    ]
    found: list[Row] = []
    for level in _levels(pieces):
        parts = (part for part in _parts(level) if not all(map(_blank, part)))
        found.extend(_row(page, part) for part in parts)
    return sorted(found, key=lambda row: (-row.baseline, row.left))


def _blank(piece: Piece) -> bool:
    """Tell whether a character is white."""
    return piece.glyph.text.isspace()


def _levels(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Part characters by baseline: larger type first, and figures raised from it with it."""
    heights: dict[float, list[Piece]] = {}
    for piece in pieces:
        heights.setdefault(round(piece.glyph.baseline, 1), []).append(piece)
    groups = sorted(heights.items(), key=lambda each: -len(each[1]))
    levels: list[tuple[float, float, list[Piece]]] = []
    for height, group in groups:
        size = max(piece.glyph.size for piece in group)
        near = [each for each in levels if abs(each[0] - height) < RAISED * max(size, each[1])]
        if near:
            min(near, key=lambda each: abs(each[0] - height))[2].extend(group)
        else:
            levels.append((height, size, list(group)))
    yield from (level for _, _, level in levels)


def _parts(level: list[Piece]) -> Iterator[list[Piece]]:
    """Part the characters on one baseline where a wide white without a space character is.

    What was painted before that on its left is a number in the margin, not the line's own.
    """
    level = sorted(level, key=lambda piece: piece.glyph.left)
    part = level[:1]
    for last, piece in itertools.pairwise(level):
        white = (piece.glyph.left - last.glyph.right) / max(piece.glyph.size, last.glyph.size)
        spaced = _blank(piece) or _blank(last)
        before = piece.turn < last.turn
        if white > (MARGIN if before else COLUMN) and (before or not spaced):
            yield part
            part = []
        part.append(piece)
    if part:
        yield part


def _row(page: int, part: list[Piece]) -> Row:
    """Make a line of the characters on it, from left to right."""
    inked = [piece for piece in part if not _blank(piece)]
    sizes = Counter(round(piece.glyph.size, 1) for piece in inked)
    size = sizes.most_common(1)[0][0]
    level = Counter(
        round(piece.glyph.baseline, 3) for piece in inked if piece.glyph.size > size - 1
    )
    text, spaces = _read(part)
    return Row(
        page=page,
        text=text,
        left=inked[0].glyph.left,
        right=max(piece.glyph.right for piece in inked),
        baseline=level.most_common(1)[0][0],
        size=size,
        stretch=Counter(round(piece.stretch, 4) for piece in inked).most_common(1)[0][0],
        spaces=spaces,
    )


def _read(part: list[Piece]) -> tuple[str, tuple[Space, ...]]:
    """Read the characters of a line, and measure the white between its words.

    White without a space character is a word space in files that have none. A no-break space
    is justified as any other is (CSS Text 3, 7.3.2); one of fixed width is not.
    """
    text, spaces = "", []
    last: Piece | None = None
    blank: Piece | None = None
    for piece in part:
        if _blank(piece):
            blank = piece
            continue
        if last is not None:
            white = piece.glyph.left - last.glyph.right
            if blank or white > WORD * last.glyph.size:
                text += " "
                if blank is None or blank.glyph.text in JUSTIFIED:
                    spaces.append(Space(white, (blank or last).space))
        text += piece.glyph.text
        blank = None
        last = last if last and combining(piece.glyph.text) else piece
    return text, tuple(spaces)
