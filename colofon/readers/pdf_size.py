"""A PDF -> how many pages it has, how they are numbered, and how large they are once cut."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pikepdf

from colofon.readers.once import once

MM = 25.4 / 72
"""Millimetres to a point."""


class Pages(NamedTuple):
    """The pages of a book; sizes are those of the first page's trim box, in millimetres."""

    arabic: int
    roman: int
    """Pages whose label is no Arabic number."""
    width: float
    height: float

    @property
    def total(self) -> int:
        """All pages."""
        return self.arabic + self.roman


@once
def read(path: Path) -> Pages:
    """Count and measure (ISO 32000-1, 12.4.2 and 14.11.2); raise `pikepdf.PdfError` if no PDF."""
    with pikepdf.open(path) as pdf:
        labels = [str(page.label) for page in pdf.pages]
        left, bottom, right, top = (float(side) * MM for side in pdf.pages[0].trimbox)
    arabic = sum(label.isdecimal() for label in labels)
    size = (round(right - left, 1), round(top - bottom, 1))
    return Pages(arabic, len(labels) - arabic, *size)
