"""A sheet -> the marks outside its bleed, by which a printer cuts it and lays its plates together.

They are drawn in every ink of the part: on the cover in all at once (`/Separation /All`, ISO
32000-1, 8.6.6.4), inside the book in black, for which alone there is a plate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from colofon.press.sheet import Box, Sheet
from colofon.printers import MILLIMETRE

CLEAR = 0.5 * MILLIMETRE
"""From the bleed to a mark: outside it, as ISO 15930-7 asks."""
LENGTH = 5 * MILLIMETRE
"""Of a crop mark."""
RADIUS = 1.25 * MILLIMETRE
"""Of a registration mark; its cross is as long again by a half."""
WIDTH = 0.25
"""Of every line, in points."""
EVERY_INK = "/All CS\n1 SCN"
BLACK = "0 0 0 1 K"
"""How the marks' ink is set."""
ARC = 0.5523
"""How far a Bézier curve's points stand off for a quarter of a circle of radius 1."""

SLUG = CLEAR + LENGTH + 0.5 * MILLIMETRE
"""What stands outside the bleed on each side of a sheet with marks."""


def drawn(sheet: Sheet, ink: str) -> bytes:
    """Return the content that draws the marks of a sheet in EVERY_INK or in BLACK."""
    lines = ["q", ink, f"{WIDTH} w"]
    for segment in _crops(sheet.trim, sheet.bleed):
        lines.append(_line(*segment))
    for centre in _targets(sheet.media, sheet.bleed):
        lines.extend(_target(*centre))
    return "\n".join([*lines, "Q"]).encode()


def every_ink(pdf: pikepdf.Pdf) -> Any:
    """Return the colour space that EVERY_INK calls `/All`."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pdf.make_indirect(
        Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)])
    )


def _crops(trim: Box, bleed: Box) -> Iterator[tuple[float, float, float, float]]:
    """Yield the eight lines along which the sheet is cut, from past the bleed outwards."""
    for x in (trim.left, trim.right):
        yield (x, bleed.bottom - CLEAR, x, bleed.bottom - CLEAR - LENGTH)
        yield (x, bleed.top + CLEAR, x, bleed.top + CLEAR + LENGTH)
    for y in (trim.bottom, trim.top):
        yield (bleed.left - CLEAR, y, bleed.left - CLEAR - LENGTH, y)
        yield (bleed.right + CLEAR, y, bleed.right + CLEAR + LENGTH, y)


def _targets(media: Box, bleed: Box) -> Iterator[tuple[float, float]]:
    """Yield the middles of the four registration marks, one in the middle of each side."""
    x, y = (media.left + media.right) / 2, (media.bottom + media.top) / 2
    yield (x, (media.bottom + bleed.bottom) / 2)
    yield (x, (media.top + bleed.top) / 2)
    yield ((media.left + bleed.left) / 2, y)
    yield ((media.right + bleed.right) / 2, y)


def _target(x: float, y: float) -> Iterator[str]:
    """Draw a circle with a cross."""
    off, arm = RADIUS * ARC, RADIUS * 1.5
    points = [(1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)]
    yield f"{_numbers(x + RADIUS, y)} m"
    for from_x, from_y, to_x, to_y in points:
        yield (
            _numbers(
                x + from_x * RADIUS + to_x * off,
                y + from_y * RADIUS + to_y * off,
                x + to_x * RADIUS + from_x * off,
                y + to_y * RADIUS + from_y * off,
                x + to_x * RADIUS,
                y + to_y * RADIUS,
            )
            + " c"
        )
    yield "S"
    yield _line(x - arm, y, x + arm, y)
    yield _line(x, y - arm, x, y + arm)


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    """Draw a line."""
    return f"{_numbers(x, y)} m\n{_numbers(to_x, to_y)} l\nS"


def _numbers(*values: float) -> str:
    """Write numbers to the thousandth of a point."""
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)
