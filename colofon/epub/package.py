"""Finished files and metadata -> an EPUB, through EbookLib, with the same bytes every time."""

from __future__ import annotations

import inspect
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import ebooklib
from ebooklib import epub
from lxml import etree
from lxml.etree import _Element as Element

from colofon import zipped
from colofon.epub.metadata import IDENTIFIER, Datum
from colofon.epub.navigation import Landmark
from colofon.epub.xhtml import LANG
from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.heard import listening

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
NCX_TYPE = "application/x-dtbncx+xml"
XHTML_TYPE = "application/xhtml+xml"

SOURCE = "META-INF/source.zip"
"""Reading systems pass over what they do not know there (EPUB 3.3, 4.2.6.3)."""

PROVED = (0, 20, 0)
"""The EbookLib whose two hooks we override; another one has to be looked at first."""


@dataclass(frozen=True)
class Resource:
    """One file of the publication, as bytes that nobody touches any more."""

    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its id in the manifest; EbookLib's spine wants the NCX to be called `ncx`."""
        if self.media_type == NCX_TYPE:
            return "ncx"
        return re.sub(r"[^A-Za-z0-9]+", "-", self.name)


@dataclass(frozen=True)
class Publication:
    """Everything an EPUB holds; XHTML resources are its spine, in their order."""

    front: Front
    metadata: list[Datum]
    resources: list[Resource]
    landmarks: list[Landmark]
    source: bytes = field(default=b"", repr=False)
    """The ZIP of all that it was made from; none in what is handed in to be certified."""


class _Members:
    """Stands where EbookLib expects its ZIP, and keeps what it is given."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, bytes]] = []

    def writestr(self, name: str, data: str | bytes) -> None:
        """Keep a member."""
        self.kept.append((name, data.encode() if isinstance(data, str) else data))


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib is untyped
    """EbookLib's writer without its clock, its time zone and its idea of metadata."""

    def __init__(self, book: epub.EpubBook, publication: Publication) -> None:
        # Without `mtime` EbookLib asks the clock; our own package document replaces it.
        options = {"mtime": publication.front.issued, "raise_exceptions": True}
        super().__init__("", book, options)
        self.publication = publication
        self.out = _Members()

    def write(self) -> None:
        """Collect the members in place of zipping them (epub.py, `EpubWriter.write`)."""
        self._write_container()
        self._write_opf()
        self._write_items()

    def _write_opf_file(self, root: Element) -> None:
        """Put EbookLib's manifest, spine and guide into a package document of ours."""
        # EbookLib sets `xmlns` as if it were an attribute: only parsing makes it one.
        made = etree.fromstring(etree.tostring(root))
        package = etree.Element(f"{{{OPF}}}package", nsmap={None: OPF})
        package.set("version", "3.0")
        package.set("unique-identifier", IDENTIFIER)
        package.set(LANG, self.publication.front.language)
        package.set("dir", "ltr")
        _metadata(package, self.publication)
        for part in ("manifest", "spine", "guide"):
            package.append(made.find(f"{{{OPF}}}{part}"))
        etree.cleanup_namespaces(package)
        etree.indent(package)
        data = etree.tostring(package, encoding="utf-8", xml_declaration=True)
        self.out.writestr(f"{self.book.FOLDER_NAME}/content.opf", bytes(data) + b"\n")


def write(publication: Publication) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the EPUB and what EbookLib complained about."""
    _prove_hooks()
    writer = _Writer(_book(publication), publication)
    with _listening(f"{publication.front.slug}.epub") as findings:
        writer.process()
        writer.write()
    members = [("mimetype", b"application/epub+zip"), *writer.out.kept]
    if publication.source:
        members.append((SOURCE, publication.source))
    return zipped.archive(members, publication.front.epoch), tuple(findings)


def _metadata(package: Element, publication: Publication) -> None:
    """Write the metadata in our order; EbookLib would group it, and swallow errors."""
    covers = [each.id for each in publication.resources if "cover-image" in each.properties]
    # Readers of EPUB 2, Nook's among them, look for this, its attributes in this order.
    old = [Datum("meta", "", {"name": "cover", "content": name}) for name in covers]
    parent = etree.SubElement(package, f"{{{OPF}}}metadata", nsmap={"dc": DC})
    for datum in [*publication.metadata, *old]:
        term = datum.name.removeprefix("dc:")
        space = DC if datum.name.startswith("dc:") else OPF
        made = etree.SubElement(parent, f"{{{space}}}{term}", datum.attributes)
        made.text = datum.text or None


def _book(publication: Publication) -> epub.EpubBook:
    """Give EbookLib every file as raw bytes: whatever it parses, it changes."""
    book = epub.EpubBook()
    book.metadata = {}
    book.IDENTIFIER_ID = IDENTIFIER
    for resource in publication.resources:
        item = epub.EpubItem(resource.id, resource.name, resource.media_type, resource.data)
        item.properties = list(resource.properties)
        book.add_item(item)
        if resource.media_type == XHTML_TYPE:
            book.spine.append(item)
    for mark in publication.landmarks:
        book.guide.append({"type": mark.guide, "title": mark.label, "href": mark.href})
    return book


def _prove_hooks() -> None:
    """Raise RuntimeError if this is not the EbookLib whose hooks `_Writer` overrides."""
    hooks = {"_write_opf_file": ["self", "root"], "write": ["self"]}
    for name, expected in hooks.items():
        if list(inspect.signature(getattr(epub.EpubWriter, name)).parameters) != expected:
            raise RuntimeError(f"EbookLib's EpubWriter.{name} does not take {expected} any more")
    if ebooklib.VERSION != PROVED:
        raise RuntimeError(f"EbookLib is {ebooklib.VERSION}, and {PROVED} was proved")


@contextmanager
def _listening(file: str) -> Iterator[list[Finding]]:
    """Collect what EbookLib logs (it uses the root logger) or warns of as findings."""
    logging.captureWarnings(capture=True)
    try:
        with listening("", lambda text: Finding("ebooklib", text, Place(file))) as findings:
            yield findings
    finally:
        logging.captureWarnings(capture=False)
