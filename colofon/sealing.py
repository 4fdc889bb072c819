"""Works that passed -> `dist/`, whole, with their catalogue and their checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from colofon import publish, records, registry, report
from colofon.records import Record
from colofon.source import Edition

REPORT = "report.json"
"""Published beside the outputs and not sealed: it tells what was observed."""


def seal(dist: Path, works: Sequence[Edition]) -> list[Edition]:
    """Publish every sound work; return those left as they were."""
    for target in publish.leftovers(dist):
        publish.recover(target)
    sound = [work for work in works if report.read(work).sound]
    for work in sound:
        if not publish.same(_published(work), work.dist):
            publish.publish(_published(work), work.dist)
    for name, data in _tops(dist, _sums(dist, works, sound)).items():
        if not _is(dist / name, data):
            records.write(dist / name, data)
    return [work for work in works if work not in sound]


def holds(dist: Path, works: Sequence[Edition]) -> bool:
    """Tell whether `dist/` is what `seal` would leave, with every work published."""
    if publish.leftovers(dist) or not all(report.read(work).sound for work in works):
        return False
    if not all(publish.same(_published(work), work.dist) for work in works):
        return False
    tops = _tops(dist, _sums(dist, works, works))
    return all(_is(dist / name, data) for name, data in tops.items())


def _is(path: Path, data: bytes) -> bool:
    """Tell whether a file holds this, and no killed run left another beside it."""
    whole = not records.beside(path).exists()
    return whole and path.is_file() and path.read_bytes() == data


def _tops(dist: Path, sums: dict[str, str]) -> dict[str, bytes]:
    """Return the files that stand beside the works: the catalogue of them, then the sums.

    The catalogue is made of what is published, so the works must be in their places.
    """
    from colofon.catalogue import work, writing  # noqa: PLC0415  # lxml and Babel are heavy

    files = writing.files(work.read(dist, sums))
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return {**files, publish.SUMS: publish.sums_text({**sums, **digests})}


def _published(work: Edition) -> dict[str, Path]:
    """Name the files of a published edition: its outputs and its report."""
    made = [name for entry in registry.FORMATS for name in Record.read(work, entry.name).files]
    outputs = [name for name in made if name.startswith(work.slug)]
    return {name: work.build / name for name in [*outputs, REPORT]}


def _sums(dist: Path, works: Sequence[Edition], sound: Sequence[Edition]) -> dict[str, str]:
    """Return the sums as they should be: new ones for what is sound, the last for the rest.

    A work that is gone from `source/` has none, whatever is left of it in `dist/`.
    """
    kept = {work.slug for work in works if work not in sound}
    last = publish.read_sums(dist).items()
    sums = {name: digest for name, digest in last if name.partition("/")[0] in kept}
    for work in sound:
        for name, path in _published(work).items():
            if name != REPORT:
                sums[f"{work.slug}/{name}"] = records.sha256(path)
    return sums
