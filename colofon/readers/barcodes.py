"""A picture of a cover -> the bar code on it, decoded, and where its bars stand."""

from __future__ import annotations

from dataclasses import dataclass

import zxingcpp
from PIL import Image

MODULES = 95
"""The width of an EAN-13 from its first bar to its last (ISO/IEC 15420, 4)."""

QUIET_LEFT, QUIET_RIGHT = 11, 7
"""Modules that stay white on either side (ISO/IEC 15420, 4)."""

DARK, LIGHT = 100, 230
"""Grey values of a bar at most, and of paper at least."""


@dataclass(frozen=True)
class Bars:
    """A bar code; places and widths are pixels of the picture."""

    text: str
    left: int
    right: int
    top: int
    bottom: int
    quiet: bool
    """Whether nothing stands on either side of the bars."""

    @property
    def module(self) -> float:
        """The width of the narrowest bar."""
        return (self.right - self.left) / MODULES


def read(image: Image.Image) -> list[Bars]:
    """Find every EAN-13; one whose check digit is wrong is none."""
    grey = image.convert("L")
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.EAN13)
    return [_measured(each, grey) for each in found if each.valid]


def _measured(code: zxingcpp.Barcode, grey: Image.Image) -> Bars:
    """Measure the bars along the line on which they were read."""
    corners = (
        code.position.top_left,
        code.position.top_right,
        code.position.bottom_left,
        code.position.bottom_right,
    )
    left, right = min(each.x for each in corners), max(each.x for each in corners)
    top, bottom = min(each.y for each in corners), max(each.y for each in corners)
    row = (top + bottom) // 2
    module = (right - left) / MODULES
    near = round(2 * module)
    line = grey.crop((0, row, grey.width, row + 1)).tobytes()
    low = max(left - near, 0)
    left = next((x for x in range(low, left + near) if line[x] < DARK), left)
    high = min(right + near, grey.width - 1)
    right = next((x for x in range(high, right - near, -1) if line[x] < DARK), right) + 1
    module = (right - left) / MODULES
    before = line[max(round(left - QUIET_LEFT * module) + 1, 0) : left - 1]
    behind = line[right + 1 : round(right + QUIET_RIGHT * module) - 1]
    quiet = all(value >= LIGHT for value in before + behind)
    upper, lower = _reach(grey, left, row, -1), _reach(grey, left, row, 1)
    return Bars(code.text, left, right, upper, lower, quiet)


def _reach(grey: Image.Image, left: int, row: int, step: int) -> int:
    """Follow the first bar up or down to its end."""
    column = grey.crop((left + 1, 0, left + 2, grey.height)).tobytes()
    while 0 < row < grey.height - 1 and column[row + step] < DARK:
        row += step
    return row
