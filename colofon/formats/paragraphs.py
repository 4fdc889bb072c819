"""The register of the paragraphs by which this edition is cited, for the editions that follow."""

from __future__ import annotations

import hashlib
import json

from colofon.document import Document, Paragraph, plain
from colofon.formats import Made
from colofon.front import Front
from colofon.source import Edition

OPENING = 8
"""Words of a paragraph by which a person knows it."""


def make(*, edition: Edition, front: Front, document: Document) -> Made:
    """Write `<slug>.paragraphs.json`: the edition's number, and what each paragraph says.

    `opening` is its first words, `sha256` the digest of all of them with one space between.
    """
    rows = [_row(paragraph) for paragraph in document.paragraphs()]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    text = f'{{"edition": {front.edition}, "paragraphs": [\n{lines}\n]}}\n'
    return Made({f"{edition.slug}.paragraphs.json": text.encode()})


def _row(paragraph: Paragraph) -> dict[str, object]:
    """Describe one paragraph, without the calls of its notes."""
    words = plain(paragraph.children)
    opening = " ".join(words.split()[:OPENING])
    digest = hashlib.sha256(words.encode()).hexdigest()
    return {"n": paragraph.number, "opening": opening, "sha256": digest}
