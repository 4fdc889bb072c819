"""Small pages, as colofon.page writes them, and their layouts."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from colofon import layout, typefaces
from colofon.finding import Finding
from colofon.front.printing import PrintSettings, Typesetting
from colofon.pdf import engine

FONTS = typefaces.subset("áéíóúñ¿¡«»²³")
TITLE = "Dos actos: la guerra y la paz"
WORDS = "el poder de los soviets propuso negociaciones de paz en todos los frentes"
PARAGRAPH = f"<p>{', '.join([WORDS] * 12)} contrarrevolucionarios y la autodeterminación.</p>"


def page(*chapters: str, notes: tuple[str, ...] = ()) -> bytes:
    """Write a page: its chapters, each from its heading on, and the texts of its notes."""
    written = "".join(
        f'<section role="doc-chapter" id="c{i}" aria-labelledby="c{i}-title">{chapter}</section>'
        for i, chapter in enumerate(chapters, start=1)
    )
    rows = "".join(
        f'<div class="note ed" role="doc-footnote" id="n{i}"><p><a class="back" '
        f'role="doc-backlink" href="#r{i}">{i}.</a> {note}</p></div>'
        for i, note in enumerate(notes, start=1)
    )
    endnotes = f'<section role="doc-endnotes" id="notes"><h2>Notas</h2>{rows}</section>'
    return (
        f'<html lang="es"><head><title>{TITLE}</title></head><body>'
        f'<section class="half-title"><p>{TITLE}</p></section>'
        f'<section class="title-page" id="title-page"><p class="author">Ana Pérez</p>'
        f'<h1 class="title">{TITLE}</h1></section>'
        '<section class="imprint" id="imprint"><p>Edición 1.</p></section>'
        '<nav role="doc-toc" id="contents"><h2>Índice</h2><ol><li><a href="#c1">Uno</a></li></ol>'
        f'</nav><main id="text">{written}</main>{endnotes if notes else ""}'
        '<section role="doc-colophon" id="colophon"><h2>Colofón</h2><p>Fin.</p></section>'
        "</body></html>"
    ).encode()


def call(number: int) -> str:
    """Write the call of a note."""
    return f'<a class="call" role="doc-noteref" id="r{number}" href="#n{number}">{number}</a>'


def lay_out(
    data: bytes, folder: Path = Path(), trim: Any = "A5", **typesetting: Any
) -> layout.Layout:
    """Lay out a page with all our faces; the rest is said of its `typesetting`."""
    settings = PrintSettings(trim=trim, typesetting=Typesetting(**typesetting))
    return layout.lay_out(data, FONTS, settings, folder, "obra-print.pdf")


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """Return the codes of findings."""
    return [finding.code for finding in findings]


def render(root: ET.Element, css: str) -> Any:
    """Lay out a tree without our style sheet; return WeasyPrint's Document."""
    faces = typefaces.font_face_css({face: engine.font_url(face) for face in FONTS})
    return engine.render(root, faces + css, engine.Fetcher(FONTS, Path()))
