"""What the TEI header tells of, and in which words it tells of the encoding."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element as Element

from colofon.document import Document
from colofon.front import Front
from colofon.labels import Labels, labels_for
from colofon.note_kinds import Signatures
from colofon.source import Edition
from colofon.tei.nodes import node

OURS = "en"
"""The language of what Colofón says of its own encoding."""


class Work(NamedTuple):
    """What a header tells of."""

    edition: Edition
    front: Front
    document: Document
    signatures: Signatures
    labels: Labels

    @classmethod
    def of(cls, edition: Edition, front: Front, document: Document) -> Work:
        """Gather it."""
        signatures = Signatures.of(document, front)
        return cls(edition, front, document, signatures, labels_for(front.language))


def ours(parent: Element, text: str) -> None:
    """Write a paragraph of our own on the encoding."""
    node(parent, "p", text, xml_lang=OURS)
