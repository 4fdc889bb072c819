"""The EPUB 3.3: for reading on any device, aloud, or by touch."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml.etree import _Element as Element

from colofon import certification
from colofon.accessibility import Accessibility
from colofon.epub.metadata import alternative, claimed, metadata
from colofon.epub.navigation import add_landmarks, contents, landmarks
from colofon.epub.ncx import ncx
from colofon.epub.package import NCX_TYPE, XHTML_TYPE, Publication, Resource, write
from colofon.epub.page_list import add_page_list, page_list
from colofon.epub.split import File, split
from colofon.epub.typography import FONT_TYPE, faces_used, font_path, style_sheet
from colofon.epub.xhtml import STYLE_SHEET, adopt, cover_page, document, parse, xhtml
from colofon.formats import Made
from colofon.front import Front
from colofon.images import media_type
from colofon.labels import Labels, labels_for
from colofon.page_breaks import PageBreak, mark
from colofon.source import Edition

ACCESSIBILITY = "certification/accessibility.json"
"""What other makers need to know of the EPUB: not published, and read by name."""

COVER_IMAGE = "images/cover.jpg"
ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg"}


def make(
    *,
    edition: Edition,
    front: Front,
    page: bytes,
    layout: Any,
    fonts: dict[str, bytes],
    cover: Path,
    carried: bytes,
) -> Made:
    """Write `<slug>.epub` from the page, the pictures it names, the fonts it needs, its cover."""
    labels = labels_for(front.language)
    root, breaks = _marked(page, layout, labels)
    pictures = _pictures(root, edition)
    files = split(root, labels)
    marks, pages = landmarks(files, labels), page_list(breaks, files)
    table = ncx(contents(_nav(files).nodes[0]), pages, files, front)
    add_landmarks(_nav(files), marks, labels)
    add_page_list(_nav(files), pages, labels)
    resources = [
        Resource("cover.xhtml", XHTML_TYPE, _cover_page(front, labels)),
        *(_resource(file) for file in files),
        Resource("toc.ncx", NCX_TYPE, table),
        *_style(files, fonts),
        Resource(COVER_IMAGE, "image/jpeg", cover.read_bytes(), ("cover-image",)),
        *pictures,
    ]
    access = Accessibility.of(page, front, labels, paged=bool(pages), conformance=None)
    data = metadata(front, root, access, labels)
    return _certified(edition, access, Publication(front, data, resources, marks), carried)


def _marked(page: bytes, layout: Any, labels: Labels) -> tuple[Element, list[PageBreak]]:
    """Return the page as XHTML, and the marks of printed pages that were put into it."""
    root = parse(page)
    breaks = mark(root, layout, labels)
    adopt(root)
    return root, breaks


def _style(files: list[File], fonts: dict[str, bytes]) -> list[Resource]:
    """Return the style sheet, and the faces that the files need of it."""
    faces = faces_used((file.nodes[0] for file in files), fonts)
    sheet = Resource(STYLE_SHEET, "text/css", style_sheet(faces))
    return [sheet, *(Resource(font_path(name), FONT_TYPE, data) for name, data in faces.items())]


def _certified(edition: Edition, access: Accessibility, bare: Publication, carried: bytes) -> Made:
    """Write the EPUB bare, and once more with its source, and with a claim if that is certified.

    What is certified carries no source, since the source holds the certification.
    """
    unclaimed, findings = write(bare)
    claim = certification.standing(edition, bare.front.language, unclaimed).conformance
    metadata = [*bare.metadata, *(claimed(claim) if claim else ())]
    epub, _ = write(replace(bare, metadata=metadata, source=carried))
    files = {
        f"{edition.slug}.epub": epub,
        certification.WITHOUT_CLAIM: unclaimed,
        ACCESSIBILITY: _json(replace(access, conformance=claim).to_dict()),
    }
    return Made(files, findings)


def _nav(files: list[File]) -> File:
    """Return the file that holds the contents."""
    return next(file for file in files if file.name == "nav.xhtml")


def _resource(file: File) -> Resource:
    """Write a file of the spine."""
    properties = ("nav",) if file.name == "nav.xhtml" else ()
    data = document(file.title, file.language, file.part, file.tops)
    return Resource(file.name, XHTML_TYPE, data, properties)


def _cover_page(front: Front, labels: Labels) -> bytes:
    """Write the page that shows the cover."""
    nodes = cover_page(COVER_IMAGE, alternative(front, labels))
    return document(labels("Cover"), labels.spoken(front.language), "frontmatter", nodes)


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


def _json(data: dict[str, Any]) -> bytes:
    """Write data so that the same data gives the same bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
