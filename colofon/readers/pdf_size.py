"""A PDF -> how many pages it has, how they are numbered, and how large they are once cut."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import NamedTuple

import pikepdf

from colofon.readers.once import once

MM = 25.4 / 72
"""Millimetres to a point."""


WORKED = {"/Font", "/XObject", "/Shading", "/Pattern"}
"""What a page with anything on it uses (ISO 32000-1, table 33)."""


class Pages(NamedTuple):
    """The pages of a book; sizes are those of the first page's trim box, in millimetres."""

    arabic: int
    roman: int
    """Pages whose label is no Arabic number; the blank ones at the end are neither."""
    blank: int
    """Blank pages at the end, which are there for the binding."""
    width: float
    height: float

    @property
    def total(self) -> int:
        """All pages."""
        return self.arabic + self.roman + self.blank


@once
def read(path: Path) -> Pages:
    """Count and measure (ISO 32000-1, 12.4.2 and 14.11.2); raise `pikepdf.PdfError` if no PDF."""
    with pikepdf.open(path) as pdf:
        blank = _blank(pdf)
        labels = [str(page.label) for page in pdf.pages[: len(pdf.pages) - blank]]
        left, bottom, right, top = (float(side) * MM for side in pdf.pages[0].trimbox)
    arabic = sum(label.isdecimal() for label in labels)
    size = (round(right - left, 1), round(top - bottom, 1))
    return Pages(arabic, len(labels) - arabic, blank, *size)


def _blank(pdf: pikepdf.Pdf) -> int:
    """Count the pages at the end with neither text nor picture; marks for the cut are neither."""
    backwards = reversed(list(pdf.pages))
    empty = itertools.takewhile(lambda page: not WORKED & set(page.resources.keys()), backwards)
    return sum(1 for _ in empty)
