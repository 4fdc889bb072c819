"""The printed cover fits its book, and shows the title, author and ISBN of the front matter."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from stdnum import isbn

from colofon import printers
from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.printers import Printer
from colofon.readers import pdf_facts, pdf_wrap
from colofon.readers.metadata import Metadata
from colofon.readers.pdf_wrap import Size, Wrap, squeezed

TOLERANCE = 0.25
"""How far a length may be from what it should be, in mm: what cutting allows (ISO 12647-2 has
0.02 % for the film; binders ask for a quarter of a millimetre)."""


def check(
    *, front: Front, wraps: dict[str, Path], interiors: dict[str, Path]
) -> Generator[Finding, None, dict[str, int]]:
    """Compare each cover with the book inside it, and with what the front matter says."""
    statements = 0
    for printing in front.print.printers:
        path, place = wraps[printing.name], Place(wraps[printing.name].name)
        book = pdf_wrap.size(interiors[printing.name])
        wrap = pdf_wrap.read(path, book.width)
        accepts = printers.printer(printing.name)
        leaves = (book.pages + 1) // 2
        spine = leaves * accepts.paper(printing.paper).caliper + accepts.spine.added
        yield from _fitting(wrap.size, book, spine, place)
        yield from _bare(wrap, spine, accepts, place)
        shown = _shown(front, wrap)
        yield from _said(shown, place)
        yield from _numbered(front.isbn.print, wrap, place)
        yield from _described(front, pdf_facts.read(path).info, place)
        statements += len(shown)
    return {"covers": len(wraps), "statements": statements}


def _fitting(cover: Size, book: Size, spine: float, place: Place) -> Iterator[Finding]:
    """Yield what does not fit: the number of sheets, the height, the spine."""
    if cover.pages != 1:
        message = f"The cover has {cover.pages} pages."
        yield Finding("cover-pages", message, place, "Back, spine and front are one page.")
    if abs(cover.height - book.height) > TOLERANCE:
        message = f"The cover is {cover.height:.2f} mm high, and the book {book.height:.2f} mm."
        yield Finding("cover-height", message, place, "Make both in one trim.")
    found = cover.width - 2 * book.width
    if abs(found - spine) > TOLERANCE:
        message = f"The spine is {found:.2f} mm wide; {book.pages} pages make {spine:.2f} mm."
        yield Finding("spine-width", message, place, "Make the cover again after the book.")


def _bare(wrap: Wrap, spine: float, accepts: Printer, place: Place) -> Iterator[Finding]:
    """Yield words on a spine that is too narrow for any."""
    least = accepts.spine.text_from
    if wrap.spine and spine < least - TOLERANCE:
        message = f"There are words on a spine {spine:.2f} mm wide; {accepts.name} asks {least} mm."
        yield Finding("narrow-spine", message, place, "Leave the spine bare.")


def _names(front: Front) -> list[str]:
    """Name the authors, or whoever made the work if it has none."""
    authors = [each.name for each in front.authors if each.role == "aut"]
    return authors or [each.name for each in front.authors]


def _shown(front: Front, wrap: Wrap) -> list[tuple[str, str, str]]:
    """List what must stand where: what it is called, its words, those of its panel."""
    return [
        ("title", front.title, wrap.front),
        *(("author", name, wrap.front) for name in _names(front)),
        *(("subtitle", text, wrap.front) for text in (front.subtitle,) if text),
        ("title", front.title, wrap.back),
        *(("publisher", each.name, wrap.back) for each in (front.publisher,) if each),
    ]


def _said(shown: list[tuple[str, str, str]], place: Place) -> Iterator[Finding]:
    """Yield what is not where it must stand."""
    for what, words, panel in shown:
        if squeezed(words) not in panel:
            message = f"The {what} «{words}» does not stand on the cover where it should."
            yield Finding("cover-differs", message, place, "Make the cover again.")


def _numbered(number: str | None, wrap: Wrap, place: Place) -> Iterator[Finding]:
    """Yield an ISBN that is not in words or not in bars, and bars that say something else."""
    symbols = [number] if number else []
    if list(wrap.symbols) != symbols:
        found, wanted = (", ".join(each) or "nothing" for each in (wrap.symbols, symbols))
        message = f"The bar code says {found}; it should say {wanted}."
        yield Finding("wrong-barcode", message, place, "Draw the ISBN of the printed book.")
    if number and isbn.format(number) not in wrap.back:
        message = f"The ISBN {isbn.format(number)} does not stand on the back in figures."
        yield Finding("isbn-unspoken", message, place, "Write it above the bar code.")


def _described(front: Front, info: Metadata, place: Place) -> Iterator[Finding]:
    """Yield what the file itself says otherwise than the front matter (ISO 32000-1, 14.3.3)."""
    wanted = front.title, (", ".join(_names(front)),)
    if (info.title, info.authors) != wanted:
        message = f"The file calls itself «{info.title}», by {', '.join(info.authors)}."
        yield Finding("cover-undescribed", message, place, "Make the cover again.")
