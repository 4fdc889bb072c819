"""The pages of a PDF -> its characters where they stand, and where its links lead, by PDFium.

PDFium guesses at lines: it joins a word after any hyphen at a line end, and so cannot
tell a written hyphen from one of ours. We want no guesses. Before reading we therefore
move every text object of the page, in memory, to one endless line; the characters then
come back as the file has them, and we move their places back.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

APART = 10_000
"""Distance in pt between text objects on the endless line: wider than any page."""


class Glyph(NamedTuple):
    """One character: `left` to `right` is its advance, `bottom` where its ink begins.

    All in pt from the left and the foot of the cut page; `size` is the type size in pt.
    """

    text: str
    left: float
    right: float
    baseline: float
    bottom: float
    size: float


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


class Run(NamedTuple):
    """The characters of one text object, and whether it is marked as an artifact."""

    glyphs: list[Glyph]
    artifact: bool


class Page(NamedTuple):
    """One page: its number from 1, its label, its text objects in order, its internal links."""

    number: int
    label: str
    runs: list[Run]
    links: list[Link]


@contextmanager
def opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF; raise `pypdfium2.PdfiumError` if it is none."""
    document = pdfium.PdfDocument(path)
    try:
        yield document
    finally:
        document.close()


def read(document: pdfium.PdfDocument, index: int, guide: pdfium.PdfDocument | None = None) -> Page:
    """Read one page; `index` counts from 0.

    Links are those of the same page of `guide`, if that is given and has one.
    """
    page = document[index]
    linked = guide or document
    links = list(_links(linked, linked[index])) if index < len(linked) else []
    shifts = _lay_out(page)
    text = page.get_textpage()
    runs: list[Run] = []
    last = 0
    for number in range(pdfium_c.FPDFText_CountChars(text)):
        item = pdfium_c.FPDFText_GetTextObject(text, number)
        if not item:  # a space that PDFium puts between two objects
            continue
        key = _address(item)
        if key != last:
            runs.append(Run([], _is_artifact(item)))
            last = key
        runs[-1].glyphs.append(_glyph(text, number, shifts[key]))
    text.close()
    page.close()
    runs = [run._replace(glyphs=_apart(run.glyphs)) for run in runs]
    return Page(index + 1, label(document, index), runs, links)


def _apart(glyphs: list[Glyph]) -> list[Glyph]:
    """Let the characters of ActualText begin where the last one ends: PDFium starts all at once."""
    if len({glyph.left for glyph in glyphs}) > 1:
        return glyphs
    lefts = [glyphs[0].left, *(glyph.right for glyph in glyphs)]
    return [glyph._replace(left=left) for glyph, left in zip(glyphs, lefts, strict=False)]


class _Shift(NamedTuple):
    """How far a text object was moved, in pt, and its type size."""

    x: float
    y: float
    size: float


def _address(handle: Any) -> int:
    """Return what tells one of PDFium's objects from another."""
    return ctypes.addressof(handle.contents)


def _lay_out(page: pdfium.PdfPage) -> dict[int, _Shift]:
    """Move every text object of a page to the endless line, in their order.

    The shift leads back to where it stands on the cut page (ISO 32000-1, 14.11.2).
    """
    left, bottom, *_ = page.get_trimbox()
    shifts: dict[int, _Shift] = {}
    for number in range(pdfium_c.FPDFPage_CountObjects(page)):
        item = pdfium_c.FPDFPage_GetObject(page, number)
        if pdfium_c.FPDFPageObj_GetType(item) != pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        matrix, size = pdfium_c.FS_MATRIX(), ctypes.c_float()
        pdfium_c.FPDFPageObj_GetMatrix(item, matrix)
        pdfium_c.FPDFTextObj_GetFontSize(item, size)
        x, y = len(shifts) * APART - matrix.e, -matrix.f
        shifts[_address(item)] = _Shift(
            x + left, y + bottom, size.value * math.hypot(matrix.c, matrix.d)
        )
        pdfium_c.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
    return shifts


def _glyph(text: Any, number: int, shift: _Shift) -> Glyph:
    """Read one character at its place on the page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text, number, x, y)
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(text, number, box)
    ink = [ctypes.c_double() for _ in range(4)]
    pdfium_c.FPDFText_GetCharBox(text, number, *ink)
    return Glyph(
        chr(pdfium_c.FPDFText_GetUnicode(text, number)),
        x.value - shift.x,
        box.right - shift.x,
        y.value - shift.y,
        ink[2].value - shift.y,
        shift.size,
    )


def _is_artifact(item: Any) -> bool:
    """Tell whether an object stands in marked content with the tag Artifact."""
    for number in range(pdfium_c.FPDFPageObj_CountMarks(item)):
        mark = pdfium_c.FPDFPageObj_GetMark(item, number)
        buffer, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
        pdfium_c.FPDFPageObjMark_GetName(
            mark, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), len(buffer), length
        )
        if buffer.raw[: length.value].decode("utf-16-le").rstrip("\0") == "Artifact":
            return True
    return False


def label(document: pdfium.PdfDocument, index: int) -> str:
    """Return a page's label, or its number where it has none (ISO 32000-1, 12.4.2)."""
    length = pdfium_c.FPDF_GetPageLabel(document, index, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDF_GetPageLabel(document, index, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0") or str(index + 1)


def _links(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[Link]:
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
