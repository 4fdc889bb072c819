"""A PDF -> its pages as pixels, and where their characters stand, by PDFium."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from colofon.preflight.state import Box
from colofon.readers import pdf_glyphs

POINTS = 72
"""To the inch."""


def picture(path: Path, index: int, resolution: int) -> Image.Image:
    """Draw one page (from 0) out to its media box, in so many pixels to the inch."""
    with pdf_glyphs.opened(path) as document:
        page = document[index]
        page.set_cropbox(*page.get_mediabox())
        drawn = page.render(scale=resolution / POINTS, may_draw_forms=False)
        image: Image.Image = drawn.to_pil().convert("RGB")
        page.close()
        return image


def letters(path: Path) -> list[list[Box]]:
    """Return the box of the ink of every visible character, page by page, in points."""
    with pdf_glyphs.opened(path) as document:
        return [_letters(document[index]) for index in range(len(document))]


def _letters(page: pdfium.PdfPage) -> list[Box]:
    """Return the boxes of one page's characters."""
    text = page.get_textpage()
    boxes = []
    for number in range(pdfium_c.FPDFText_CountChars(text)):
        if chr(pdfium_c.FPDFText_GetUnicode(text, number)).isspace():
            continue
        sides = [ctypes.c_double() for _ in range(4)]
        pdfium_c.FPDFText_GetCharBox(text, number, *sides)
        left, right, bottom, top = (side.value for side in sides)
        if right > left and top > bottom:
            boxes.append(Box(left, bottom, right, top))
    text.close()
    page.close()
    return boxes
