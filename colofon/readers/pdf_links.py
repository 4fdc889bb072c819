"""Where the links and the named destinations of a PDF lead, by PDFium."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from typing import Any

    from colofon.readers.pdf_glyphs import Glyph


class Link(NamedTuple):
    """An internal link: its rectangle in pt, and the page (from 1) and point it leads to.

    The point is nowhere (not a number) if the link leads to a page as a whole.
    """

    left: float
    bottom: float
    right: float
    top: float
    page: int
    x: float
    y: float

    def holds(self, glyph: Glyph) -> bool:
        """Tell whether a character stands in the link's rectangle."""
        middle = (glyph.left + glyph.right) / 2
        return self.left <= middle <= self.right and self.bottom <= glyph.bottom <= self.top


class Goal(NamedTuple):
    """A place that has a name: its page from 1, and its point in pt; nan where it is none."""

    page: int
    x: float
    y: float


def links(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[Link]:
    """Yield the links of a page that lead to another place of the document."""
    position, link = ctypes.c_int(0), pdfium_c.FPDF_LINK()
    while pdfium_c.FPDFLink_Enumerate(page, position, link):
        target = pdfium_c.FPDFLink_GetDest(document, link)
        if not target:
            continue
        box = pdfium_c.FS_RECTF()
        pdfium_c.FPDFLink_GetAnnotRect(link, box)
        yield Link(box.left, box.bottom, box.right, box.top, *_goal(document, target))


def goals(document: pdfium.PdfDocument) -> dict[str, Goal]:
    """Return where every named destination is (ISO 32000-1, 12.3.2.3)."""
    found: dict[str, Goal] = {}
    for number in range(pdfium_c.FPDF_CountNamedDests(document)):
        size = ctypes.c_long(0)
        pdfium_c.FPDF_GetNamedDest(document, number, None, size)
        buffer = ctypes.create_string_buffer(size.value)
        target = pdfium_c.FPDF_GetNamedDest(document, number, buffer, size)
        name = buffer.raw[: size.value].decode("utf-16-le").rstrip("\0")
        if target:
            found[name] = _goal(document, target)
    return found


def _goal(document: pdfium.PdfDocument, target: Any) -> Goal:
    """Return the page and the point of a destination."""
    known = [ctypes.c_int() for _ in range(3)]
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    pdfium_c.FPDFDest_GetLocationInPage(target, *known, x, y, zoom)
    point = (x.value, y.value) if known[0].value and known[1].value else (math.nan, math.nan)
    return Goal(pdfium_c.FPDFDest_GetDestPageIndex(document, target) + 1, *point)
