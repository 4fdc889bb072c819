"""The EPUB 3.3: for reading on any device, aloud, or by touch."""

from __future__ import annotations

from pathlib import Path

from lxml.etree import _Element as Element

from colofon.epub.metadata import alternative, metadata
from colofon.epub.navigation import add_landmarks, contents, landmarks, ncx, spoken
from colofon.epub.package import NCX_TYPE, XHTML_TYPE, Publication, Resource, write
from colofon.epub.split import File, split
from colofon.epub.typography import FONT_TYPE, faces_used, font_path, style_sheet
from colofon.epub.xhtml import STYLE_SHEET, adopt, cover_page, document, xhtml
from colofon.formats import Made
from colofon.front import Front
from colofon.images import media_type
from colofon.labels import Labels, labels_for
from colofon.source import Edition

COVER_IMAGE = "images/cover.jpg"
ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg"}


def make(
    *, edition: Edition, front: Front, page: bytes, fonts: dict[str, bytes], cover: Path
) -> Made:
    """Write `<slug>.epub` from the page, the pictures it names, the fonts it needs, its cover."""
    labels = labels_for(front.language)
    root = adopt(page)
    pictures = _pictures(root, edition)
    files = split(root, labels)
    marks = landmarks(files, labels)
    entries = contents(_nav(files).nodes[0])
    add_landmarks(_nav(files), marks, labels)
    faces = faces_used((file.nodes[0] for file in files), fonts)
    resources = [
        Resource("cover.xhtml", XHTML_TYPE, _cover_page(front, labels)),
        *(_resource(file) for file in files),
        Resource("toc.ncx", NCX_TYPE, ncx(entries, front)),
        Resource(STYLE_SHEET, "text/css", style_sheet(faces)),
        *(Resource(font_path(name), FONT_TYPE, data) for name, data in faces.items()),
        Resource(COVER_IMAGE, "image/jpeg", cover.read_bytes(), ("cover-image",)),
        *pictures,
    ]
    data = metadata(front, root, files, labels)
    epub, findings = write(Publication(front, data, resources, marks))
    return Made({f"{edition.slug}.epub": epub}, tuple(findings))


def _nav(files: list[File]) -> File:
    """Return the file that holds the contents."""
    return next(file for file in files if file.name == "nav.xhtml")


def _resource(file: File) -> Resource:
    """Write a file of the spine."""
    properties = ("nav",) if file.name == "nav.xhtml" else ()
    data = document(file.title, file.language, file.part, file.nodes)
    return Resource(file.name, XHTML_TYPE, data, properties)


def _cover_page(front: Front, labels: Labels) -> bytes:
    """Write the page that shows the cover."""
    nodes = cover_page(COVER_IMAGE, alternative(front, labels))
    return document(labels("Cover"), spoken(labels, front.language), "frontmatter", nodes)


def _pictures(root: Element, edition: Edition) -> list[Resource]:
    """Read the pictures and number them in order, since not every reader bears every name."""
    found: dict[str, Resource] = {}
    for image in root.iter(xhtml("img")):
        source = image.get("src", "")
        if source not in found:
            data = (edition.folder / source).read_bytes()
            kind = media_type(data) or ""
            found[source] = Resource(f"images/{len(found) + 1}{ENDINGS[kind]}", kind, data)
        image.set("src", found[source].name)
    return list(found.values())
