"""Sheets with everything that a style sheet may paint, as WeasyPrint alone writes them."""

from __future__ import annotations

import base64
import functools
import io
from typing import Any, Literal

import pikepdf
import weasyprint
from PIL import Image
from weasyprint.text.fonts import FontConfiguration

from colofon.finding import Finding
from colofon.pdf.metadata import Metadata
from colofon.press.finish import Job, finish
from colofon.printers import printer
from plain import STYLE

METADATA = Metadata(
    "El título & más", "es", "urn:x", "2026-01-02", ("Ana",), ("Inés",), "De qué trata.", ("Paz",)
)
PAGE = "@page { size: 300pt 200pt; bleed: 9pt; margin: 0 } body { margin: 0 }"
PLACE = "position: absolute; left: 20pt; top: 20pt;"

Part = Literal["interior", "cover"]


def picture(mode: str, colour: Any, kind: str = "PNG") -> str:
    """Make a picture of one colour, as an address that holds it."""
    file = io.BytesIO()
    Image.new(mode, (60, 40), colour).save(file, kind)
    data = base64.b64encode(file.getvalue()).decode()
    return f"data:image/{kind.lower()};base64,{data}"


def shown(address: str) -> str:
    """Show a picture."""
    return f'<img style="{PLACE}" src="{address}">'


@functools.cache
def raw(body: str, style: str = PAGE) -> bytes:
    """Lay out a page."""
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=STYLE + style, font_config=fonts)
    html = weasyprint.HTML(string=f"<html lang=es><body>{body}</body></html>")
    return bytes(html.write_pdf(stylesheets=[sheet], font_config=fonts, uncompressed_pdf=True))


def made(
    body: str,
    part: Part = "cover",
    name: str = "offset",
    images: Literal["grey", "refuse"] = "grey",
    style: str = PAGE,
) -> tuple[bytes, tuple[Finding, ...]]:
    """Make a file for a printer of a page."""
    job = Job("x.pdf", part, printer(name), images=images)
    return finish(raw(body, style), job, METADATA)


@functools.cache
def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF, and keep it open: its objects live no longer."""
    return pikepdf.open(io.BytesIO(data))


def painted(page: pikepdf.Page) -> list[tuple[str, list[Any]]]:
    """Read what is painted on a page: operators and their operands."""
    return [
        (str(each.operator), [float(one) if _number(one) else str(one) for one in each.operands])
        for each in pikepdf.parse_content_stream(page)
    ]


def _number(value: Any) -> bool:
    """Tell a number from anything else."""
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


def shade(found: Any) -> Any:
    """Return the pixel in the middle of an image."""
    picture = pikepdf.PdfImage(found).as_pil_image()
    return picture.getpixel((picture.width // 2, picture.height // 2))


def image(data: bytes) -> Any:
    """Return the one image of a file."""
    [found] = [
        each
        for each in opened(data).objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    ]
    return found
