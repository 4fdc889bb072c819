"""In large print nothing is smaller than 18 points, and no word is divided."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from colofon.finding import Finding, Place
from colofon.readers import pdf_glyphs
from colofon.readers.pdf_glyphs import Glyph

LEAST = 18.0
"""Points, as the associations of the blind ask (docs/large-print.md)."""

ROUNDING = 0.01
"""Points that a PDF's own numbers may lack."""

DIVIDING = "\u00ad\u2010\x02"
"""What ends a line in the midst of a word, as the file has it or as PDFium gives it."""


def check(*, large_pdf: Path) -> Generator[Finding, None, dict[str, int]]:
    """Measure every character of every page, folios included."""
    count = 0
    with pdf_glyphs.opened(large_pdf) as document:
        for index in range(len(document)):
            page = pdf_glyphs.read(document, index)
            glyphs = [glyph for run in page.runs for glyph in run.glyphs]
            place = Place(large_pdf.name, part=f"page {page.number}")
            yield from _small(glyphs, place)
            yield from _divided(glyphs, place)
            count += len(glyphs)
    return {"characters": count}


def _small(glyphs: list[Glyph], place: Place) -> Iterator[Finding]:
    """Yield the first character of a page that is too small."""
    for glyph in glyphs:
        if not glyph.text.isspace() and glyph.size < LEAST - ROUNDING:
            message = f"«{glyph.text}» is set in {glyph.size:.1f} points."
            hint = f"Let styles/large.css set nothing below {LEAST:.0f} pt."
            yield Finding("small-print", message, place, hint)
            return


def _divided(glyphs: list[Glyph], place: Place) -> Iterator[Finding]:
    """Yield the first hyphen of a page that divides a word."""
    for index, glyph in enumerate(glyphs):
        if glyph.text in DIVIDING:
            word = "".join(each.text for each in glyphs[max(0, index - 12) : index]).split()
            message = f"A word is divided behind «{word[-1] if word else ''}»."
            hint = "Let styles/large.css say `hyphens: none`."
            yield Finding("divided-word", message, place, hint)
            return
