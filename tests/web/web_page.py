"""Web editions made of small pages, and parsed with nothing that the maker uses to write them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from lxml import html as parser
from lxml.etree import _Element as Element

from colofon.formats import html
from colofon.front import Front
from colofon.source import Edition

FRONT: dict[str, Any] = {
    "title": "Paz & <pan>",
    "authors": ({"name": "León Trotsky"}, {"name": "Ana Pérez", "role": "trl"}),
    "language": "es",
    "issued": "2026-11-22",
    "slug": "muestra",
}

PAGE = """<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"/><title>Paz</title></head><body>
<section class="half-title"><p>Paz</p></section>
<section class="imprint" id="imprint" aria-label="Créditos"><p>Edición 1.</p></section>
<nav role="doc-toc" id="contents" aria-labelledby="contents-title"><h2
 id="contents-title">Índice</h2><ol><li><a href="#text">Paz</a></li></ol></nav>
<main id="text">TEXT</main>
<section role="doc-endnotes" id="notes" aria-labelledby="notes-title"><h2
 id="notes-title">Notas</h2>NOTES</section>
<section role="doc-colophon" id="colophon"><p>Fin.</p></section></body></html>"""

CALL = '<a class="call" role="doc-noteref" id="r{0}" href="#n{0}">{0}</a>'
NOTE = (
    '<div class="note ed" role="doc-footnote" id="n{0}"><p><a class="back" role="doc-backlink" '
    'href="#r{0}">{0}.</a> Dice la nota {0}.</p></div>'
)


UNPAGED: dict[str, Any] = {"numbering": [], "pages": []}
"""The layout of a book that was not printed."""


@functools.cache
def made(text: str, *, notes: int = 0, language: str = "es") -> Element:
    """Make the web edition of a text with so many notes, all called in one paragraph."""
    calls = "".join(CALL.format(number) for number in range(1, notes + 1))
    text += f"<p>Llama{calls}.</p>" if notes else ""
    defined = "".join(NOTE.format(number) for number in range(1, notes + 1))
    page = PAGE.replace("TEXT", text).replace("NOTES", defined)
    front = Front.model_validate({**FRONT, "language": language})
    front = front.model_copy(update={"slug": "muestra"})
    edition = Edition("muestra", Path())
    done = html.make(edition=edition, front=front, page=page.encode(), layout=UNPAGED, fonts={})
    files = done.files
    return parser.document_fromstring(files["muestra.html"].decode())
