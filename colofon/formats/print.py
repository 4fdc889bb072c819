"""The printed book: the press-ready interior, with notes at the foot of their pages."""

from __future__ import annotations

from colofon.formats import Made
from colofon.front import Front
from colofon.labels import labels_for
from colofon.layout import heard, lay_out
from colofon.pdf import places, writer
from colofon.pdf.finish import finish
from colofon.pdf.metadata import Metadata
from colofon.source import Edition


def make(*, edition: Edition, front: Front, page: bytes, fonts: dict[str, bytes]) -> Made:
    """Write `<slug>-print.pdf` and `layout.json`."""
    name = f"{edition.slug}-print.pdf"
    layout = lay_out(page, fonts, front.print, edition.folder, name)
    with heard(name) as complaints:
        raw = writer.write(layout.document, layout.root, labels_for(front.language))
    pdf = finish(raw, Metadata.of(front), layout.places["numbering"])
    files = {name: pdf, "layout.json": places.as_json(layout.places)}
    return Made(files, (*layout.findings, *complaints))
