"""What is known of an edition -> the sentences that say so, in the language of the book."""

from __future__ import annotations

from collections.abc import Iterator

from colofon import identity
from colofon.document import Document
from colofon.front import Front, WorkDate
from colofon.labels import Labels

PARTS = {
    "text": "Rights in the text",
    "translation": "Rights in the translation",
    "edition": "Rights in this edition",
    "images": "Rights in the images",
}
STATUSES = {"public-domain": "public domain", "cleared": "cleared", "unknown": "unknown"}
HELPERS = {
    "trl": "Translated by {name}",
    "edt": "Edited by {name}",
    "ill": "Illustrated by {name}",
}
"""MARC relators that the title page words; any other stands as a plain name."""

EXAMPLE = 12
"""The paragraph that shows how to cite, where there are so many."""


def authors(front: Front, labels: Labels) -> str:
    """Name those who made the work, besides those who helped; nothing if nobody did."""
    names = [author.name for author in front.authors if author.role not in HELPERS]
    return labels.list(names) if names else ""


def helpers(front: Front, labels: Labels) -> list[str]:
    """Word what each of the others did: «Traducción de …»."""
    return [
        labels(HELPERS[author.role], name=author.name)
        for author in front.authors
        if author.role in HELPERS
    ]


def statements(front: Front, labels: Labels) -> Iterator[str]:
    """Yield what is known of an edition, and no more, sentence by sentence."""
    day = labels.day(front.issued)
    yield labels("Edition {number}, {date}.", number=front.edition, date=day)
    if front.publisher:
        parts = (front.publisher.name, front.publisher.place)
        named = ", ".join(part for part in parts if part)
        yield labels("Publisher: {publisher}", publisher=named)
    if front.date:
        yield labels("Date of the work: {date}", date=worded(front.date, labels)) + "."
        if front.date.note:
            yield front.date.note
    if front.source:
        yield labels("Source of the text: {source}", source=front.source)
    yield from rights(front, labels)
    yield labels("Identifier of the work: {identifier}", identifier=front.identifier)


def digest(document: Document, front: Front, labels: Labels) -> str:
    """Say by which digits the text of this edition is known in every format."""
    shown = identity.short(identity.digest(document, front))
    return labels("Digest of the text (SHA-256): {digest}\u00a0…", digest=shown)


def history(front: Front, labels: Labels) -> list[str]:
    """Say what each edition changed, the first one first; nothing where nobody tells it."""
    return [
        labels(
            "Edition {number}, {date}: {changes}",
            number=each.edition,
            date=labels.day(each.issued),
            changes=each.changes,
        )
        for each in front.history
    ]


def rights(front: Front, labels: Labels) -> list[str]:
    """Say what is known of the rights in each part, and that nothing is where it is so."""
    if not front.rights:
        return [labels("Nothing is stated of the rights in this text.")]
    return [
        labels(
            "{part}: {status}. {statement}",
            part=labels(PARTS[right.part]),
            status=labels(STATUSES[right.status]),
            statement=right.statement,
        )
        for right in front.rights
    ]


def worded(date: WorkDate, labels: Labels) -> str:
    """Write a work's date in words, with its calendar and how sure we are."""
    words = labels.date(date.value)
    if date.calendar == "julian":
        words = labels("{date} (Julian calendar)", date=words)
    if date.certainty == "inferred":
        words = labels("{date}, inferred", date=words)
    if date.certainty == "uncertain":
        words = labels("{date}, uncertain", date=words)
    return words


def how_to_cite(document: Document, front: Front, labels: Labels) -> str:
    """Show how to cite a paragraph by what every format shares; nothing if none has a number."""
    numbered = len(document.paragraphs())
    if not numbered:
        return ""
    paragraph = min(EXAMPLE, numbered)
    parts = (
        authors(front, labels),
        front.title,
        labels("edition {number}", number=front.edition),
        labels.day(front.issued),
    )
    said = f"{', '.join(part for part in parts if part)}, §\u00a0{paragraph} (#p{paragraph})."
    return labels("How to cite: {citation}", citation=said)
