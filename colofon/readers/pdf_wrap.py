"""The cover of a printed book -> its size, the words on its panels, its bar codes, by PDFium."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2

from colofon.readers import barcodes
from colofon.readers.words import INVISIBLE

MILLIMETRE = 72 / 25.4
"""In points."""

RESOLUTION = 300
"""In which bar codes are looked for, in pixels to the inch: four to a module of nominal size."""


@dataclass(frozen=True)
class Size:
    """The pages of a PDF and the first one's trim (ISO 32000-1, 14.11.2), in mm."""

    pages: int
    width: float
    height: float


@dataclass(frozen=True)
class Wrap:
    """What a cover shows; words stand without white space, which rotated lines do not keep."""

    size: Size
    back: str
    spine: str
    front: str
    symbols: tuple[str, ...]
    """What the bar codes say."""


def size(path: Path) -> Size:
    """Measure a PDF; raise `pypdfium2.PdfiumError` if the file is none."""
    with pypdfium2.PdfDocument(path) as document:
        return _size(document)


def read(path: Path, width: float) -> Wrap:
    """Read a cover whose front and back are `width` mm wide; raise as `size` does."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        left, bottom, right, top = page.get_trimbox()
        folds = left + width * MILLIMETRE, right - width * MILLIMETRE
        text = page.get_textpage()
        edges = (left, *folds, right)
        back, spine, front = (
            squeezed(text.get_text_bounded(first, bottom, last, top))
            for first, last in pairwise(edges)
        )
        picture = page.render(scale=RESOLUTION / 72).to_pil()
        return Wrap(
            _size(document), back, spine, front, tuple(each.text for each in barcodes.read(picture))
        )


def squeezed(text: str) -> str:
    """Take the white space out of a text, and what only says where a line may break."""
    return "".join(text.translate(INVISIBLE).split())


def _size(document: pypdfium2.PdfDocument) -> Size:
    """Measure the first page."""
    left, bottom, right, top = document[0].get_trimbox()
    return Size(len(document), (right - left) / MILLIMETRE, (top - bottom) / MILLIMETRE)
