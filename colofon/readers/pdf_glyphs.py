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

from colofon.readers.pdf_links import Link
from colofon.readers.pdf_links import links as links_of

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


class Run(NamedTuple):
    """The characters of one text object, and whether it is marked as an artifact.

    `stretch` is how much wider they are drawn than their font has them (1: as it has them),
    `space` the width in pt of the font's own space, drawn so; nonsense if the font has none.
    """

    glyphs: list[Glyph]
    artifact: bool
    stretch: float
    space: float


class Page(NamedTuple):
    """One page: its number from 1, its label, its text objects in order, its internal links."""

    number: int
    label: str
    runs: list[Run]
    links: list[Link]


@contextmanager
def opened(source: Path | bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF; raise `pypdfium2.PdfiumError` if it is none."""
    document = pdfium.PdfDocument(source)
    try:
        yield document
    finally:
        document.close()


def read(
    document: pdfium.PdfDocument,
    index: int,
    guide: pdfium.PdfDocument | None = None,
    *,
    exact: bool = False,
) -> Page:
    """Read one page; `index` counts from 0.

    Links are those of the same page of `guide`, if that is given and has one. On the endless
    line places are exact to some hundredths of a pt. With `exact` they are as the file has
    them, but hyphens at line ends, and which spaces there are, PDFium's guess.
    """
    page = document[index]
    linked = guide or document
    links = list(links_of(linked, linked[index])) if index < len(linked) else []
    shifts = _lay_out(page, 0 if exact else APART)
    runs = list(_runs(page, shifts))
    page.close()
    return Page(index + 1, label(document, index), runs, links)


def _runs(page: pdfium.PdfPage, shifts: dict[int, _Shift]) -> Iterator[Run]:
    """Yield the text objects of a page in the order of painting, which PDFium's text need not keep.

    Characters that PDFium takes apart from the others of their object make a run of their own.
    """
    text = page.get_textpage()
    runs: dict[int, list[Run]] = {key: [] for key in shifts}
    last = 0
    for number in range(pdfium_c.FPDFText_CountChars(text)):
        item = pdfium_c.FPDFText_GetTextObject(text, number)
        if not item:  # a space that PDFium puts between two objects
            continue
        key = _address(item)
        if key != last:
            shift = shifts[key]
            runs[key].append(Run([], _is_artifact(item), shift.stretch, shift.space))
            last = key
        runs[key][-1].glyphs.append(_glyph(text, number, shifts[key]))
    text.close()
    yield from (run._replace(glyphs=_apart(run.glyphs)) for each in runs.values() for run in each)


def _apart(glyphs: list[Glyph]) -> list[Glyph]:
    """Let the characters of ActualText begin where the last one ends: PDFium starts all at once."""
    if len({glyph.left for glyph in glyphs}) > 1:
        return glyphs
    lefts = [glyphs[0].left, *(glyph.right for glyph in glyphs)]
    return [glyph._replace(left=left) for glyph, left in zip(glyphs, lefts, strict=False)]


class _Shift(NamedTuple):
    """How far a text object was moved, its type size, how much it is widened, and its space."""

    x: float
    y: float
    size: float
    stretch: float
    space: float


def _address(handle: Any) -> int:
    """Return what tells one of PDFium's objects from another."""
    return ctypes.addressof(handle.contents)


def _lay_out(page: pdfium.PdfPage, apart: float) -> dict[int, _Shift]:
    """Move every text object of a page to the endless line, in their order; none if `apart` is 0.

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
        x, y = (len(shifts) * apart - matrix.e, -matrix.f) if apart else (0, 0)
        high = size.value * math.hypot(matrix.c, matrix.d)
        stretch, space = _widths(item, matrix)
        shifts[_address(item)] = _Shift(x + left, y + bottom, high, stretch, space * high)
        if apart:
            pdfium_c.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
    return shifts


def _widths(item: Any, matrix: Any) -> tuple[float, float]:
    """Return how wide a text object's letters are drawn, and its font's space in type sizes.

    The horizontal scale of text (ISO 32000-1, 9.3.4) is part of its matrix in PDFium.
    """
    space = ctypes.c_float()
    pdfium_c.FPDFFont_GetGlyphWidth(pdfium_c.FPDFTextObj_GetFont(item), ord(" "), 1, space)
    high = math.hypot(matrix.c, matrix.d)
    stretch = math.hypot(matrix.a, matrix.b) / high if high else 1
    return stretch, space.value * stretch


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
