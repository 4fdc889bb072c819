"""The printed book: the press-ready interior, with notes at the foot of their pages."""

from __future__ import annotations

from typing import Any

from colofon.formats import Made
from colofon.front import Front
from colofon.pdf import standards
from colofon.pdf.finish import Opening, finish
from colofon.pdf.metadata import Metadata
from colofon.source import Edition


def make(*, edition: Edition, front: Front, layout: dict[str, Any], pages_1_7: bytes) -> Made:
    """Write `<slug>-print.pdf`, a PDF/UA-1."""
    pdf = finish(pages_1_7, Metadata.of(front), Opening(layout["numbering"]), standards.UA_1)
    return Made({f"{edition.slug}-print.pdf": pdf})
