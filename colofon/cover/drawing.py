"""Title and authors -> the cover as JPEGs of two sizes, the same bytes every time."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2

from colofon import typefaces
from colofon.cover.fitting import Box, Lines, fit
from colofon.epub.metadata import creators
from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.heard import listening
from colofon.pdf import engine
from colofon.styles import sheet

BOXES = {
    "author": Box(width=1280, height=330, largest=112, leading=1.2),
    "title": Box(width=1280, height=1180, largest=330, leading=1.04),
    "subtitle": Box(width=1280, height=330, largest=92, leading=1.2),
}
"""The rooms that styles/cover.css gives to each text, in points: one becomes one pixel."""

FACES = {
    "author": "EBGaramond-Regular",
    "title": "EBGaramond-SemiBold",
    "subtitle": "EBGaramond-Italic",
}
"""The face that styles/cover.css sets each text in."""

QUALITY = 90
"""Of JPEG, without loss of colour beside edges (4:4:4): letters on a field show both."""


THUMBNAIL = 0.2
"""The scale of the thumbnail: 320 × 512 pixels, drawn anew and not shrunk, so that it is sharp."""


@dataclass(frozen=True)
class Cover:
    """The same picture for a page and for a shelf."""

    full: bytes = field(repr=False)
    """1600 × 2560 pixels."""
    thumbnail: bytes = field(repr=False)
    """320 × 512 pixels."""


def draw(front: Front) -> tuple[Cover, list[Finding]]:
    """Draw the cover, and say what WeasyPrint complained of.

    No text is ever cut: it gets smaller until it fits.
    """
    texts = {
        "author": [author.name for author in creators(front)],
        "title": [front.title],
        "subtitle": [front.subtitle] if front.subtitle else [],
    }
    page = ET.Element("html", lang=front.language)
    body = ET.SubElement(page, "body")
    ET.SubElement(body, "div", {"class": "field"})
    used = {face: typefaces.FACES[face].file.read_bytes() for face in FACES.values()}
    for name, paragraphs in texts.items():
        if paragraphs:
            _write(body, name, fit(paragraphs, used[FACES[name]], BOXES[name]))
    place = Place(f"{front.slug}-cover.jpg")
    with listening("weasyprint", lambda text: Finding("weasyprint", text, place)) as findings:
        pdf = _lay_out(page, used)
    return Cover(_rasterise(pdf, 1), _rasterise(pdf, THUMBNAIL)), findings


def _write(body: ET.Element, name: str, lines: Lines) -> None:
    """Write lines that the layout must not break again."""
    parent = ET.SubElement(body, "div", {"class": name, "style": f"font-size: {lines.size}pt"})
    for line in lines.lines:
        ET.SubElement(parent, "p").text = line


def _lay_out(page: ET.Element, fonts: dict[str, bytes]) -> bytes:
    """Lay the page out, with whole fonts: nobody but PDFium ever reads this PDF."""
    fetcher = engine.Fetcher(fonts, Path())
    css = typefaces.font_face_css({face: engine.font_url(face) for face in fonts}) + sheet(
        "cover.css"
    )
    document = engine.render(page, css, fetcher)
    return bytes(document.write_pdf(uncompressed_pdf=True, full_fonts=True))


def _rasterise(pdf: bytes, scale: float) -> bytes:
    """Make a point so many pixels, by the PDFium and the libjpeg that the locked wheels bring."""
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=scale).to_pil().convert("RGB")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY, subsampling="4:4:4")
    return buffer.getvalue()
