"""Published works that never were, for catalogues of any kind."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from colofon.catalogue import kinds
from colofon.catalogue.work import File, Picture, Work
from colofon.readers.description import Description, Person

DIGEST = "0123456789abcdef" * 4

ACCESS = {
    "schema:accessMode": ("textual", "visual"),
    "schema:accessModeSufficient": ("textual,visual", "textual"),
    "schema:accessibilityFeature": (
        *("alternativeText", "displayTransformability", "pageNavigation", "readingOrder"),
        *("structuralNavigation", "tableOfContents"),
    ),
    "schema:accessibilityHazard": ("none",),
    "schema:accessibilitySummary": ("Se lee en voz alta.",),
    "dcterms:conformsTo": ("EPUB Accessibility 1.1 - WCAG 2.2 Level AA",),
    "a11y:certifiedBy": ("Ana Pérez",),
    "a11y:certifierReport": ("https://example.org/report",),
}

SPANISH = Description(
    identifier="urn:uuid:305a8f76-f74b-5d59-9557-a5f649c200af",
    title="Paz & pan: ¿qué <hacer>?",
    language="es-AR",
    subtitle="Una </script> muestra",
    creators=(Person("León Trotsky", "aut", "Trotsky, León"),),
    helpers=(Person("Ana Pérez", "trl", "Pérez, Ana"), Person("Inés Gil", "ann")),
    isbn="9783161484100",
    issued="2026-11-22",
    description="De la paz & del pan.",
    subjects=("Paz", "Pan"),
    rights=("Derechos del texto: dominio público.",),
    cover="Cubierta de «Paz & pan»",
    properties=ACCESS,
)

BARE = Description(
    identifier="urn:uuid:00000000-0000-5000-8000-000000000001",
    title="A Modest Beginning",
    language="en",
    issued="2025-03-01",
)
"""Nobody is named, and nothing is said of it but what must be."""

SUFFIXES = (
    *(".epub", ".html", "-screen.pdf", "-large.pdf", "-print.pdf", "-archive.pdf", ".txt"),
    *(".tei.xml", ".onix.xml", ".paragraphs.json", "-cover.jpg", "-thumbnail.jpg"),
    *("-poster.svg", ".bag.zip"),
)


def work(slug: str, about: Description, suffixes: tuple[str, ...] = SUFFIXES) -> Work:
    """Put a work on the shelf, with files of these kinds in a reader's order."""
    found = [
        File(f"{slug}/{slug}{suffix}", suffix, 1500 * (number + 1), DIGEST)
        for number, suffix in enumerate(suffixes)
    ]
    ordered = tuple(sorted(found, key=lambda file: kinds.rank(file.suffix)))
    pictures = [file for file in ordered if file.kind.media_type == "image/jpeg"]
    return Work(slug, about, ordered, DIGEST, tuple(_picture(file) for file in pictures))


def _picture(file: File) -> Picture:
    """Draw a picture that is all of one colour."""
    drawn = io.BytesIO()
    Image.new("RGB", (32, 51), "#8c1c1c").save(drawn, "JPEG")
    return Picture(file, 32, 51, drawn.getvalue())


def full() -> Work:
    """Return a work of which everything is known, with every kind of file and two unknown."""
    return work("paz-y-pan", SPANISH)


def bare() -> Work:
    """Return a work without author, description or accessibility."""
    return work("beginning", BARE, (".epub", "-cover.jpg", "-thumbnail.jpg"))


def coverless() -> Work:
    """Return one that was published before covers were, and has not been sound since."""
    return work("beginning", BARE, (".epub",))


SHELVES: dict[str, list[Work]] = {
    "empty": [],
    "one": [full()],
    "bare": [bare()],
    "two languages": [bare(), full()],
}


def with_(about: Description, **changes: Any) -> Description:
    """Return a description with some things said otherwise."""
    return Description(**{**about.__dict__, **changes})
