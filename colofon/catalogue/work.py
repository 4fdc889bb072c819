"""A published work as its own files tell it: what the catalogue is made of."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from PIL import Image

from colofon import records
from colofon.catalogue import kinds
from colofon.catalogue.kinds import Kind
from colofon.labels import Labels
from colofon.readers import description, epub, identity
from colofon.readers.description import Description


@dataclass(frozen=True)
class File:
    """A published file: `path` is relative to the catalogue, `size` in bytes."""

    path: str
    suffix: str
    """What follows the slug in its name."""
    size: int
    sha256: str

    @property
    def kind(self) -> Kind:
        """What it is for."""
        return kinds.kind(self.suffix)

    def named(self, labels: Labels) -> str:
        """Return what to call it: its kind, or its name where we know none."""
        return labels(self.kind.name) if self.kind.name else self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Picture:
    """A picture of the cover, in pixels."""

    file: File
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Work:
    """A published work: what its EPUB says of it, and its files in a reader's order."""

    slug: str
    about: Description
    files: tuple[File, ...]
    digest: str
    """The SHA-256 of the text that the EPUB holds (docs/identity.md)."""
    pictures: tuple[Picture, ...] = ()
    """The cover, the larger first; none where none was published."""

    @property
    def day(self) -> str:
        """The day of this edition, as an instant (RFC 3339)."""
        return f"{self.about.issued}T00:00:00Z"

    @cached_property
    def editions(self) -> tuple[File, ...]:
        """The files that people read."""
        return tuple(file for file in self.files if file.kind.read)


def read(dist: Path, sums: Mapping[str, str]) -> list[Work]:
    """Read the works that are in a folder as its sums say, by slug.

    What is said of a work is read from what was published, never from its master, which may
    have been broken since. A work without an EPUB, or with another than was sealed, is left
    out: nothing true can be said of it.
    """
    slugs = sorted({name.partition("/")[0] for name in sums if "/" in name})
    return [work for slug in slugs if (work := _read(dist, slug, sums))]


def _read(dist: Path, slug: str, sums: Mapping[str, str]) -> Work | None:
    """Read one work, or None if its EPUB is not what was sealed."""
    files = [
        File(name, name.removeprefix(f"{slug}/{slug}"), (dist / name).stat().st_size, digest)
        for name, digest in sums.items()
        if name.startswith(f"{slug}/{slug}") and records.sha256(dist / name) == digest
    ]
    ordered = tuple(sorted(files, key=lambda file: kinds.rank(file.suffix)))
    book = next((dist / file.path for file in ordered if file.suffix == ".epub"), None)
    if book is None:
        return None
    said = epub.read(book)
    digest = identity.digest(said.text())
    return Work(slug, description.describe(said), ordered, digest, _pictures(dist, ordered))


def _pictures(dist: Path, files: tuple[File, ...]) -> tuple[Picture, ...]:
    """Measure the cover and its thumbnail."""
    found = []
    for file in files:
        if file.suffix in {"-cover.jpg", "-thumbnail.jpg"}:
            data = (dist / file.path).read_bytes()
            found.append(Picture(file, *Image.open(io.BytesIO(data)).size, data))
    return tuple(found)
