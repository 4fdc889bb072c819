"""The catalogue as an Atom feed for reading apps (OPDS 1.2, an acquisition feed)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from colofon.catalogue import identity, kinds
from colofon.catalogue.work import File, Work
from colofon.labels import Labels, labels_for
from colofon.readers.description import Person

SPACE = "http://www.w3.org/2005/Atom"
DCTERMS = "http://purl.org/dc/terms/"
REL = "http://opds-spec.org"


def write(works: Sequence[Work]) -> bytes:
    """Write the feed: an entry for each work (OPDS 1.2, 2 and 5; RFC 4287, 4.1.1)."""
    labels = identity.labels(works)
    feed = etree.Element(f"{{{SPACE}}}feed", nsmap={None: SPACE, "dcterms": DCTERMS})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", labels.language)
    _add(feed, "id", identity.identifier(works))
    _add(feed, "title", labels("Catalogue"))
    _add(feed, "updated", identity.updated(works))
    _person(feed, "author", Person(identity.MAKER))
    for rel in ("self", "start"):
        _add(feed, "link", rel=rel, href=kinds.ATOM, type=kinds.FEEDS[kinds.ATOM])
    _add(feed, "link", rel="alternate", href=kinds.INDEX, type="text/html")
    for work in works:
        _entry(feed, work)
    etree.indent(feed)
    return bytes(etree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element of Atom, or of Dublin Core where the name says `dcterms:`."""
    space = DCTERMS if name.startswith("dcterms:") else SPACE
    added = etree.SubElement(parent, f"{{{space}}}{name.rpartition(':')[2]}", attributes)
    added.text = text or None
    return added


def _person(parent: Element, name: str, person: Person) -> None:
    """Add somebody (RFC 4287, 3.2)."""
    _add(_add(parent, name), "name", person.name)


def _entry(feed: Element, work: Work) -> None:
    """Add a work: all that is known of it, in its own language (OPDS 1.2, 5.1)."""
    about = work.about
    entry = _add(feed, "entry")
    entry.set("{http://www.w3.org/XML/1998/namespace}lang", about.language)
    _add(entry, "id", about.identifier)
    _add(entry, "title", about.title)
    _add(entry, "updated", work.day)
    for person in about.creators:
        _person(entry, "author", person)
    for person in about.helpers:
        _person(entry, "contributor", person)
    for subject in about.subjects:
        _add(entry, "category", term=subject, label=subject)
    if about.rights:
        _add(entry, "rights", " ".join(about.rights))
    if about.description:
        _add(entry, "summary", about.description, type="text")
    if about.subtitle:
        _add(entry, "dcterms:alternative", about.subtitle)
    _add(entry, "dcterms:identifier", f"urn:isbn:{about.isbn}" if about.isbn else about.identifier)
    _add(entry, "dcterms:language", about.language)
    _add(entry, "dcterms:issued", about.issued)
    _links(entry, work, labels_for(about.language))


def _links(entry: Element, work: Work, labels: Labels) -> None:
    """Add the pictures and the files (OPDS 1.2, 5.2 and 5.3)."""
    for picture, rel in zip(work.pictures, ("image", "image/thumbnail"), strict=False):
        _add(entry, "link", rel=f"{REL}/{rel}", href=picture.file.path, type="image/jpeg")
    for file in work.editions:
        _acquisition(entry, file, labels)
    _add(entry, "link", rel="alternate", href=f"{kinds.INDEX}#{work.slug}", type="text/html")


def _acquisition(entry: Element, file: File, labels: Labels) -> None:
    """Add a file that anybody may take."""
    attributes = {
        "rel": f"{REL}/acquisition/open-access",
        "href": file.path,
        "type": file.kind.media_type,
        "title": file.named(labels),
        "length": str(file.size),
    }
    _add(entry, "link", **attributes)
