"""A booklet as PDF -> its sheets as they come from the printer, and what is read when folded.

PDFium reads the characters, where they stand, whether anything is printed where there are none,
and how the sides are called. Nothing is known here of how pages were set on sheets: the paper
is cut, turned and folded as a person does it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from colofon.readers import pdf_glyphs
from colofon.readers.once import once

HYPHENS = "\u00ad\u2010\x02"
"""What PDFium gives for a hyphen at the end of a line, as it guesses."""

UPRIGHT = 0.1
"""Radians by which a line may lean that stands upright."""


EDGE = 4.0
"""Points inside of a cut page where marks beside it are no longer seen."""

COARSE = 0.25
"""Pixels to a point that are enough to tell whether anything is printed."""

PAPER = 250
"""The least grey of a pixel on which nothing is printed."""


class Mark(NamedTuple):
    """A character that is no space, and where its baseline begins, in pt."""

    text: str
    x: float
    y: float
    turned: bool
    """True if it does not stand upright."""


@dataclass
class Face:
    """One page as it is seen: its characters, from the left and the foot of that page, in pt."""

    width: float
    height: float
    side: int
    """The side of a sheet that it is on, from 1; of a book, the page."""
    marks: list[Mark] = field(default_factory=list)
    picture: bool = False
    """Whether something is printed on it though there are no characters."""

    @property
    def letters(self) -> str:
        """Everything on it that is no space."""
        return "".join(mark.text for mark in self.marks)

    @property
    def turned(self) -> bool:
        """Tell whether it stands on its head, or on its side."""
        return sum(mark.turned for mark in self.marks) * 2 > len(self.marks)

    @property
    def cut(self) -> str:
        """Return what stands outside of the paper."""
        inside = (0 <= mark.x <= self.width and 0 <= mark.y <= self.height for mark in self.marks)
        return "".join(mark.text for mark, held in zip(self.marks, inside, strict=True) if not held)


class Side(NamedTuple):
    """One side of a sheet: the signature it belongs to, and its halves."""

    signature: str
    left: Face
    right: Face


@once
def pages(path: Path) -> list[Face]:
    """Read the pages of a book as they are when they have been cut to their trim boxes."""
    with pdf_glyphs.opened(path) as document:
        return [_trimmed(document, index) for index in range(len(document))]


@once
def sides(path: Path) -> list[Side]:
    """Read the sides of a booklet in the order of printing; each is cut in two at its middle.

    A side that is called «2.7» belongs to signature 2; one without a point, to the only one.
    """
    with pdf_glyphs.opened(path) as document:
        return [_side(document, index) for index in range(len(document))]


def folded(printed: list[Side]) -> Iterator[Face]:
    """Fold each signature, lay one upon the other, and leaf through them.

    Two sides in sequence are one sheet, which was turned over its short edge: behind the right
    half of its front is the left one of its back. The first sheet is the outermost; a blank
    side is missing at the end where a sheet has no back.
    """
    for _, signature in groupby(printed, key=lambda side: side.signature):
        heap = list(signature)
        fronts, backs = heap[::2], heap[1::2]
        for front, back in zip(fronts, backs, strict=False):
            yield from (front.right, back.left)
        for front, back in reversed([*zip(fronts, backs, strict=False)]):
            yield from (back.right, front.left)


def _side(document: pdfium.PdfDocument, index: int) -> Side:
    """Read one side of a sheet."""
    width, height = document.get_page_size(index)
    fold = width / 2
    left, right = (Face(fold, height, index + 1) for _ in range(2))
    for mark in _marks(document, index):
        if mark.x < fold:
            left.marks.append(mark)
        else:
            right.marks.append(mark._replace(x=mark.x - fold))
    trim = document[index].get_trimbox()
    for face, box in ((left, (*trim[:2], fold, trim[3])), (right, (fold, *trim[1:]))):
        face.picture = not face.marks and _is_printed(document, index, box)
    name, point, _ = pdf_glyphs.label(document, index).rpartition(".")
    return Side(name if point else "", left, right)


def _trimmed(document: pdfium.PdfDocument, index: int) -> Face:
    """Read one page of a book, without what is printed beside it."""
    trim = document[index].get_trimbox()
    left, bottom, right, top = trim
    face = Face(right - left, top - bottom, index + 1)
    for mark in _marks(document, index):
        if left <= mark.x <= right and bottom <= mark.y <= top:
            face.marks.append(mark._replace(x=mark.x - left, y=mark.y - bottom))
    face.picture = not face.marks and _is_printed(document, index, trim)
    return face


def _is_printed(document: pdfium.PdfDocument, index: int, box: tuple[float, ...]) -> bool:
    """Tell whether anything can be seen inside of a box of a page."""
    page = document[index]
    beside = (abs(inner - outer) + EDGE for inner, outer in zip(box, page.get_bbox(), strict=True))
    image = page.render(scale=COARSE, crop=tuple(beside)).to_pil().convert("L")
    page.close()
    darkest: int = image.getextrema()[0]
    return darkest < PAPER


def _marks(document: pdfium.PdfDocument, index: int) -> Iterator[Mark]:
    """Yield the characters of a page in the order of the file, without spaces."""
    page = document[index]
    text = page.get_textpage()
    for number in range(pdfium_c.FPDFText_CountChars(text)):
        character = chr(pdfium_c.FPDFText_GetUnicode(text, number))
        if character.isspace() or character == "\0":
            continue
        x, y = pdfium_c.c_double(), pdfium_c.c_double()
        pdfium_c.FPDFText_GetCharOrigin(text, number, x, y)
        angle = math.remainder(pdfium_c.FPDFText_GetCharAngle(text, number), math.tau)
        shown = "-" if character in HYPHENS else character
        yield Mark(shown, x.value, y.value, abs(angle) > UPRIGHT)
    text.close()
    page.close()
