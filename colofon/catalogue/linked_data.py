"""Published works -> what search engines read of them (schema.org, JSON-LD 1.1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from colofon.catalogue import access
from colofon.catalogue.kinds import INDEX
from colofon.catalogue.people import by_role
from colofon.catalogue.work import File, Work
from colofon.labels import labels_for

CONTEXT = "https://schema.org"


def write(works: Sequence[Work]) -> str:
    """Write a Book for each work, fit for a `<script>` (HTML, 4.12.1.3): it holds no «<»."""
    data = {"@context": CONTEXT, "@graph": [_book(work) for work in works]}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return text.replace("<", "\\u003c")


def _book(work: Work) -> dict[str, Any]:
    """Describe a work, what it can be read in, and what else there is of it."""
    about, labels = work.about, labels_for(work.about.language)
    said = {
        "@type": "Book",
        "@id": about.identifier,
        "url": f"{INDEX}#{work.slug}",
        "name": about.title,
        "alternativeHeadline": about.subtitle,
        "inLanguage": about.language,
        "datePublished": about.issued,
        "description": about.description,
        "about": list(about.subjects),
        "image": [picture.file.path for picture in work.pictures],
        "isAccessibleForFree": True,
        **{
            role: [{"@type": "Person", "name": person.name} for person in people]
            for role, people in by_role(about).items()
        },
        **access.schema_org(about),
        "workExample": [_example(work, file, file.named(labels)) for file in work.editions],
        "encoding": [_encoding(file) for file in work.files if not file.kind.read],
    }
    return _told(said)


def _example(work: Work, file: File, name: str) -> dict[str, Any]:
    """Describe a file that people read as an edition of the work."""
    said = {
        "@type": "Book",
        "bookFormat": f"{CONTEXT}/EBook",
        "name": f"{work.about.title} ({name})",
        "isbn": work.about.isbn if file.suffix == ".epub" else "",
        "encoding": _encoding(file),
    }
    return _told(said)


def _encoding(file: File) -> dict[str, Any]:
    """Describe a file: where it is, what it is, its size in bytes and its digest."""
    return {
        "@type": "MediaObject",
        "contentUrl": file.path,
        "encodingFormat": file.kind.media_type,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


def _told(said: dict[str, Any]) -> dict[str, Any]:
    """Leave out what nothing is known of."""
    return {name: value for name, value in said.items() if value}
