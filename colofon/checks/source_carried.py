"""EPUB, screen PDF and archive PDF carry the whole source they were made of, the same in each."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

from colofon import VERSION, materials
from colofon.finding import Finding, Place, Refused
from colofon.front import Front
from colofon.readers import carried
from colofon.readers.carried import Carried
from colofon.source import Edition, Master

HINT = "Make every output again from one source."


def check(
    *, edition: Edition, master: Master, front: Front, epub: Path, screen_pdf: Path,
    archive_pdf: Path,
) -> Generator[Finding, None, dict[str, int]]:  # fmt: skip
    """Hold what each file carries against the materials on disk, the master as it was read.

    A material is carried byte for byte, or named by its digest if it comes with the release.
    Each file must carry the same ZIP, too: an edition can be made again from any of them.
    """
    wanted = _materials(edition, master)
    held: dict[str, Carried] = {}
    for path in (epub, screen_pdf, archive_pdf):
        try:
            held[path.name] = carried.read(path)
        except Refused as refused:
            yield from (_here(finding, path) for finding in refused.findings)
            continue
        yield from _of_this_edition(held[path.name], path.name, edition, front)
        yield from _whole(held[path.name], path.name, wanted)
    yield from _one(held)
    first = next(iter(held.values()), None)
    counts = {
        "files": len(held),
        "materials carried": len(first.files) if first else 0,
        "materials of the release": len(first.manifest.release) if first else 0,
    }
    return {name: count for name, count in counts.items() if count}


def _materials(edition: Edition, master: Master) -> dict[str, tuple[bool, bytes]]:
    """Return the bytes of each material, and whether it comes with the release."""
    shared = materials.shared()
    found = {
        name: (name in shared and materials.released(path), path.read_bytes())
        for name, path in materials.of(edition).items()
    }
    return found | {master.path: (False, master.text.encode())}


def _here(finding: Finding, path: Path) -> Finding:
    """Name the output and not its place on this machine."""
    place = Place(path.name, part=finding.place.part)
    return Finding(finding.code, finding.message, place, HINT)


def _of_this_edition(
    source: Carried, name: str, edition: Edition, front: Front
) -> Iterator[Finding]:
    """Yield what a manifest says of another release, work or edition."""
    said, place = source.manifest, Place(name, part=carried.MANIFEST)
    pairs = (
        ("release", said.colofon, VERSION),
        ("work", said.work, edition.slug),
        ("edition", said.edition, front.edition),
    )
    for what, found, wanted in pairs:
        if found != wanted:
            message = f"The source that it carries is of {what} {found}, and this is {wanted}."
            yield Finding("source-of-another", message, place, HINT)


def _whole(
    source: Carried, name: str, wanted: Mapping[str, tuple[bool, bytes]]
) -> Iterator[Finding]:
    """Yield each material that a file does not carry, carries otherwise, or carries besides."""
    known = {*source.files, *source.manifest.release}
    for member in sorted({*wanted, *known}):
        place = Place(name, part=member)
        if member not in wanted:
            message = "It carries this, and no maker reads it."
            yield Finding("material-strange", message, place, HINT)
            continue
        released, data = wanted[member]
        held: Mapping[str, str | bytes] = source.manifest.release if released else source.files
        if member not in held:
            message = "It does not carry this, of which it was made."
            yield Finding("material-missing", message, place, HINT)
        elif held[member] != (hashlib.sha256(data).hexdigest() if released else data):
            message = "It carries this otherwise than it is on disk."
            yield Finding("material-differs", message, place, HINT)


def _one(held: Mapping[str, Carried]) -> Iterator[Finding]:
    """Yield each file that carries another ZIP than the first does."""
    if not held:
        return
    (first, source), *others = held.items()
    for name, other in others:
        if other.data != source.data:
            message = f"The source that it carries is another file than that in {first}."
            yield Finding("source-not-one", message, Place(name), HINT)
