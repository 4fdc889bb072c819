"""Words and a face -> how long and how high they are, in ems."""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass

from PIL import ImageFont

from colofon import typefaces

MEASURED_AT = 1000
"""Size in which words are measured, in pixels to the em."""


@dataclass(frozen=True)
class Extent:
    """The room that a line of words takes, in ems; `above` and `below` are of its ink."""

    length: float
    above: float
    """From the base line to the highest ink."""
    below: float
    """From the base line down to the lowest ink."""

    @property
    def height(self) -> float:
        """The height of the ink."""
        return self.above + self.below


@functools.cache
def _font(face: str) -> ImageFont.FreeTypeFont:
    """Open one of our faces, without kerning: real lines are hardly ever longer."""
    data = typefaces.FACES[face].file.read_bytes()
    layout = ImageFont.Layout.BASIC
    return ImageFont.truetype(io.BytesIO(data), MEASURED_AT, layout_engine=layout)


def extent(text: str, face: str) -> Extent:
    """Measure a line."""
    _, top, _, bottom = _font(face).getbbox(text, anchor="ls")
    length = _font(face).getlength(text)
    return Extent(length / MEASURED_AT, -top / MEASURED_AT, bottom / MEASURED_AT)


def middle(face: str) -> float:
    """Return how far above its base line a line box has its middle, in ems (CSS 2, 10.8)."""
    ascent, descent = _font(face).getmetrics()
    return (ascent - descent) / 2 / MEASURED_AT


def lines(text: str, face: str, width: float) -> int:
    """Count the lines of a text set ragged in `width` ems, each filled as far as it goes."""
    space, count, filled = extent(" ", face).length, 1, -extent(" ", face).length
    for word in text.split():
        length = extent(word, face).length
        filled += space + length
        if filled > width:
            count, filled = count + 1, length
    return count
