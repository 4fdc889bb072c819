"""The front matter and a printer -> back, spine and front on one page of a PDF, unfinished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from stdnum import isbn as isbn_numbers

from colofon import typefaces
from colofon.cover.fitting import Box, Lines, fit
from colofon.epub.metadata import creators
from colofon.finding import Finding, Place, Severity
from colofon.front import Front, Publisher
from colofon.heard import listening
from colofon.pdf import engine, writer
from colofon.printers import MILLIMETRE, Printer
from colofon.styles import sheet
from colofon.wrap import back, barcode, lettering, spine
from colofon.wrap.lettering import Lettering
from colofon.wrap.panels import Panels

FACES = {
    "author": "EBGaramond-Regular",
    "title": "EBGaramond-SemiBold",
    "subtitle": "EBGaramond-Italic",
}
"""The face that styles/wrap.css sets each text of the front in."""


def draw(front: Front, panels: Panels, printer: Printer, name: str) -> tuple[bytes, list[Finding]]:
    """Draw the cover called `name`, and say what has no room on it.

    No text is ever cut: it gets smaller until it fits, or is left out with a finding.
    """
    page = ET.Element("html", lang=front.language)
    body = ET.SubElement(page, "body")
    _div(body, "field")
    place = Place(name)
    findings = [*_back(body, front, panels, place), *_spine(body, front, panels, printer, place)]
    _front(body, front, panels)
    with listening("weasyprint", lambda text: Finding("weasyprint", text, place)) as heard:
        pdf = _lay_out(page, panels)
    return pdf, [*findings, *heard]


def _div(parent: ET.Element, classes: str, text: str = "", **style: str) -> ET.Element:
    """Add a block, with the lengths that only the program knows."""
    made = ET.SubElement(parent, "div", {"class": classes})
    if style:
        made.set("style", "; ".join(f"{key.replace('_', '-')}: {style[key]}" for key in style))
    made.text = text
    return made


def _authors(front: Front) -> list[str]:
    """Name who made the work, as the cover of the EPUB does."""
    return [author.name for author in creators(front)]


def _front(body: ET.Element, front: Front, panels: Panels) -> None:
    """Write author, title and subtitle, each as large as its room on the cover of the EPUB."""
    texts = {
        "author": _authors(front),
        "title": [front.title],
        "subtitle": [front.subtitle] if front.subtitle else [],
    }
    for name, paragraphs in texts.items():
        if paragraphs:
            fitted = fit(paragraphs, _face(FACES[name]), _boxes(panels)[name])
            _lines(_div(body, f"front {name}", font_size=f"{fitted.size}pt"), fitted)


def _boxes(panels: Panels) -> dict[str, Box]:
    """Give each text of the front its room, in pt, in the proportions of the EPUB's cover."""
    width, height = panels.front_measure * MILLIMETRE, panels.height * MILLIMETRE
    return {
        "author": Box(width, 0.13 * height, largest=0.09 * width, leading=1.2),
        "title": Box(width, 0.46 * height, largest=0.24 * width, leading=1.04),
        "subtitle": Box(width, 0.12 * height, largest=0.07 * width, leading=1.2),
    }


def _lines(parent: ET.Element, fitted: Lines) -> None:
    """Write lines that the layout must not break again."""
    for line in fitted.lines:
        ET.SubElement(parent, "p").text = line


def _spine(
    body: ET.Element, front: Front, panels: Panels, printer: Printer, place: Place
) -> Iterator[Finding]:
    """Write what fits the spine, in the direction that the language's readers are used to."""
    direction = "ascending" if spine.ascends(front.language) else "descending"
    found = lettering.letter(", ".join(_authors(front)), front.title, panels, printer)
    if found:
        _letter(body, f"spine lettering {direction}", found)
    house = front.publisher and lettering.house(front.publisher.name, panels, printer)
    if house:
        _letter(body, f"spine house {direction}", house)
    if not found and lettering.fits(panels.spine, printer):
        size = printer.limits.smallest_reversed_type
        message = f"A title of {size:g} pt has no room on a spine {panels.spine} mm wide."
        hint = "The spine stays without words."
        yield Finding("bare-spine", message, place, hint, Severity.NOTE)


def _letter(body: ET.Element, classes: str, found: Lettering) -> None:
    """Write lines along the spine."""
    turned = _div(body, classes, font_size=f"{found.size}pt")
    rows = _div(turned, "rows", top=f"calc(var(--spine) / 2 + {found.top}em)")
    for row in found.rows:
        line = ET.SubElement(rows, "p")
        if row.authors:
            ET.SubElement(line, "span").text = row.authors
        if row.title:
            kind = "work after" if row.authors else "work"
            ET.SubElement(line, "span", {"class": kind}).text = row.title


def _back(body: ET.Element, front: Front, panels: Panels, place: Place) -> Iterator[Finding]:
    """Write what the book is, who publishes it, and its number."""
    description = front.description or ""
    authors = ", ".join(_authors(front))
    below = back.BELOW if front.publisher or front.isbn.print else 0
    composed = back.compose(front.title, authors, description, panels, below)
    blurb = _div(body, "back blurb")
    _lines(_div(blurb, "work", font_size=f"{composed.title.size}pt"), composed.title)
    _div(blurb, "by", authors, font_size=f"{composed.by}pt")
    if description and composed.size:
        _div(blurb, "rule")
        _div(blurb, "text", description, font_size=f"{composed.size}pt")
    if front.publisher:
        _publisher(_div(body, "back publisher"), front.publisher)
    if front.isbn.print:
        _barcode(_div(body, "panel"), front.isbn.print)
    if description and not composed.size:
        message = f"The description, {len(description)} characters, has no room on the back."
        hint = "Shorten it: the back stays without it."
        yield Finding("description-too-long", message, place, hint, Severity.WARNING)


def _publisher(parent: ET.Element, publisher: Publisher) -> None:
    """Write who publishes the book, and where."""
    _div(parent, "name", publisher.name)
    if publisher.place:
        _div(parent, "place", publisher.place)


def _barcode(panel: ET.Element, isbn: str) -> None:
    """Write an ISBN in words and as a symbol, which is drawn of blocks and is all vectors."""
    _div(panel, "isbn", f"ISBN {isbn_numbers.format(isbn)}")
    drawn = barcode.symbol(isbn)
    symbol = _div(panel, "symbol")
    for bar in drawn.bars:
        _div(symbol, "bar", left=_mm(bar.left), width=_mm(bar.width), height=_mm(bar.height))
    for figure in drawn.figures:
        _div(symbol, "figure", figure.text, left=_mm(figure.left), width=_mm(figure.width))


def _mm(length: float) -> str:
    """Write a length in CSS."""
    return f"{length:.3f}mm"


def _face(name: str) -> bytes:
    """Read a face of ours: a cover may show characters that the pages do not."""
    return typefaces.FACES[name].file.read_bytes()


def _lay_out(page: ET.Element, panels: Panels) -> bytes:
    """Lay the page out with whole fonts, which are cut down when it is written."""
    used = {face: _face(face) for face in FACES.values()}
    css = typefaces.font_face_css({face: engine.font_url(face) for face in used})
    document = engine.render(
        page, css + panels.css() + sheet("wrap.css"), engine.Fetcher(used, Path())
    )
    return writer.write_plain(document)
