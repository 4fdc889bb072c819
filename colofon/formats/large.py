"""The book in large print: PDF/UA-2, for eyes that need 18 points and nothing in the way."""

from __future__ import annotations

from colofon.formats import Made
from colofon.front import Front
from colofon.labels import labels_for
from colofon.layout import enlarge, heard
from colofon.pdf import dialect, standards, writer
from colofon.pdf.finish import Opening, finish
from colofon.pdf.metadata import Metadata
from colofon.source import Edition


def make(
    *,
    edition: Edition,
    front: Front,
    page: bytes,
    fonts: dict[str, bytes],
    large_fonts: dict[str, bytes],
) -> Made:
    """Write `<slug>-large.pdf`; `fonts` stand in for letters that `large_fonts` have not."""
    name = f"{edition.slug}-large.pdf"
    layout = enlarge(page, {**large_fonts, **fonts}, edition.folder, name)
    with heard(name) as complaints:
        labels = labels_for(front.language)
        raw = writer.write(layout.document, layout.root, labels, dialect.TWO)
    opening = Opening(layout.places["numbering"], "SinglePage")
    pdf = finish(raw, Metadata.of(front), opening, standards.UA_2)
    return Made({name: pdf}, (*layout.findings, *complaints))
