"""A PDF -> with what each line of each page ends: the breaks that its layout chose."""

from __future__ import annotations

from pathlib import Path

from colofon.readers import pdf_glyphs, pdf_lines


def read(path: Path) -> list[list[str]]:
    """Return, for each page, the last word of each line, from the top; raise `PdfiumError`."""
    with pdf_glyphs.opened(path) as document:
        pages = (pdf_glyphs.read(document, index) for index in range(len(document)))
        return [[_end(line) for line in pdf_lines.lines(page)] for page in pages]


def _end(line: pdf_lines.Line) -> str:
    """Return the last word of a line."""
    words = line.text.split()
    return words[-1] if words else ""
