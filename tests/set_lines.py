"""Pages whose every line a test sets as it wants, in our own type."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from laid_out import render

from colofon.readers import pdf_glyphs, pdf_rows

LINE = "El poder de los soviets propuso negociaciones de paz en todos los frentes"
"""A line that fills the measure at the space of its font."""

CSS = (
    "@page {{ size: 360pt 420pt; margin: 42pt {margin}pt }} body {{ margin: 0 }}"
    "html {{ font: 10.5pt/14pt 'EB Garamond'; hyphens: none }}"
    "div {{ width: {measure}pt; white-space: nowrap }} .full {{ text-align-last: justify }}"
    ".in {{ text-indent: 10.5pt }} section {{ break-before: page }}"
    ".note {{ font-size: 8.5pt; line-height: 10.5pt }}"
)


def pdf(path: Path, *pages: str) -> Path:
    """Write pages of lines as a PDF; a page is made of what `full`, `end` and others return."""
    width = measure()
    body = "".join(f"<section>{page}</section>" for page in pages)
    css = CSS.format(measure=width, margin=(360 - width) / 2)
    root = ET.fromstring(f"<html lang='es'><body>{body}</body></html>")
    path.write_bytes(render(root, css).write_pdf())
    return path


@cache
def measure() -> float:
    """Return the natural width of `LINE` in pt."""
    css = CSS.format(measure=350, margin=0)
    root = ET.fromstring(f"<html lang='es'><body><div>{LINE}</div></body></html>")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "probe.pdf"
        path.write_bytes(render(root, css).write_pdf())
        with pdf_glyphs.opened(path) as document:
            (row,) = pdf_rows.rows(1, pdf_glyphs.read(document, 0, exact=True).runs)
    return row.right - row.left


def full(text: str = LINE, style: str = "", classes: str = "") -> str:
    """Set a line over the whole measure."""
    return f"<div class='full {classes}' style='{style}'>{escape(text)}</div>"


def end(text: str = "y la última dice que ya se acaba", style: str = "") -> str:
    """Set the last line of a paragraph."""
    return f"<div style='{style}'>{escape(text)}</div>"


def paragraph(lines: int, last: str = "") -> str:
    """Set a paragraph of full lines, the first one indented, and its last line."""
    first = full(LINE.removeprefix("El "), "", "in")
    return first + full() * (lines - 2) + (last or end())
