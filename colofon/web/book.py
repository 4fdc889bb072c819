"""Front -> what a search engine reads of the book (schema.org/Book as JSON-LD 1.1)."""

from __future__ import annotations

import json

from colofon.front import Author, Front

RELATORS = {"aut": "author", "trl": "translator", "edt": "editor", "ill": "illustrator"}
"""MARC relators that schema.org has a word for; anybody else is a contributor."""


def data(front: Front) -> str:
    """Write the book as one object of JSON, which may stand in a `<script>` (HTML, 4.12.1.3)."""
    known: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Book",
        "@id": front.identifier,
        "name": front.title,
        "alternativeHeadline": front.subtitle,
        "inLanguage": front.language,
        "bookEdition": str(front.edition),
        "bookFormat": "https://schema.org/EBook",
        "datePublished": front.issued.isoformat(),
        "dateCreated": front.date.gregorian if front.date else None,
        "description": front.description,
        "keywords": list(front.subjects),
        **_people(front.authors),
    }
    said = {name: value for name, value in known.items() if value}
    # «</script» and «<!--» would end or change the element that holds the data.
    return json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")


def _people(authors: tuple[Author, ...]) -> dict[str, object]:
    """Name everybody under the word for what they did, in the order of the title page."""
    people: dict[str, list[dict[str, str]]] = {}
    for author in authors:
        named = {"@type": "Person", "name": author.name}
        people.setdefault(RELATORS.get(author.role, "contributor"), []).append(named)
    return dict(people)
