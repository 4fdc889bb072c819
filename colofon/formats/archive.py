"""The PDF for archives that do not yet take PDF 2.0: PDF/A-3a and PDF/UA-1, with its source."""

from __future__ import annotations

from typing import Any

from colofon.formats import Made
from colofon.front import Front
from colofon.pdf import standards
from colofon.pdf.attachments import Source
from colofon.pdf.finish import Opening, finish
from colofon.pdf.metadata import Metadata
from colofon.source import Edition


def make(
    *, edition: Edition, front: Front, carried: bytes, layout: dict[str, Any], pages_1_7: bytes
) -> Made:
    """Write `<slug>-archive.pdf` from the pages of the printed book."""
    pdf = finish(
        pages_1_7,
        Metadata.of(front),
        Opening(layout["numbering"]),
        standards.A_3A_AND_UA_1,
        Source.of(carried, front),
    )
    return Made({f"{edition.slug}-archive.pdf": pdf})
