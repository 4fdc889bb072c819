"""An ISBN -> the bars and figures of its EAN-13, in millimetres (ISO/IEC 15420)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from barcode.ean import EAN13

MODULE = 0.33
"""The width of the narrowest bar at nominal size, in mm (GS1 General Specifications, 5.2.3).

We draw that size; 80 to 200 % of it may be read at a till (the same, 5.12.3).
"""

HEIGHT = 22.85
"""The height of a bar at nominal size, in mm (the same, 5.2.3)."""

LONGER = 5
"""By how many modules the guard bars reach further down (the same, 5.2.3)."""

QUIET = 11, 7
"""The modules left white before and after the bars (the same, 5.2.3.4)."""

MODULES = 95
"""From the first guard bar to the last: 3 + 6 × 7 + 5 + 6 × 7 + 3."""

GUARD, SPACE = "G", "0"
"""How the library writes a module of a guard bar, and one that is white."""

FIGURES = -9, *range(3, 45, 7), *range(50, 92, 7)
"""Where each figure stands: the first before the bars, the others below their own seven modules."""


@dataclass(frozen=True)
class Bar:
    """A black bar: distance from the left edge of the symbol, width and height, in mm."""

    left: float
    width: float
    height: float


@dataclass(frozen=True)
class Figure:
    """A figure below the bars, centred in a room of `width` mm from `left`."""

    left: float
    width: float
    text: str


@dataclass(frozen=True)
class Symbol:
    """A bar code with its quiet zones; lengths in mm."""

    width: float
    bars: tuple[Bar, ...]
    figures: tuple[Figure, ...]


def symbol(isbn: str) -> Symbol:
    """Draw the thirteen figures of an ISBN; ValueError for a wrong check digit."""
    code = EAN13(isbn, guardbar=True)
    if str(code) != isbn:
        raise ValueError(f"the check digit of {isbn} is wrong")
    return Symbol(
        width=(sum(QUIET) + MODULES) * MODULE,
        bars=tuple(_bars(code.build()[0])),
        figures=tuple(
            Figure((QUIET[0] + place) * MODULE, 7 * MODULE, text)
            for place, text in zip(FIGURES, isbn, strict=True)
        ),
    )


def _bars(modules: str) -> Iterator[Bar]:
    """Yield each run of black modules as one bar."""
    place = QUIET[0]
    for kind, run in groupby(modules):
        length = len(list(run))
        if kind != SPACE:
            longer = LONGER if kind == GUARD else 0
            yield Bar(place * MODULE, length * MODULE, HEIGHT + longer * MODULE)
        place += length
