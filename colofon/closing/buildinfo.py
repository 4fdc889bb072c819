"""The build record: what decides the bytes of the outputs, and what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from colofon import buildinfo, identity
from colofon.document import Document
from colofon.formats import Made
from colofon.front import Front
from colofon.readers import line_ends
from colofon.source import Edition


def make(
    *,
    edition: Edition,
    front: Front,
    document: Document,
    outputs: Mapping[str, Path],
    print_pdf: Path,
    large_pdf: Path,
) -> Made:
    """Write `buildinfo.json`; the two PDFs have a layout each, and others share that of print."""
    digests = {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in outputs.items()
    }
    text = identity.digest(document, front)
    lines = {path.name: line_ends.read(path) for path in (print_pdf, large_pdf)}
    return Made({buildinfo.NAME: buildinfo.make(edition, front, text, digests, lines)})
