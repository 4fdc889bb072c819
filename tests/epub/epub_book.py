"""EPUBs made of small pages, and opened with nothing that the maker uses to write them."""

from __future__ import annotations

import functools
import io
import posixpath
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element
from PIL import Image

from colofon import typefaces
from colofon.finding import Finding
from colofon.formats import cover_image, epub
from colofon.front import Front
from colofon.source import Edition

SAMPLE = (Path(__file__).parent / "sample.html").read_bytes()
"""A page with everything that a page may hold."""

FRONT: dict[str, Any] = {
    "title": "Paz & pan: «¿qué <hacer>?»",
    "subtitle": "Una muestra",
    "authors": (
        {"name": "León Trotsky", "sort": "Trotsky, León"},
        {"name": "Ana Pérez", "role": "trl"},
    ),
    "language": "es",
    "issued": "2026-11-22",
    "slug": "muestra",
}

UNPAGED: dict[str, Any] = {"numbering": [], "pages": []}
"""The layout of a book that was not printed: its pages are marked nowhere."""

LETTERS = "¡¿áéíóúüñçàèòïäößâêôœ"
"""What titles need besides the letters of the sample."""

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Book:
    """An EPUB as its bytes, its members in their order, and what was said while making it."""

    data: bytes
    members: dict[str, bytes]
    findings: tuple[Finding, ...]

    def tree(self, name: str) -> Element:
        """Parse a member of the publication's folder."""
        return etree.fromstring(self.members[f"EPUB/{name}"])

    def find(self, name: str, path: str) -> list[Any]:
        """Ask a member something in XPath."""
        found = self.tree(name).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return found

    def text(self, name: str) -> str:
        """Return every character of a document's body, as it is."""
        [body] = self.find(name, "h:body")
        return "".join(body.itertext())

    @property
    def spine(self) -> list[str]:
        """Return the documents in the order of reading."""
        refs = self.find("content.opf", "opf:spine/opf:itemref/@idref")
        items = self.find("content.opf", "opf:manifest/opf:item")
        names = {item.get("id"): str(item.get("href")) for item in items}
        return [names[ref] for ref in refs]

    def meta(self, prop: str) -> list[str]:
        """Return the values of a property of the package."""
        return [str(text) for text in self.find("content.opf", f"//*[@property='{prop}']/text()")]

    def lead(self, home: str, href: str) -> tuple[str, list[Element]]:
        """Follow an address: return the document it leads to, and what bears its fragment."""
        path, _, fragment = href.partition("#")
        name = posixpath.normpath(posixpath.join(posixpath.dirname(home), path)) if path else home
        root = self.tree(name)
        return name, root.xpath("//*[@id=$name]", name=fragment) if fragment else [root]


@functools.cache
def fonts() -> dict[str, bytes]:
    """Return faces with every letter that these tests set."""
    return typefaces.subset(SAMPLE.decode() + LETTERS)


CARRIED = b"PK, and so on"
"""What stands for the source of the edition: nobody looks into it here."""


def drawn(front: Front) -> dict[str, bytes]:
    """Return the cover of a work and its thumbnail."""
    files = cover_image.make(front=front).files
    return {name.removeprefix(f"{front.slug}-").removesuffix(".jpg"): files[name] for name in files}


def make(page: bytes = SAMPLE, layout: Any = None, **changes: Any) -> Book:
    """Make an EPUB of a page, with the sample's front matter but for some changes."""
    front = Front.model_validate({**FRONT, **changes})
    with tempfile.TemporaryDirectory() as folder:
        edition = Edition(front.slug, Path(folder))
        edition.folder.mkdir(parents=True)
        picture = Image.new("RGB", (60, 40), "#a33")
        picture.save(edition.folder / "Mapa del frente.png")
        picture.save(edition.folder / "foto.jpeg")
        cover = edition.folder / "cover.jpg"
        cover.write_bytes(drawn(front)["cover"])
        made = epub.make(
            edition=edition,
            front=front,
            page=page,
            layout=layout or UNPAGED,
            fonts=fonts(),
            cover=cover,
            carried=CARRIED,
        )
    data = made.files[f"{front.slug}.epub"]
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return Book(data, {each: file.read(each) for each in file.namelist()}, made.findings)


@functools.cache
def sample() -> Book:
    """Return the EPUB of the sample page."""
    return make()


NOTES_LINE = '<li><a href="#notes">Notas</a></li>'


def page(main: str, notes: str = "", contents: str = "", **head: str) -> bytes:
    """Write a small page round a text; `contents` are lines of its table of contents."""
    title = head.get("title", "Paz")
    lines = contents or '<li><a href="#uno">Uno</a></li>'
    endnotes = (
        '<section role="doc-endnotes" id="notes" aria-labelledby="notes-title">'
        f'<h2 id="notes-title">Notas</h2>{notes}</section>'
    )
    return (
        f'<html lang="es"><head><meta charset="utf-8"/><title>{title}</title></head><body>'
        f'<section class="half-title"><p>{title}</p></section>'
        '<section class="title-page" id="title-page" aria-label="Portada">'
        f'<h1 class="title">{title}</h1></section>'
        '<section class="imprint" id="imprint" aria-label="Créditos"><p>2026.</p></section>'
        '<nav role="doc-toc" id="contents" aria-labelledby="contents-title">'
        f'<h2 id="contents-title">Índice</h2><ol>{lines}'
        f"{NOTES_LINE * bool(notes)}"
        '<li><a href="#colophon">Colofón</a></li></ol></nav>'
        f'<main id="text">{main}</main>{endnotes * bool(notes)}'
        '<section role="doc-colophon" id="colophon" aria-labelledby="colophon-title">'
        '<h2 id="colophon-title">Colofón</h2><p>Fin.</p></section></body></html>'
    ).encode()


def chapter(name: str, content: str, role: str = "doc-chapter") -> str:
    """Write a division of level 1."""
    return (
        f'<section role="{role}" id="{name}" aria-labelledby="{name}-title">'
        f'<h2 id="{name}-title">{name.capitalize()}</h2>{content}</section>'
    )
