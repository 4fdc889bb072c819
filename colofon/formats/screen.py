"""The PDF to read, aloud or by eye: PDF/A-4f, PDF/UA-2 and Well-Tagged PDF, with its source."""

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
    *, edition: Edition, front: Front, carried: bytes, layout: dict[str, Any], pages_2_0: bytes
) -> Made:
    """Write `<slug>-screen.pdf` from the pages of the printed book."""
    pdf = finish(
        pages_2_0,
        Metadata.of(front),
        Opening(layout["numbering"]),
        standards.A_4F_AND_UA_2,
        Source.of(carried, front),
    )
    return Made({f"{edition.slug}-screen.pdf": pdf})
