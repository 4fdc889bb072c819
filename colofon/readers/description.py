"""The package of a finished EPUB -> what it says of the book, as a catalogue needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from colofon.readers import markup
from colofon.readers.epub import DC, OPF, Epub

ISBN = "urn:isbn:"


@dataclass(frozen=True)
class Person:
    """Somebody named: `role` is a MARC relator, `file_as` the form for sorting; else empty."""

    name: str
    role: str = ""
    file_as: str = ""


@dataclass(frozen=True)
class Description:
    """A book in its own words; empty where it says nothing."""

    identifier: str
    title: str
    language: str
    """A BCP 47 tag."""
    subtitle: str = ""
    creators: tuple[Person, ...] = ()
    helpers: tuple[Person, ...] = ()
    """Who did something else for the book (Dublin Core «contributor»)."""
    isbn: str = ""
    issued: str = ""
    """A day (ISO 8601)."""
    description: str = ""
    subjects: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    cover: str = ""
    """What the cover shows, in words."""
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every value of each property that `<meta>` or `<link>` gives, refinements aside."""


def describe(book: Epub) -> Description:
    """Read the metadata of the package (EPUB 3.3, 5.5) and the words of its cover."""
    said = book.metadata()
    numbers = [text for text in _texts(book, "identifier") if text.startswith(ISBN)]
    return Description(
        identifier=said.identifier,
        title=said.title,
        language=" ".join(_texts(book, "language")[:1]),
        subtitle=_subtitle(book),
        creators=_people(book, "creator"),
        helpers=_people(book, "contributor"),
        isbn="".join(numbers[:1]).removeprefix(ISBN),
        issued=said.issued,
        description=said.description,
        subjects=_texts(book, "subject"),
        rights=_texts(book, "rights"),
        cover=_cover(book),
        properties=_properties(book),
    )


def _texts(book: Epub, term: str) -> tuple[str, ...]:
    """Return the words of every element of Dublin Core with a name."""
    return tuple(markup.plain(each) for each in book.package.iter(f"{DC}{term}"))


def _refined(book: Epub, element: Element, prop: str) -> str:
    """Return what refines an element in one respect, or nothing."""
    target = f"#{element.get('id')}"
    metas = (each for each in book.package.iter(f"{OPF}meta") if each.get("refines") == target)
    return next((markup.plain(each) for each in metas if each.get("property") == prop), "")


def _subtitle(book: Epub) -> str:
    """Return the first title that says it is a subtitle."""
    titles = book.package.iter(f"{DC}title")
    found = (each for each in titles if _refined(book, each, "title-type") == "subtitle")
    return next((markup.plain(each) for each in found), "")


def _people(book: Epub, term: str) -> tuple[Person, ...]:
    """Return those named by a term of Dublin Core."""
    return tuple(
        Person(markup.plain(each), _refined(book, each, "role"), _refined(book, each, "file-as"))
        for each in book.package.iter(f"{DC}{term}")
    )


def _cover(book: Epub) -> str:
    """Return the alternative text of the picture that is the cover, where it is shown."""
    covers = {each.path for each in book.manifest.values() if "cover-image" in each.properties}
    for path, root in book.documents.items():
        for image in root.iter("{*}img"):
            if book.resolve(path, image.get("src", ""))[0] in covers:
                return str(image.get("alt", ""))
    return ""


def _properties(book: Epub) -> dict[str, tuple[str, ...]]:
    """Gather the properties of the book, and who certified which of them (prefix `a11y`)."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value, refines in _statements(book):
        if not refines or name.startswith("a11y:"):
            found[name] = (*found.get(name, ()), value)
    return found


def _statements(book: Epub) -> Iterator[tuple[str, str, str]]:
    """Yield each property, its value and what it refines."""
    for each in book.package.iter(f"{OPF}meta", f"{OPF}link"):
        names = each.get("property") or each.get("rel") or ""
        for name in names.split():
            yield name, each.get("href") or markup.plain(each), each.get("refines", "")
