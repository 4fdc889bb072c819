"""The pages of the book, laid out once for every PDF that shares them, and where all stands."""

from __future__ import annotations

from colofon.formats import Made
from colofon.front import Front
from colofon.labels import labels_for
from colofon.layout import heard, lay_out
from colofon.pdf import dialect, places, writer
from colofon.source import Edition


def make(*, edition: Edition, front: Front, page: bytes, fonts: dict[str, bytes]) -> Made:
    """Write `layout.json`, and the pages twice, tagged as PDF 1.7 and as PDF 2.0 want it."""
    name = f"{edition.slug}-print.pdf"
    layout = lay_out(page, fonts, front.print, edition.folder, name)
    labels = labels_for(front.language)
    with heard(name) as complaints:
        pdfs = {
            f"pages-{each.version}.pdf": writer.write(layout.document, layout.root, labels, each)
            for each in (dialect.ONE, dialect.TWO)
        }
    files = {**pdfs, "layout.json": places.as_json(layout.places)}
    return Made(files, (*layout.findings, *dict.fromkeys(complaints)))
