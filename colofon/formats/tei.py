"""The TEI P5 file: for archives, with everything that the master says of its text."""

from __future__ import annotations

from lxml import etree

from colofon.document import Document
from colofon.formats import Made
from colofon.front import Front
from colofon.source import Edition
from colofon.tei.blocks import Blocks
from colofon.tei.header import header
from colofon.tei.nodes import lay_out, node
from colofon.tei.text import text
from colofon.tei.work import Work


def make(*, edition: Edition, front: Front, document: Document) -> Made:
    """Write `<slug>.tei.xml`."""
    work = Work.of(edition, front, document)
    folder = edition.folder.relative_to(edition.root).as_posix()
    notes = {note.number: note for note in document.notes}
    root = node(None, "TEI", xml_lang=front.language)
    header(root, work)
    text(root, document, Blocks(notes, work.signatures, folder, front.witness is not None))
    lay_out(root)
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return Made({f"{edition.slug}.tei.xml": bytes(data) + b"\n"})
