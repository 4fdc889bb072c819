"""The booklet, printed, folded and read, is the book."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from colofon.finding import Finding, Place
from colofon.readers import pdf_sheets
from colofon.readers.pdf_sheets import Face

SHEET = 4
"""Pages of a folded sheet: fewer are left blank at the end of the book."""

BLANK = ("", False)
"""What a page says that has neither letters nor a picture."""

HINT = "Make it again, and do not edit it by hand: doit clean, then doit."


def check(*, print_pdf: Path, booklet_pdf: Path) -> Generator[Finding, None, dict[str, int]]:
    """Fold the sheets, and compare what each page says with the page of the printed book.

    A page is known by its letters; of pictures without any only that they are there.
    """
    sides = pdf_sheets.sides(booklet_pdf)
    pages = pdf_sheets.pages(print_pdf)
    folded = list(pdf_sheets.folded(sides))
    name = booklet_pdf.name
    if len(sides) % 2:
        message = f"{len(sides)} sides are no whole sheets."
        yield Finding("booklet-side-missing", message, Place(name), HINT)
    yield from _counted(folded, pages, Place(name))
    for number, face in enumerate(folded, start=1):
        place = Place(name, part=f"page {face.side}")
        yield from _compared(number, face, pages, place)
        yield from _stands(number, face, place)
    return {"sheets": len(sides) // 2, "pages": len(folded)}


def _counted(folded: Sequence[Face], pages: Sequence[Face], place: Place) -> Iterator[Finding]:
    """Yield a finding if sheets are missing, or more than are needed."""
    surplus = len(folded) - len(pages)
    if surplus < 0:
        message = f"Folded, it has {len(folded)} pages, and the book has {len(pages)}."
        yield Finding("booklet-page-missing", message, place, HINT)
    elif surplus >= SHEET:
        message = f"{surplus} pages at the end are blank: more than a sheet needs."
        yield Finding("booklet-too-long", message, place, HINT)


def _compared(
    number: int, face: Face, pages: Sequence[Face], place: Place
) -> Generator[Finding, None, None]:
    """Yield what is wrong with one page of the folded booklet."""
    wanted = _said(pages[number - 1]) if number <= len(pages) else BLANK
    if _said(face) == wanted:
        return
    others = [index for index, page in enumerate(pages, start=1) if _said(page) == _said(face)]
    if _said(face) == BLANK:
        message = f"Page {number} of the book is missing: its place is blank."
        yield Finding("booklet-page-missing", message, place, HINT)
    elif others:
        message = f"Folded, page {others[0]} of the book is page {number}."
        yield Finding("booklet-page-misplaced", message, place, HINT)
    else:
        message = f"What page {number} says is not what page {number} of the book says."
        yield Finding("booklet-page-differs", message, place, HINT)


def _said(face: Face) -> tuple[str, bool]:
    """Return what a page is known by."""
    return face.letters, face.picture


def _stands(number: int, face: Face, place: Place) -> Iterator[Finding]:
    """Yield a page that does not stand upright, or not wholly on the paper."""
    if face.turned:
        message = f"Page {number} does not stand upright."
        yield Finding("booklet-page-turned", message, place, HINT)
    elif face.cut:
        message = f"«{face.cut[:20]}» of page {number} stands outside of the paper."
        yield Finding("booklet-page-cut", message, place, HINT)
