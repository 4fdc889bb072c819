"""Laid-out pages -> a tagged PDF, uncompressed and unfinished: colofon.pdf.finish completes it.

The same pages may be written more than once.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree.ElementTree import Element

import weasyprint.pdf

from colofon.labels import Labels
from colofon.pdf import bookmarks, destinations, fonts, references, shown
from colofon.pdf.boxes import walk
from colofon.pdf.dialect import Dialect
from colofon.pdf.emit import Emitter
from colofon.pdf.links import Links
from colofon.pdf.tagger import tag

STOOD_IN = {
    "add_links": "(links_and_anchors, matrix, pdf, page, names, tags)",
    "add_tags": "(pdf, document, pdf_version, page_streams)",
    "build_fonts_dictionary": "(pdf, fonts, compress, subset, options)",
}
"""The functions of `weasyprint.pdf` that we take the place of, as 70.0 has them."""

for _name, _signature in STOOD_IN.items():
    _found = str(inspect.signature(getattr(weasyprint.pdf, _name)))
    assert _found == _signature, f"weasyprint.pdf.{_name}{_found} is not the one of 70.0"


def write(document: Any, root: Element, labels: Labels, dialect: Dialect) -> bytes:
    """Write the pages of `document`, laid out from `root`; links are described by `labels`."""
    fresh = document.copy()
    fresh.fonts = fonts.FontsInOrder()
    _name_images(document)
    with _in_place(_stand_ins(fresh, root, labels, dialect)):
        data = fresh.write_pdf(pdf_tags=True, pdf_version=dialect.version, uncompressed_pdf=True)
    return bytes(data)


def write_plain(document: Any) -> bytes:
    """Write the pages of `document` without tags, for the press, which reads nothing."""
    fresh = document.copy()
    fresh.fonts = fonts.FontsInOrder()
    _name_images(document)
    with _in_place({"build_fonts_dictionary": _embedding()}):
        return bytes(fresh.write_pdf(uncompressed_pdf=True))


def _embedding() -> Callable[..., Any]:
    """Return WeasyPrint's function that embeds fonts, with ours prepared first."""
    build_fonts = weasyprint.pdf.build_fonts_dictionary

    def embed(pdf: Any, used: Any, *settings: Any) -> Any:
        fonts.prepare(used)
        return build_fonts(pdf, used, *settings)

    return embed


def _name_images(document: Any) -> None:
    """Name images by their order of use, not by a hash of their address."""
    used = (placed.box.replacement for placed in walk(document.pages) if placed.is_replaced)
    for number, image in enumerate(dict.fromkeys(used), start=1):
        image.id = f"{number}-"


@contextmanager
def _in_place(stand_ins: dict[str, Any]) -> Iterator[None]:
    """Put our functions in the place of WeasyPrint's, for a while."""
    originals = {name: getattr(weasyprint.pdf, name) for name in stand_ins}
    try:
        for name, function in stand_ins.items():
            setattr(weasyprint.pdf, name, function)
        yield
    finally:
        for name, function in originals.items():
            setattr(weasyprint.pdf, name, function)


def _stand_ins(document: Any, root: Element, labels: Labels, dialect: Dialect) -> dict[str, Any]:
    """Return the functions that WeasyPrint is to call instead of its own."""

    def add_tags(pdf: Any, _document: Any, _version: Any, streams: list[Any]) -> None:
        structure, contents = tag(document, root, streams)
        shown.correct(contents, document.fonts)
        heights = [page.height for page in document.pages]
        objects = Emitter(pdf, heights, dialect).emit(structure.top)
        bookmarks.link(pdf, document, structure, objects)
        if dialect.refers:
            references.refer(structure, objects)
            destinations.structural(pdf, structure, objects)

    return {
        "add_links": Links(weasyprint.pdf.add_links, root, labels).add,
        "add_tags": add_tags,
        "build_fonts_dictionary": _embedding(),
    }
