"""A cut page, its bleed and marks -> the boxes of the sheet (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Array

DIGITS = 3
"""Of a place on a sheet, in points."""


@dataclass(frozen=True)
class Box:
    """A rectangle, in points from the lower left corner of the sheet."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, space: float) -> Box:
        """Return the rectangle that leaves so much space on every side."""
        return Box(self.left + space, self.bottom + space, self.right - space, self.top - space)

    def array(self) -> Array:
        """Write the rectangle as PDF does."""
        sides = (self.left, self.bottom, self.right, self.top)
        return Array([round(side, DIGITS) for side in sides])

    def clip(self) -> str:
        """Return the operators that let nothing be painted outside."""
        sides = (self.left, self.bottom, self.right - self.left, self.top - self.bottom)
        return " ".join(str(round(side, DIGITS)) for side in sides) + " re\nW\nn"


@dataclass(frozen=True)
class Sheet:
    """What is printed, and what remains of it: all of it, its bleed, and the cut page."""

    media: Box
    bleed: Box
    trim: Box

    @classmethod
    def of(cls, width: float, height: float, bleed: float, slug: float) -> Sheet:
        """Lay a cut page of a width and height out, with its bleed and what is outside it."""
        around = 2 * (bleed + slug)
        media = Box(0, 0, width + around, height + around)
        return cls(media, media.within(slug), media.within(slug + bleed))
