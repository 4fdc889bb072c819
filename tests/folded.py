"""Books of numbered pages, their booklets, and paper that is cut, stacked and folded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple, TypeVar

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Pdf

from colofon.formats import booklet
from colofon.front import Author, Front
from colofon.imposition.folding import Sheet
from colofon.source import Edition

MM = 72 / 25.4
BESIDE = 10 * MM
"""Of the paper around a page before it is cut: room for bleed and marks."""

BLEED = 3 * MM

INSIDE = 60.0
"""Where the text of every page begins, from the left edge of the cut page, in pt."""

A5 = (148 * MM, 210 * MM)
FRONT = Front(
    title="Obra",
    authors=(Author(name="Ana Pérez"),),
    language="es",
    issued=dt.date(2026, 11, 22),
    slug="obra",
)

Page = TypeVar("Page")


class Half(NamedTuple):
    """Half of a side of a sheet: what it says, and where its first letter stands in it, in pt."""

    words: list[str]
    left: float


def book(path: Path, pages: int, size: tuple[float, float] = A5) -> Path:
    """Write a book whose pages say their numbers; a black bar runs into the bleed at the top."""
    width, height = size
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(width + 2 * BESIDE, height + 2 * BESIDE))
        at = f"{BESIDE + INSIDE:.3f} {BESIDE + height / 2:.3f}"
        text = f"BT /F 12 Tf {at} Td (this is page {number} of {pages}) Tj ET"
        bar = f"{BESIDE - BLEED} {BESIDE + height - 20} {width + 2 * BLEED} {20 + BLEED} re f"
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        page.obj.Contents = pdf.make_stream(f"{text} {bar}".encode())
        page.obj.TrimBox = Array([BESIDE, BESIDE, BESIDE + width, BESIDE + height])
        edges = (-BLEED, -BLEED, width + BLEED, height + BLEED)
        page.obj.BleedBox = Array([BESIDE + edge for edge in edges])
    pdf.save(path, deterministic_id=True)
    return path


def booklet_of(printed: Path) -> Path:
    """Make the booklet of a book, beside it."""
    made = booklet.make(edition=Edition("obra", printed.parent), front=FRONT, print_pdf=printed)
    [data] = made.files.values()
    path = printed.parent / "obra-booklet.pdf"
    path.write_bytes(data)
    return path


def leaves(sheets: list[tuple[tuple[Page, Page], tuple[Page, Page]]]) -> list[Page]:
    """Fold sheets into one another, the first one outermost, and name what is seen leafing.

    Each is its front (left, right) and its back, as it lies when turned over its short edge.
    """
    inside: list[Page] = []
    for (front_left, front_right), (back_left, back_right) in reversed(sheets):
        inside = [front_right, back_left, *inside, back_right, front_left]
    return inside


def paper(sheets: list[Sheet]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return only what stands on the sheets."""
    return [(sheet.front, sheet.back) for sheet in sheets]


def cut(path: Path) -> list[tuple[Half, Half]]:
    """Read a booklet and cut every side at its middle."""
    document = pdfium.PdfDocument(path)
    found = []
    for page in document:
        text, (width, height) = page.get_textpage(), page.get_size()
        halves = []
        for left in (0, width / 2):
            words = text.get_text_bounded(left, 0, left + width / 2, height).split()
            halves.append(Half(words, _leftmost(text, left, left + width / 2) - left))
        found.append((halves[0], halves[1]))
    document.close()
    return found


def words(path: Path) -> list[list[str]]:
    """Read what each page of a book says."""
    document = pdfium.PdfDocument(path)
    found = [page.get_textpage().get_text_range().split() for page in document]
    document.close()
    return found


def turned(path: Path, side: int) -> None:
    """Turn one page of a finished booklet on its head; sides count from 0."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[side]
        width, height = (float(each) for each in page.mediabox[2:])
        page.contents_add(f"q -1 0 0 -1 {width} {height} cm".encode(), prepend=True)
        page.contents_add(b"Q")
        pdf.save(path)


def _leftmost(text: pdfium.PdfTextPage, left: float, right: float) -> float:
    """Return where the first letter between two heights of a side begins; `left` if none does."""
    boxes = [text.get_charbox(index, loose=True)[0] for index in range(text.count_chars())]
    return min((each for each in boxes if left <= each < right), default=left)
