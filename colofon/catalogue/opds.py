"""The catalogue as JSON for reading apps (OPDS 2.0 on the Readium Web Publication Manifest)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from colofon import records
from colofon.catalogue import access, atom, identity
from colofon.catalogue.kinds import ATOM, FEEDS, INDEX, OPDS
from colofon.catalogue.people import by_role
from colofon.catalogue.work import File, Picture, Work
from colofon.labels import Labels, labels_for
from colofon.readers.description import Description, Person


def write(works: Sequence[Work]) -> bytes:
    """Write the feed (OPDS 2.0, 1.1): what it is, where it is, and every publication."""
    labels = identity.labels(works)
    feed = {
        "metadata": {
            "identifier": identity.identifier(works),
            "title": labels("Catalogue"),
            "modified": identity.updated(works),
            "numberOfItems": len(works),
        },
        "links": [
            {"rel": "self", "href": OPDS, "type": FEEDS[OPDS]},
            {"rel": "alternate", "href": ATOM, "type": FEEDS[ATOM]},
            {"rel": "alternate", "href": INDEX, "type": "text/html"},
        ],
        "publications": [_publication(work) for work in works],
    }
    return records.as_json(feed)


def _publication(work: Work) -> dict[str, Any]:
    """Say what is known of a work, and where its files and pictures are (OPDS 2.0, 5)."""
    labels = labels_for(work.about.language)
    page = {"rel": "alternate", "href": f"{INDEX}#{work.slug}", "type": "text/html"}
    publication: dict[str, Any] = {
        "metadata": _metadata(work.about),
        "links": [*(_acquisition(file, labels) for file in work.editions), page],
    }
    if work.pictures:
        publication["images"] = [_image(picture) for picture in work.pictures]
    return publication


def _metadata(about: Description) -> dict[str, Any]:
    """Describe a book, without what nothing is known of (Readium, default context)."""
    said = {
        "@type": "http://schema.org/Book",
        "identifier": about.identifier,
        "altIdentifier": [f"urn:isbn:{about.isbn}"] if about.isbn else [],
        "title": about.title,
        "subtitle": about.subtitle,
        "language": about.language,
        "modified": f"{about.issued}T00:00:00Z",
        "published": about.issued,
        "description": about.description,
        "subject": list(about.subjects),
        "accessibility": access.readium(about),
        **{
            role: [_person(person, role) for person in people]
            for role, people in by_role(about).items()
        },
    }
    return {name: value for name, value in said.items() if value}


def _person(person: Person, role: str) -> dict[str, str]:
    """Name somebody."""
    said = {
        "name": person.name,
        "sortAs": person.file_as,
        "role": person.role if role == "contributor" else "",
    }
    return {name: value for name, value in said.items() if value}


def _acquisition(file: File, labels: Labels) -> dict[str, Any]:
    """Link a file that anybody may take (OPDS 2.0, 5.3); `size` is in bytes."""
    return {
        "rel": f"{atom.REL}/acquisition/open-access",
        "href": file.path,
        "type": file.kind.media_type,
        "title": file.named(labels),
        "size": file.size,
    }


def _image(picture: Picture) -> dict[str, Any]:
    """Link a picture of the cover, with its size in pixels."""
    return {
        "href": picture.file.path,
        "type": picture.file.kind.media_type,
        "width": picture.width,
        "height": picture.height,
        "size": picture.file.size,
    }
