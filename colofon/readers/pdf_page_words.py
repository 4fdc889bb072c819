"""A PDF -> the words on each of its pages, in the order in which they were painted, by PDFium."""

from __future__ import annotations

from pathlib import Path

from colofon.readers import pdf_glyphs
from colofon.readers.once import once
from colofon.readers.pdf_lines import lines


@once
def read(path: Path) -> list[list[str]]:
    """Read every page, running heads and folios with it; a blank page has no words.

    Raise `pypdfium2.PdfiumError` if the file is no PDF. A word that a line end divides is two,
    its hyphen with the first: it is divided there on every page of the same layout.
    """
    with pdf_glyphs.opened(path) as document:
        pages = [pdf_glyphs.read(document, index) for index in range(len(document))]
    return [" ".join(line.text for line in lines(page)).split() for page in pages]
