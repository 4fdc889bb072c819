"""A page, its fonts and its front matter -> the printed book, through the stage and the format."""

from __future__ import annotations

import json

from colofon.formats import Made
from colofon.formats import print as print_format
from colofon.front import Front
from colofon.source import Edition
from colofon.stages import layout


def print_book(*, edition: Edition, front: Front, page: bytes, fonts: dict[str, bytes]) -> Made:
    """Lay the page out and finish its print PDF; return that, the layout, and all findings."""
    laid_out = layout.make(edition=edition, front=front, page=page, fonts=fonts)
    printed = print_format.make(
        edition=edition,
        front=front,
        layout=json.loads(laid_out.files["layout.json"]),
        pages_1_7=laid_out.files["pages-1.7.pdf"],
    )
    files = {**printed.files, "layout.json": laid_out.files["layout.json"]}
    return Made(files, (*laid_out.findings, *printed.findings))
