"""The finished EPUB -> what a reading system finds in it."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree
from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.readers import markup
from colofon.readers.metadata import Metadata
from colofon.readers.once import once
from colofon.readers.words import Note, Text, Word

CONTAINER = "META-INF/container.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"

ABOUT = {
    "cover", "titlepage", "halftitlepage", "copyright-page", "imprint", "toc", "landmarks",
    "page-list", "endnotes", "footnotes", "rearnotes", "colophon"
}  # fmt: skip
"""`epub:type`s of what stands around the text of the work (EPUB SSV 1.1)."""

APPARATUS = "apparatus"
"""The id of the apparatus, for which EPUB SSV has no name."""

NOTES = {"endnotes", "footnotes", "rearnotes"}


@dataclass(frozen=True)
class Item:
    """One entry of the manifest; `path` is the member's name in the ZIP."""

    id: str
    path: str
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True)
class Epub:
    """A book: its file's name, and every member of its ZIP."""

    name: str
    members: dict[str, bytes] = field(repr=False)

    def tree(self, path: str) -> Element:
        """Parse a member as XML; raise KeyError or `lxml.etree.XMLSyntaxError`."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self.members[path], parser)

    @cached_property
    def package_path(self) -> str:
        """The member that is the package document (EPUB OCF 3.3, 4.2.6.3.1)."""
        roots = self.tree(CONTAINER).iter("{*}rootfile")
        return next((str(each.get("full-path")) for each in roots), "")

    @cached_property
    def package(self) -> Element:
        """The package document."""
        return self.tree(self.package_path)

    @cached_property
    def manifest(self) -> dict[str, Item]:
        """Every publication resource by its id."""
        return {
            str(each.get("id")): Item(
                str(each.get("id")),
                self.resolve(self.package_path, each.get("href", ""))[0],
                each.get("media-type", ""),
                frozenset(each.get("properties", "").split()),
            )
            for each in self.package.iter(f"{OPF}item")
        }

    @cached_property
    def spine(self) -> list[str]:
        """The paths of the documents in the order of reading."""
        refs = [str(each.get("idref")) for each in self.package.iter(f"{OPF}itemref")]
        return [self.manifest[ref].path for ref in refs if ref in self.manifest]

    @cached_property
    def documents(self) -> dict[str, Element]:
        """Every XHTML document of the manifest by its path, the spine's first."""
        pages = [
            each.path
            for each in self.manifest.values()
            if each.media_type == "application/xhtml+xml"
        ]
        order = dict.fromkeys([*self.spine, *pages])
        return {path: self.tree(path) for path in order if path in self.members}

    def text(self) -> Text:
        """Read the spine, without what stands around the text of the work."""
        body: list[Word] = []
        notes: list[Note] = []
        for path in self.spine:
            root = self.documents[path]
            place = Place(self.name, part=path)
            for read in (
                markup.read(root.iter("{*}body"), place, _is_about),
                markup.read(_notes(root), place, lambda _: False),
            ):
                body.extend(read.body)
                notes.extend(read.notes)
        return Text(tuple(body), tuple(notes))

    def metadata(self) -> Metadata:
        """Read the package's metadata (EPUB 3.3, 5.5)."""
        return Metadata(
            title=" ".join(self._data(f"{DC}title")[:1]),
            authors=self._data(f"{DC}creator"),
            helpers=self._data(f"{DC}contributor"),
            language=" ".join(self._data(f"{DC}language")),
            identifier=self._unique_identifier(),
            issued=" ".join(self._data(f"{DC}date")),
            created=self._meta("dcterms:created"),
            description=" ".join(self._data(f"{DC}description")),
            publisher=" ".join(self._data(f"{DC}publisher")),
        )

    def claims(self) -> tuple[tuple[str, str], ...]:
        """Return each claim of accessibility by its property, in order, and what refines it.

        That is how a certificate is dated (EPUB Accessibility 1.1, «Conformance Reporting»).
        """
        found = claiming(self.package)
        return tuple((_property(each), each.get("href") or markup.plain(each)) for each in found)

    def _data(self, name: str) -> tuple[str, ...]:
        """Return every element of the metadata with a name."""
        return tuple(markup.plain(each) for each in self.package.iter(name))

    def _meta(self, prop: str) -> str:
        """Return the first `<meta>` with a property."""
        metas = (each for each in self.package.iter(f"{OPF}meta") if each.get("property") == prop)
        return next((markup.plain(each) for each in metas), "")

    def _unique_identifier(self) -> str:
        """Return the identifier that the package names as its own."""
        wanted = self.package.get("unique-identifier")
        found = (each for each in self.package.iter(f"{DC}identifier") if each.get("id") == wanted)
        return next((markup.plain(each) for each in found), "")

    def pointers(self) -> list[tuple[str, str, int]]:
        """Return what NCX and guide point to: the member that points, the address, its line."""
        sources = [(self.package_path, self.package, f"{OPF}reference", "href")]
        for item in self.manifest.values():
            if item.media_type == "application/x-dtbncx+xml" and item.path in self.members:
                sources.append((item.path, self.tree(item.path), "{*}content", "src"))
        return [
            (path, each.get(attribute, ""), each.sourceline or 0)
            for path, root, name, attribute in sources
            for each in root.iter(name)
        ]

    def resolve(self, base: str, href: str) -> tuple[str, str]:
        """Return the member and the fragment that a relative address in `base` means.

        The member is empty for an address outside the book.
        """
        if urlsplit(href).scheme or href.startswith("//"):
            return "", ""
        path, fragment = urldefrag(href)
        folder = posixpath.dirname(base)
        member = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else base
        return member, unquote(fragment)

    def place(self, path: str, line: int = 0) -> Place:
        """Return the place of a line of a member."""
        return Place(self.name, line, 0, path)


@once
def read(path: Path) -> Epub:
    """Read every member of an EPUB; raise `zipfile.BadZipFile` if it is no ZIP."""
    with zipfile.ZipFile(path) as book:
        return Epub(path.name, {name: book.read(name) for name in book.namelist()})


def claiming(package: Element) -> list[Element]:
    """Return the elements of the metadata that claim something, and those that refine them."""
    every = list(package.iterfind(f"{OPF}metadata/*"))
    claims = [each for each in every if _is_claim(_property(each))]
    named = {f"#{each.get('id')}" for each in claims if each.get("id")}
    return [each for each in every if each in claims or each.get("refines") in named]


def _property(element: Element) -> str:
    """Return what an element of the metadata says something of, as EPUB 3 or EPUB 2 writes it."""
    plain = element.get("property") or element.get("rel") or element.get("name") or ""
    return plain or str(etree.QName(element).localname)


def _is_claim(prop: str) -> bool:
    """Tell a property that claims conformance, or a certificate of it."""
    return prop.endswith("conformsTo") or prop.startswith("a11y:certifi")


def _is_about(element: Element) -> bool:
    """Tell what stands around the text of the work."""
    about = element.get("id") == APPARATUS or markup.roles(element) & ABOUT
    return markup.tag(element) != "body" and bool(about)


def _notes(root: Element) -> list[Element]:
    """Return the notes of a document that stand in a part of their own."""
    tops = [each for each in root.iter() if markup.roles(each) & NOTES]
    return [each for top in tops for each in top.iter() if "footnote" in markup.roles(each)]
