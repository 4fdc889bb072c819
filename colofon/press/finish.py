"""A PDF of WeasyPrint's -> PDF/X for a printer: PDF/X-4 (ISO 15930-7) or PDF/X-1a (ISO 15930-1).

Nothing is see-through in either: what a printer flattens is not what we saw.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pikepdf
from pikepdf import Dictionary, Stream

from colofon.finding import Finding
from colofon.pdf import written
from colofon.pdf.metadata import Metadata
from colofon.press import claims, marks
from colofon.press.inks import Inks
from colofon.press.losses import Losses
from colofon.press.plates import Plates
from colofon.press.sheet import Sheet
from colofon.printers import MILLIMETRE, Part, Printer

NOTHING = b"q\nQ\n"
"""The content of a blank page: qpdf packs none at all as no bytes, which Ghostscript refuses."""

KEPT = {"/Type", "/Pages"}
"""What remains of the catalogue: no bookmarks, names, tags, actions or attachments."""


@dataclass(frozen=True)
class Job:
    """One file that a printer is sent."""

    name: str
    """Of the file, for findings."""
    part: Literal["interior", "cover"]
    printer: Printer
    numbering: Sequence[Mapping[str, Any]] = ()
    """Where pages count from what, as layout.json has it."""
    images: Literal["grey", "refuse"] = "grey"
    """What becomes of pictures in colour inside the book."""

    @property
    def asked(self) -> Part:
        """How the printer wants this part."""
        return self.printer.interior if self.part == "interior" else self.printer.cover


def finish(raw: bytes, job: Job, metadata: Metadata) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a part of the book as its printer takes it, and what could not be kept as it was.

    `raw` has a TrimBox on each page, and artwork out to the bleed or none beyond the trim.
    Blank pages are added to an interior until the printer can bind it.
    """
    inks = Inks(job.asked.condition, job.part == "interior", job.asked.ink_limit)
    losses = Losses(job.name, refused=job.images == "refuse")
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for key in set(pdf.Root.keys()) - KEPT:
            del pdf.Root[key]
        paper = _Paper(pdf, job.asked, None if inks.black_alone else marks.every_ink(pdf))
        _print_pages(
            paper,
            Plates(pdf, inks, losses.lose, losses.grey, job.printer.limits.thinnest_line),
            losses,
        )
        if job.part == "interior":
            written.number(pdf, job.numbering)
            _add_blank_pages(paper, job.printer.pages.complete(len(pdf.pages)))
        claims.intend(pdf, job.asked)
        claims.describe(pdf, metadata, job.asked)
        return written.saved(
            pdf, claims.VERSIONS[job.asked.standard], packed=False
        ), losses.findings()


@dataclass(frozen=True)
class _Paper:
    """What the pages of a part are laid out on."""

    pdf: pikepdf.Pdf
    part: Part
    every_ink: Any
    """The colour space of marks where there is more than one ink."""

    def sheet(self, trim: Sequence[float]) -> Sheet:
        """Return the sheet for a trim."""
        left, bottom, right, top = trim
        slug = marks.SLUG if self.part.marks else 0
        return Sheet.of(right - left, top - bottom, self.part.bleed * MILLIMETRE, slug)

    def lay_out(
        self, page: pikepdf.Page, sheet: Sheet, content: bytes, resources: Dictionary
    ) -> None:
        """Give a page its boxes, what it paints, and with what; nothing else remains of it."""
        for key in set(page.obj.keys()) - {"/Type", "/Parent"}:
            del page.obj[key]
        page.obj.MediaBox = sheet.media.array()
        page.obj.BleedBox = sheet.bleed.array()
        page.obj.TrimBox = sheet.trim.array()
        if self.part.marks:
            content += marks.drawn(sheet, marks.EVERY_INK if self.every_ink else marks.BLACK)
        if self.part.marks and self.every_ink:
            resources.ColorSpace = Dictionary(All=self.every_ink)
        page.obj.Contents = self.pdf.make_indirect(Stream(self.pdf, content))
        page.obj.Resources = resources


def _print_pages(paper: _Paper, plates: Plates, losses: Losses) -> None:
    """Repaint each page, and lay it out on a sheet, cut off at the bleed."""
    for number, page in enumerate(paper.pdf.pages, start=1):
        losses.page = number
        trim = [float(side) for side in page.trimbox]
        sheet = paper.sheet(trim)
        content, resources = plates.page(page)
        shift = f"1 0 0 1 {sheet.trim.left - trim[0]:.3f} {sheet.trim.bottom - trim[1]:.3f} cm"
        clipped = f"q\n{sheet.bleed.clip()}\n{shift}\n".encode() + content + b"\nQ\n"
        paper.lay_out(page, sheet, clipped, resources)


def _add_blank_pages(paper: _Paper, wanted: int) -> None:
    """Add blank pages at the end, like the last in size."""
    trim = [float(side) for side in paper.pdf.pages[-1].trimbox]
    for _ in range(wanted - len(paper.pdf.pages)):
        paper.pdf.add_blank_page()
        paper.lay_out(paper.pdf.pages[-1], paper.sheet(trim), NOTHING, Dictionary())
