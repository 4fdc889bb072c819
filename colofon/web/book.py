"""Front -> what a search engine reads of the book (schema.org/Book, as microdata of the head).

The same as JSON would need a `<script>`, and this page has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from colofon.elements import element
from colofon.front import Front

RELATORS = {"aut": "author", "trl": "translator", "edt": "editor", "ill": "illustrator"}
"""MARC relators that schema.org has a word for; anybody else is a contributor."""


def describe(root: Element, front: Front) -> None:
    """Make the document an item of type Book, its properties unseen (HTML, 5.2)."""
    root.set("itemscope", "")
    root.set("itemtype", "https://schema.org/Book")
    root.set("itemid", front.identifier)
    head = root.find("head")
    element(head, "link", itemprop="bookFormat", href="https://schema.org/EBook")
    for name, value in _known(front):
        if value:
            element(head, "meta", itemprop=name, content=value)


def _known(front: Front) -> Iterator[tuple[str, str | None]]:
    """Yield what is known of the book, property by property."""
    yield "name", front.title
    yield "alternativeHeadline", front.subtitle
    for author in front.authors:
        yield RELATORS.get(author.role, "contributor"), author.name
    yield "inLanguage", front.language
    yield "bookEdition", str(front.edition)
    yield "datePublished", front.issued.isoformat()
    yield "dateCreated", front.date.gregorian if front.date else None
    yield "description", front.description
    for subject in front.subjects:
        yield "keywords", subject
