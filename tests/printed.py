"""A page, its fonts and its front matter -> the printed book and its twin, as they are made."""

from __future__ import annotations

import json

from colofon.formats import Made
from colofon.formats import print as print_format
from colofon.front import Front
from colofon.pdf import standards
from colofon.pdf.finish import Opening, finish
from colofon.pdf.metadata import Metadata
from colofon.source import Edition
from colofon.stages import layout


def print_book(*, edition: Edition, front: Front, page: bytes, fonts: dict[str, bytes]) -> Made:
    """Lay the page out; return it for a press and for archives, the layout, and all findings.

    The file for archives has no source attached.
    """
    laid_out = layout.make(edition=edition, front=front, page=page, fonts=fonts)
    places = json.loads(laid_out.files["layout.json"])
    pages = laid_out.files["pages-1.7.pdf"]
    printed = print_format.make(edition=edition, front=front, layout=places, pages_1_7=pages)
    opening = Opening(places["numbering"])
    tagged = finish(pages, Metadata.of(front), opening, standards.A_3A_AND_UA_1)
    files = {
        **printed.files,
        f"{edition.slug}-archive.pdf": tagged,
        "layout.json": laid_out.files["layout.json"],
    }
    return Made(files, (*laid_out.findings, *printed.findings))
