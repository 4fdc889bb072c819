"""Front matter and what the page holds -> the metadata of an EPUB, of which all is true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from colofon.accessibility import Accessibility, Conformance
from colofon.epub.xhtml import LANG, xhtml
from colofon.front import Author, Front
from colofon.imprint import rights
from colofon.labels import Labels

IDENTIFIER = "work-id"
"""The id of the identifier that names the publication."""


@dataclass(frozen=True)
class Datum:
    """One element of `<metadata>`: `name` is `dc:…` for Dublin Core, else `meta`."""

    name: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def metadata(front: Front, root: Element, access: Accessibility, labels: Labels) -> list[Datum]:
    """Say what the book is and for whom (EPUB 3.3, 5.5; EPUB Accessibility 1.1, 2)."""
    return [
        *_identifiers(front),
        *_titles(front),
        Datum("dc:language", front.language),
        *_people(front),
        *_work(front, labels),
        *_dates(front, root),
        *_pages(front, access, labels),
        *_accessibility(access, front),
    ]


def claimed(claim: Conformance) -> list[Datum]:
    """Say what is met, who certified it, and when.

    The source is EPUB Accessibility 1.1, «Conformance Reporting».
    """
    return [
        _meta("dcterms:conformsTo", claim.standard, id="conformance"),
        _meta("a11y:certifiedBy", claim.certifier, "conformance", id="certifier"),
        _meta("dcterms:date", claim.date.isoformat(), "certifier"),
    ]


def creators(front: Front) -> list[Author]:
    """Return who wrote the work; where nobody did, as in an anthology, whoever is named."""
    written = [author for author in front.authors if author.role == "aut"]
    return written or list(front.authors)


def alternative(front: Front, labels: Labels) -> str:
    """Say in words what the cover says."""
    names = labels.list([author.name for author in creators(front)])
    return labels("Cover of “{title}”, by {authors}", title=front.title, authors=names)


def _meta(prop: str, text: str, refines: str = "", **attributes: str) -> Datum:
    """Make a `<meta property>`, of the book or of another datum."""
    target = {"refines": f"#{refines}"} if refines else {}
    return Datum("meta", text, {"property": prop, **target, **attributes})


def _identifiers(front: Front) -> Iterator[Datum]:
    """Yield the work's identifier and the ISBN of this format."""
    yield Datum("dc:identifier", front.identifier, {"id": IDENTIFIER})
    if front.isbn.epub:
        yield Datum("dc:identifier", f"urn:isbn:{front.isbn.epub}", {"id": "isbn"})
        # Code 15 of list 5 is an ISBN-13.
        yield _meta("identifier-type", "15", "isbn", scheme="onix:codelist5")


def _titles(front: Front) -> Iterator[Datum]:
    """Yield the title, then the subtitle."""
    titles = {"main": front.title, "subtitle": front.subtitle}
    for number, (kind, text) in enumerate(titles.items(), start=1):
        if text:
            name = f"title-{number}"
            yield Datum("dc:title", text, {"id": name})
            yield _meta("title-type", kind, name)
            yield _meta("display-seq", str(number), name)


def _people(front: Front) -> Iterator[Datum]:
    """Yield everybody: some created the work, some contributed to it (Dublin Core)."""
    for number, author in enumerate(front.authors, start=1):
        term = "creator" if author in creators(front) else "contributor"
        name = f"person-{number}"
        yield Datum(f"dc:{term}", author.name, {"id": name})
        yield _meta("role", author.role, name, scheme="marc:relators")
        yield _meta("file-as", author.file_as, name)


def _work(front: Front, labels: Labels) -> Iterator[Datum]:
    """Yield who publishes the book, what it is about, its source and who has rights in it."""
    if front.publisher:
        yield Datum("dc:publisher", front.publisher.name)
    if front.description:
        yield Datum("dc:description", front.description)
    for subject in front.subjects:
        yield Datum("dc:subject", subject)
    if front.source:
        yield Datum("dc:source", front.source)
    for sentence in rights(front, labels):
        yield Datum("dc:rights", sentence)


def _dates(front: Front, root: Element) -> Iterator[Datum]:
    """Yield the day of this edition, and the work's own as the page has it."""
    yield Datum("dc:date", front.issued.isoformat())
    yield _meta("dcterms:modified", f"{front.issued.isoformat()}T00:00:00Z")
    made = root.find(f"{xhtml('head')}/{xhtml('meta')}[@name='dcterms.created']")
    if made is not None:
        yield _meta("dcterms:created", made.get("content", ""))


def _pages(front: Front, access: Accessibility, labels: Labels) -> Iterator[Datum]:
    """Yield which print edition the pages are of (EPUB Accessibility 1.1, 4.2: pageBreakSource).

    That is its ISBN; where it has none, words tell it apart.
    """
    if "pageBreakMarkers" not in access.features:
        return
    if front.isbn.print:
        yield _meta("pageBreakSource", f"urn:isbn:{front.isbn.print}")
        return
    day = labels.day(front.issued)
    said = "{title}, edition {number}, {date}, print edition (PDF)"
    yield _meta("pageBreakSource", labels(said, title=front.title, number=front.edition, date=day))


def _accessibility(access: Accessibility, front: Front) -> Iterator[Datum]:
    """Yield how the book can be read (schema.org vocabulary)."""
    for mode in access.access_modes:
        yield _meta("schema:accessMode", mode)
    for ways in access.sufficient:
        yield _meta("schema:accessModeSufficient", ways)
    for feature in access.features:
        yield _meta("schema:accessibilityFeature", feature)
    for hazard in access.hazards:
        yield _meta("schema:accessibilityHazard", hazard)
    own = access.summary_language == front.language
    foreign = {} if own else {LANG: access.summary_language}
    yield _meta("schema:accessibilitySummary", access.summary, **foreign)
