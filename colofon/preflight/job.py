"""A file for the press, and what it is for: what rules ask of it, each read once."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pikepdf
from PIL import Image

from colofon.front import Front
from colofon.preflight import graphics, raster
from colofon.preflight.marks import Mark, Sheet
from colofon.preflight.state import Box
from colofon.printers import Paper, Printer
from colofon.printers import Part as Asked
from colofon.readers import barcodes, pdf_glyphs, pdf_lines
from colofon.readers.pdf_lines import Line

Part = Literal["interior", "cover"]

MM = 72 / 25.4
"""Points to a millimetre."""

POINTS = 72
"""To the inch."""

RASTER = 600
"""Pixels to the inch in which a cover is looked at."""

INCH = 25.4
"""Millimetres."""

SERIES_A = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "A6": (105.0, 148.0)}
"""ISO 216, in millimetres."""


@dataclass(frozen=True)
class Job:
    """One file for one printer; measures are millimetres where nothing else is said."""

    path: Path
    part: Part
    printer: Printer
    paper: Paper
    front: Front
    pages: int
    """Of the interior, with the blank ones at its end; of the cover's, too."""
    words: tuple[str, ...] = ()
    """Of the master, body and notes, which the interior must hold."""

    @property
    def asked(self) -> Asked:
        """What the printer asks of this part."""
        return self.printer.interior if self.part == "interior" else self.printer.cover

    @property
    def isbn(self) -> str:
        """The digits of the printed book's ISBN; nothing if it has none."""
        given = self.front.isbn.print if self.front.isbn else None
        return re.sub(r"[^0-9X]", "", given or "")

    @cached_property
    def trim(self) -> tuple[float, float]:
        """The width and height of a page once cut, as the front matter names it."""
        name = self.front.print.trim
        if name in SERIES_A:
            return SERIES_A[name]
        width, height = map(float, name.removesuffix("in").split("x"))
        scale = INCH if name.endswith("in") else 1
        return width * scale, height * scale

    @cached_property
    def spine(self) -> float:
        """How thick the book's block is: half as many leaves as pages, and what is added."""
        return self.pages / 2 * self.paper.caliper + self.printer.spine.added

    @cached_property
    def size(self) -> tuple[float, float]:
        """The width and height of this file's pages once cut."""
        width, height = self.trim
        return (width, height) if self.part == "interior" else (2 * width + self.spine, height)

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The file, read; raises `pikepdf.PdfError` if it is no PDF."""
        return pikepdf.open(io.BytesIO(self.path.read_bytes()))

    @cached_property
    def sheets(self) -> list[Sheet]:
        """What each page shows."""
        return [graphics.read(page, number) for number, page in enumerate(self.pdf.pages, 1)]

    @cached_property
    def marks(self) -> list[Mark]:
        """Everything that is drawn within the bleed; what stands outside is cut away unseen."""
        boxes = self.bleeds
        return [
            mark
            for sheet in self.sheets
            for mark in sheet.marks
            if (shared := boxes[sheet.number - 1].grown(-0.01).shared(mark.box)) and shared
        ]

    @cached_property
    def trims(self) -> list[Box]:
        """The trim box of each page in points."""
        return [Box(*map(float, page.trimbox)) for page in self.pdf.pages]

    @cached_property
    def bleeds(self) -> list[Box]:
        """The bleed box of each page in points."""
        return [Box(*map(float, page.bleedbox)) for page in self.pdf.pages]

    @cached_property
    def letters(self) -> list[list[Box]]:
        """The box of every visible character of each page in points, as PDFium finds them."""
        return raster.letters(self.path)

    @cached_property
    def lines(self) -> list[list[Line]]:
        """The lines of text of each page, as PDFium finds them."""
        with pdf_glyphs.opened(self.path) as document:
            pages = (pdf_glyphs.read(document, index) for index in range(len(document)))
            return [pdf_lines.lines(page) for page in pages]

    def picture(self, index: int, resolution: int) -> Image.Image:
        """Draw a page (from 0) out to its media box, in so many pixels to the inch."""
        return raster.picture(self.path, index, resolution)

    @cached_property
    def pictured(self) -> Image.Image:
        """The first page, finely drawn."""
        return self.picture(0, RASTER)

    @cached_property
    def bars(self) -> list[barcodes.Bars]:
        """The bar codes of the cover."""
        return barcodes.read(self.pictured)

    def objects(self) -> list[Any]:
        """Return every dictionary of the file, streams' too, those within others included."""
        found: list[Any] = []
        waiting: list[Any] = [*self.pdf.objects]
        while waiting:
            each = waiting.pop()
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                found.append(each)
                values = [value for _, value in each.items()]
            elif isinstance(each, pikepdf.Array):
                values = list(each)
            else:
                continue
            waiting.extend(
                value
                for value in values
                if isinstance(value, pikepdf.Object) and not value.is_indirect
            )
        return found
