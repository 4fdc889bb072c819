"""The one semantic HTML page that web, EPUB and print are made from."""

from __future__ import annotations

from colofon import page as pages
from colofon.document import Document
from colofon.formats import Made
from colofon.front import Front


def make(*, document: Document, front: Front) -> Made:
    """Write the page."""
    return Made({"page.html": pages.build(document, front)})
