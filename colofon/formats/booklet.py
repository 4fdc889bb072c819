"""The booklet: the pages of the printed book on A4, to be folded and stapled at home."""

from __future__ import annotations

from pathlib import Path

from pikepdf import String

from colofon import imposition
from colofon.formats import Made
from colofon.front import Front
from colofon.imposition import sheets
from colofon.pdf import dialect, written
from colofon.pdf.metadata import Metadata
from colofon.pdf.standards import Standard
from colofon.source import Edition

PLAIN = Standard(dialect.ONE, {})
"""What has no structure conforms to nothing but PDF 1.7."""


def make(*, edition: Edition, front: Front, print_pdf: Path) -> Made:
    """Write `<slug>-booklet.pdf`, with the text and the metadata of the book."""
    with sheets.imposed(print_pdf, imposition.Practice.read()) as booklet:
        metadata = Metadata.of(front)
        written.describe(booklet, metadata.info(), metadata.xmp(PLAIN))
        booklet.Root.Lang = String(metadata.language)
        pdf = written.saved(booklet, PLAIN.dialect.version, packed=True)
    return Made({f"{edition.slug}-booklet.pdf": pdf})
