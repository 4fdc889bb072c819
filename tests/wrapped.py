"""Covers of works that are not ours, and books for them to go round."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf

from colofon.finding import Finding
from colofon.formats import cover
from colofon.front import Front

MILLIMETRE = 72 / 25.4
ISBN = "978-0-306-40615-7"
DESCRIPTION = "Una novela de trenes que llegan tarde. La acompañan mapas, notas y un índice."


def work(**said: Any) -> Front:
    """Return the front matter of a novel, with some of it said otherwise."""
    plain: dict[str, Any] = {
        "title": "Los trenes del sur",
        "authors": [{"name": "Ana Pérez"}],
        "language": "es",
        "issued": "2026-11-22",
        "description": DESCRIPTION,
        "isbn": {"print": ISBN},
        "publisher": {"name": "Ediciones del Mirador", "place": "Valencia"},
    }
    read = Front.model_validate_json(json.dumps({**plain, **said}))
    return read.model_copy(update={"slug": "trenes"})


def covers(folder: Path, front: Front, pages: int) -> tuple[dict[str, Path], tuple[Finding, ...]]:
    """Make the covers of a book of so many pages: each by its printer, and what was found."""
    made = cover.make(front=front, layout={"pages": [{}] * pages})
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    suffixes = front.print.suffixes("cover")
    return {name: folder / f"trenes{suffix}" for name, suffix in suffixes.items()}, made.findings


def book(folder: Path, pages: int, trim: Sequence[float] = (148, 210)) -> Path:
    """Write the inside of a book: blank pages of a size in mm."""
    path = folder / "trenes-print.pdf"
    with pikepdf.new() as pdf:
        for _ in range(pages):
            width, height = (side * MILLIMETRE for side in trim)
            pdf.add_blank_page(page_size=(width, height))
        pdf.save(path)
    return path
