"""A PDF -> what it says of itself, where its links lead, and its fonts, by pikepdf alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name
from pikepdf.models.metadata import decode_pdf_date

from colofon.readers import pdf_content
from colofon.readers.metadata import Metadata
from colofon.readers.once import once


class Target(NamedTuple):
    """Where something leads: from a page (from 1; 0 is the outline), and whether it gets there.

    `words` is what a link or a bookmark says; `uri` is empty for a target inside the file.
    """

    page: int
    words: str
    uri: str
    found: bool


@dataclass(frozen=True)
class Facts:
    """What a PDF says of itself, twice (XMP and Info), its targets and its fonts."""

    name: str
    version: str
    """Of PDF, as the file has it: 1.7."""
    xmp: Metadata
    info: Metadata
    targets: list[Target]
    fonts: list[pdf_content.Font]


@once
def read(path: Path) -> Facts:
    """Read a PDF; raise `pikepdf.PdfError` if it is none."""
    with pikepdf.open(path) as pdf:
        content = pdf_content.read(path)
        targets = [*_links(pdf), *_bookmarks(pdf)]
        fonts = list(content.fonts.values())
        return Facts(path.name, pdf.pdf_version, _xmp(pdf), _info(pdf), targets, fonts)


def _xmp(pdf: pikepdf.Pdf) -> Metadata:
    """Read the XMP packet (ISO 16684-1)."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        names = ("creator", "contributor", "language", "identifier")
        lists = {name: _list(xmp.get(f"dc:{name}")) for name in names}
        return Metadata(
            title=str(xmp.get("dc:title") or ""),
            authors=tuple(lists["creator"]),
            helpers=tuple(sorted(lists["contributor"])),  # a bag: it has no order
            language=" ".join(lists["language"]),
            identifier=" ".join(lists["identifier"]),
            issued=_day(str(xmp.get("xmp:CreateDate") or "")),
            description=str(xmp.get("dc:description") or ""),
        )


def _list(value: Any) -> list[str]:
    """Return what XMP gives as one value or several."""
    if not value:
        return []
    return [value] if isinstance(value, str) else [str(each) for each in value]


def _info(pdf: pikepdf.Pdf) -> Metadata:
    """Read the Info dictionary, and the catalogue's language (ISO 32000-1, 14.3.3, 14.9.2)."""
    info = pdf.trailer.get(Name.Info, Dictionary())
    created = str(info.get(Name.CreationDate, ""))
    return Metadata(
        title=str(info.get(Name.Title, "")),
        authors=tuple(filter(None, [str(info.get(Name.Author, ""))])),
        language=str(pdf.Root.get(Name.Lang, "")),
        issued=_day(decode_pdf_date(created).isoformat()) if created else "",
        description=str(info.get(Name.Subject, "")),
    )


def _day(moment: str) -> str:
    """Shorten a moment that is midnight UTC to its day; leave any other as it is."""
    if not moment:
        return ""
    read_ = dt.datetime.fromisoformat(moment)
    midnight = read_.utcoffset() == dt.timedelta(0) and read_.time() == dt.time()
    return read_.date().isoformat() if midnight else moment


def _links(pdf: pikepdf.Pdf) -> Iterator[Target]:
    """Yield the target of every link annotation (ISO 32000-1, 12.5.6.5)."""
    places = _Places(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        for annotation in page.obj.get(Name.Annots, Array()):
            if annotation.get(Name.Subtype) == Name.Link:
                words = str(annotation.get(Name.Contents, ""))
                yield places.target(annotation, number, words)


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[Target]:
    """Yield the target of every item of the outline, depth first (ISO 32000-1, 12.3.3)."""
    places = _Places(pdf)
    outline = pdf.Root.get(Name.Outlines, Dictionary())
    waiting, seen = [outline.get(Name.First)], set[Any]()
    while waiting:
        item = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield places.target(item, 0, str(item.get(Name.Title, "")))
        waiting.extend([item.get(Name.Next), item.get(Name.First)])


class _Places:
    """The pages of a PDF and its named destinations."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pages = {page.obj.objgen for page in pdf.pages}
        names = pdf.Root.get(Name.Names, Dictionary()).get(Name.Dests)
        self.named = dict(pikepdf.NameTree(names)) if names is not None else {}
        self.old = pdf.Root.get(Name.Dests, Dictionary())

    def target(self, item: Any, page: int, words: str) -> Target:
        """Follow the destination or the action of a link or a bookmark."""
        action = item.get(Name.A, Dictionary())
        if action.get(Name.S) == Name.URI:
            uri = str(action.get(Name.URI, ""))
            return Target(page, words, uri, bool(uri))
        return Target(page, words, "", self._found(item.get(Name.Dest, action.get(Name.D))))

    def _found(self, destination: Any) -> bool:
        """Tell whether a destination, perhaps named, is a page of the file (12.3.2)."""
        if isinstance(destination, pikepdf.String):
            destination = self.named.get(str(destination))
        elif isinstance(destination, Name):
            destination = self.old.get(destination)
        if isinstance(destination, Dictionary):
            destination = destination.get(Name.D)
        if not isinstance(destination, Array) or not len(destination):
            return False
        first = destination[0]
        return isinstance(first, Dictionary) and first.objgen in self.pages
