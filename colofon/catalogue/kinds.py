"""The name of a published file -> its media type, and what it is for in a reader's words."""

from __future__ import annotations

from dataclasses import dataclass

INDEX, ATOM, OPDS = "index.html", "opds.xml", "opds.json"
"""The files of the catalogue itself."""

FEEDS = {
    ATOM: "application/atom+xml;profile=opds-catalog;kind=acquisition",
    OPDS: "application/opds+json",
}
"""Feeds for reading apps, and their media types (OPDS 1.2, 2; OPDS 2.0, 1.1)."""


@dataclass(frozen=True)
class Kind:
    """What a file of an edition is: `name` and `purpose` are labels in English."""

    media_type: str
    name: str = ""
    purpose: str = ""
    read: bool = False
    """True if people read the work in it, and a reading app may offer it."""


EPUB, PDF = "application/epub+zip", "application/pdf"

KINDS = {
    ".epub": Kind(EPUB, "EPUB", "For e-readers, phones and tablets.", read=True),
    ".html": Kind("text/html", "Web page", "For reading at once, in the browser.", read=True),
    "-screen.pdf": Kind(
        PDF, "PDF for screens", "Page by page, and with the marks for reading it aloud.", read=True
    ),
    "-large.pdf": Kind(
        PDF, "PDF in large print", "In large letters, on paper or on a screen.", read=True
    ),
    "-booklet.pdf": Kind(
        PDF, "PDF as a booklet", "For printing at home: on both sides of A4, folded and stapled."
    ),
    "-archive.pdf": Kind(
        PDF, "PDF for archives", "For libraries that keep it for decades.", read=True
    ),
    ".txt": Kind(
        "text/plain", "Plain text", "For any device, also for braille displays.", read=True
    ),
    ".tei.xml": Kind(
        "application/tei+xml", "TEI XML", "For research: the text with its structure and variants."
    ),
    ".paragraphs.json": Kind(
        "application/json", "Register of paragraphs", "For citing: the number of each paragraph."
    ),
    ".onix.xml": Kind(
        "application/xml", "ONIX", "For booksellers and libraries: the description of the book."
    ),
    "-print.pdf": Kind(
        PDF, "PDF for printing", "The pages of the printed edition, for the printer."
    ),
    "-cover.pdf": Kind(PDF, "Cover for printing", "Back, spine and front, for the printer."),
    "-cover.jpg": Kind("image/jpeg", "Cover", "The picture, for lists and shelves."),
    "-thumbnail.jpg": Kind("image/jpeg"),
}
"""In the order in which a reader looks for them."""

MEDIA_TYPES = {
    ".epub": EPUB,
    ".html": "text/html",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".pdf": PDF,
    ".png": "image/png",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""Of files that have no kind here: they are listed by their names."""

UNKNOWN = "application/octet-stream"


def kind(suffix: str) -> Kind:
    """Return what the rest of a file's name, after the slug, says of it."""
    ending = suffix[suffix.rfind(".") :] if "." in suffix else ""
    return KINDS.get(suffix) or Kind(MEDIA_TYPES.get(ending, UNKNOWN))


def rank(suffix: str) -> tuple[int, str]:
    """Return the place of a file in a list; those without a kind come last, by name."""
    order = list(KINDS)
    return (order.index(suffix) if suffix in order else len(order)), suffix
