"""A PDF -> the lines that PDFium sees on each page, and where their characters stand."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

Places = list[tuple[str, float, float]]
"""Characters with where they begin, in pt from the left and the foot of the page."""


def lines(document: pdfium.PdfDocument, index: int) -> list[str]:
    """Return the lines of a page in the order of painting; `index` counts from 0."""
    page = document[index]
    text = page.get_textpage()
    found = text.get_text_range().splitlines()
    text.close()
    page.close()
    return [line.strip() for line in found if line.strip()]


def places(document: pdfium.PdfDocument, index: int) -> Places:
    """Return where the characters of a page stand, to a tenth of a pt; `index` counts from 0."""
    page = document[index]
    text = page.get_textpage()
    found = []
    for number in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium_c.FPDFText_GetCharOrigin(text, number, x, y)
        sign = chr(pdfium_c.FPDFText_GetUnicode(text, number))
        found.append((sign, round(x.value, 1), round(y.value, 1)))
    text.close()
    page.close()
    return found
