"""Author, title and the width of a spine -> what can stand on it, and how large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from colofon.printers import MILLIMETRE, Printer
from colofon.wrap.measuring import Extent, extent, middle
from colofon.wrap.panels import Panels

AUTHOR, TITLE = "EBGaramond-Regular", "EBGaramond-SemiBold"
"""The faces that wrap.css sets them in."""

LARGEST = 20
"""The most that words on a spine measure, in pt."""

GAP = 0.9
"""Between author and title, in ems; wrap.css keeps to it."""

LEADING = 1.2
"""From one base line to the next, in ems; wrap.css keeps to it."""


SPARE = 0.02
"""Left clear on either side besides, in ems: boxes of glyphs are rounded outwards."""


@dataclass(frozen=True)
class Row:
    """A line along the spine; either may be empty."""

    authors: str
    title: str

    @property
    def room(self) -> Extent:
        """The room that its ink takes."""
        texts = ((self.authors, AUTHOR), (self.title, TITLE))
        extents = [extent(text, face) for text, face in texts if text]
        return Extent(
            sum(each.length for each in extents) + GAP * (len(extents) - 1),
            max(each.above for each in extents),
            max(each.below for each in extents),
        )


@dataclass(frozen=True)
class Lettering:
    """Lines along the spine, all of one size, whose ink stands in its middle."""

    rows: tuple[Row, ...]
    size: float
    """In pt."""

    @classmethod
    def of(
        cls, rows: tuple[Row, ...], panels: Panels, printer: Printer, length: float
    ) -> Lettering:
        """Make lines as large as the spine's width and a room of `length` mm allow.

        Their ink keeps the printer's clearance from both folds. Sizes are rounded down.
        """
        clear = (panels.spine - 2 * printer.spine.clearance) * MILLIMETRE
        longest = max(row.room.length for row in rows)
        size = min(clear / (_height(rows) + 2 * SPARE), length * MILLIMETRE / longest, LARGEST)
        return cls(rows, int(size * 10) / 10)

    @property
    def top(self) -> float:
        """How far from the spine's middle the first line box begins, in ems."""
        ink = self.rows[0].room.above - _height(self.rows) / 2
        return round(ink - middle(AUTHOR) - LEADING / 2, 4)


def _height(rows: tuple[Row, ...]) -> float:
    """Return the height of the ink of all lines, in ems."""
    return rows[0].room.above + (len(rows) - 1) * LEADING + rows[-1].room.below


def letter(authors: str, title: str, panels: Panels, printer: Printer) -> Lettering | None:
    """Set author and title as large as the spine allows, else the title alone, else nothing.

    Nothing is smaller than what the printer can print in white.
    """
    if not fits(panels.spine, printer):
        return None
    for ways in (_together(authors, title), _alone(title)):
        made = [Lettering.of(rows, panels, printer, panels.spine_length) for rows in ways]
        best = max(made, key=lambda each: each.size)
        if best.size >= printer.limits.smallest_reversed_type:
            return best
    return None


def house(name: str, panels: Panels, printer: Printer) -> Lettering | None:
    """Set who publishes the book at the foot of the spine, or nothing where that is too small."""
    if not fits(panels.spine, printer):
        return None
    made = Lettering.of((Row(name, ""),), panels, printer, panels.spine_foot)
    smaller = Lettering(made.rows, min(made.size, LARGEST / 2))
    return smaller if smaller.size >= printer.limits.smallest_type else None


def fits(width: float, printer: Printer) -> bool:
    """Tell whether a spine is wide enough for the printer to take words on it."""
    return width >= printer.spine.text_from


def _together(authors: str, title: str) -> Iterator[tuple[Row, ...]]:
    """Yield ways to set author and title: in one line, in two, in three."""
    yield (Row(authors, title),)
    for rows in _alone(title):
        yield (Row(authors, ""), *rows)


def _alone(title: str) -> Iterator[tuple[Row, ...]]:
    """Yield ways to set a title: in one line, and in two that are as even as can be."""
    yield (Row("", title),)
    words = title.split()
    broken = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if broken:
        first, second = min(broken, key=lambda two: max(extent(each, TITLE).length for each in two))
        yield Row("", first), Row("", second)
