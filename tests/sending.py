"""What hostile files share: how they are entered, a small EPUB, and many zeros in few bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

Make = Callable[[Path], Path]

Table = dict[str, tuple[str, Make]]
"""Hostile files: the code of the finding that each must give, and what makes it in a folder."""

MEGA = 1_000_000


def zeros(size: int, head: bytes = b"") -> bytes:
    """Compress many zeros without holding them, since a child's memory counts from ours."""
    engine = zlib.compressobj(9)
    parts = [engine.compress(head), *(engine.compress(bytes(MEGA)) for _ in range(size // MEGA))]
    return b"".join([*parts, engine.flush()])


def entering(table: Table) -> Callable[[str], Callable[[Make], Make]]:
    """Return a decorator that enters what makes a hostile file, with its code, into a table."""

    def hostile(code: str) -> Callable[[Make], Make]:
        def enter(make: Make) -> Make:
            table[make.__name__] = (code, make)
            return make

        return enter

    return hostile


def plain(changes: Callable[[zipfile.ZipFile], None] | None = None) -> bytes:
    """Make a small EPUB, with something more in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", "<container/>")
        book.writestr("EPUB/text.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'/>")
        if changes:
            changes(book)
    return file.getvalue()


def written(path: Path, data: bytes) -> Path:
    """Write a file, and return its path."""
    path.write_bytes(data)
    return path
