"""The plain text: readable with any program, now and later."""

from __future__ import annotations

from colofon.document import Document
from colofon.formats import Made
from colofon.front import Front
from colofon.source import Edition
from colofon.txt import file


def make(*, edition: Edition, front: Front, document: Document) -> Made:
    """Write `<slug>.txt`: UTF-8, lines of 72 characters that end in LF."""
    return Made({f"{edition.slug}.txt": file.write(document, front).encode()})
