"""A published work -> its entry on the catalogue's page, in the language of the work."""

from __future__ import annotations

import datetime as dt

from lxml.etree import _Element as Element

from colofon.catalogue.statement import statements
from colofon.catalogue.work import File, Work
from colofon.elements import data_url, element
from colofon.identity import short
from colofon.imprint import HELPERS
from colofon.labels import Labels, labels_for
from colofon.readers.description import Person


def add(main: Element, work: Work) -> None:
    """Add an entry: cover, title, people, what it is, its files, how it can be read.

    What we say is in the work's language where we have its words, else in English; what
    the work says is marked as being in its own.
    """
    labels = labels_for(work.about.language)
    article = element(
        main, "article", id=work.slug, lang=labels.language, aria_labelledby=f"{work.slug}-title"
    )
    _cover(article, work)
    _title(article, work, labels)
    _facts(article, work, labels)
    _files(article, work, labels)
    _accessibility(article, work, labels)
    _sums(article, work, labels)


def _own(work: Work, labels: Labels) -> str:
    """Return the language to mark the work's own words with, where it is another."""
    return "" if work.about.language == labels.language else work.about.language


def _cover(article: Element, work: Work) -> None:
    """Show the smallest picture of the cover, with its words; the page holds it.

    A browser that opens a page from a disk may refuse it the files beside.
    """
    if not work.pictures:
        return
    picture = work.pictures[-1]
    image = element(
        element(article, "p", class_="cover"),
        "img",
        src=data_url(picture.data, picture.file.kind.media_type),
        width=str(picture.width),
        height=str(picture.height),
    )
    image.set("alt", work.about.cover)


def _title(article: Element, work: Work, labels: Labels) -> None:
    """Write what stands on a title page, and what the work is about."""
    about, own = work.about, _own(work, labels)
    heading = element(article, "div", class_="title")
    element(heading, "h2", about.title, id=f"{work.slug}-title", lang=own)
    if about.subtitle:
        element(heading, "p", about.subtitle, class_="subtitle", lang=own)
    authors = [person.name for person in about.creators if person.role not in HELPERS]
    if authors:
        element(heading, "p", labels.list(authors), class_="author")
    for person in (*about.creators, *about.helpers):
        if person.role in HELPERS or person in about.helpers:
            element(heading, "p", _helped(person, labels), class_="helper")
    if about.description:
        element(heading, "p", about.description, class_="description", lang=own)


def _helped(person: Person, labels: Labels) -> str:
    """Say what somebody did, or only who it was."""
    if person.role not in HELPERS:
        return person.name
    return labels(HELPERS[person.role], name=person.name)


def _facts(article: Element, work: Work, labels: Labels) -> None:
    """List what else is known of the work."""
    about = work.about
    facts = {
        labels("Language"): [labels.name(about.language)],
        labels("Published"): [labels.day(dt.date.fromisoformat(about.issued))],
        labels("Subjects"): ["; ".join(about.subjects)] if about.subjects else [],
        labels("Rights"): list(about.rights),
        "ISBN": [about.isbn] if about.isbn else [],
        labels("Digest of the text (SHA-256)"): [f"{short(work.digest)}\u00a0…"],
    }
    terms = element(article, "dl", class_="facts")
    for term, values in facts.items():
        if values:
            element(terms, "dt", term)
        for value in values:
            element(terms, "dd", value)


def _files(article: Element, work: Work, labels: Labels) -> None:
    """List the files: what each is called, how large it is, and what it is for."""
    section = _section(article, work, "files", labels("Files"))
    items = element(section, "ul", class_="files")
    for file in work.files:
        if file.suffix != "-thumbnail.jpg":
            item = element(items, "li")
            link = element(item, "a", file.named(labels), href=file.path)
            link.set("type", file.kind.media_type)
            element(item, "span", labels.size(file.size), class_="size")
            if file.kind.purpose:
                element(item, "span", labels(file.kind.purpose), class_="purpose")


def _section(article: Element, work: Work, name: str, heading: str) -> Element:
    """Begin a part of the entry, named by its heading."""
    identifier = f"{work.slug}-{name}"
    section = element(article, "section", class_=name, aria_labelledby=identifier)
    element(section, "h3", heading, id=identifier)
    return section


def _accessibility(article: Element, work: Work, labels: Labels) -> None:
    """Say how the EPUB can be read, and by whom."""
    section = _section(article, work, "accessibility", labels("Accessibility of the EPUB"))
    terms = element(section, "dl")
    for heading, sentences in statements(work.about, labels):
        element(terms, "dt", heading)
        for sentence in sentences:
            element(terms, "dd", sentence)


def _sums(article: Element, work: Work, labels: Labels) -> None:
    """List the checksum of each file, out of the way until it is asked for."""
    details = element(article, "details")
    element(details, "summary", labels("Checksums (SHA-256)"))
    terms = element(details, "dl", class_="sums")
    for file in work.files:
        _sum(terms, file)


def _sum(terms: Element, file: File) -> None:
    """Give a file's name and the digest of what it holds."""
    element(element(terms, "dt"), "code", file.path.rpartition("/")[2])
    element(element(terms, "dd"), "code", file.sha256)
