"""Works that passed -> `dist/`, whole, with their catalogue and their checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from colofon import buildinfo, publish, records, registry, report
from colofon.records import Record
from colofon.source import Edition

REPORT = "report.json"
"""Published beside the outputs and not sealed: it tells what was observed."""


BAG = ".bag.zip"
"""Not sealed either, since it holds our code: its own manifests have the sums of all in it."""

SHOWN = 5
"""Files that are named in one line."""

HINT = (
    "doit verify says where; if our code is meant to make other bytes, raise its VERSION, "
    "or else doit seal --accept."
)


def seal(dist: Path, works: Sequence[Edition], *, accept: bool = False) -> list[str]:
    """Publish every sound work; return a line for each that was left as it was.

    A work is left, too, where nothing that decides its bytes has changed since it was sealed and
    the bytes have, unless they are accepted.
    """
    for target in publish.leftovers(dist):
        publish.recover(target)
    sound = [work for work in works if report.read(work).sound]
    sums = publish.read_sums(dist)
    strayed = {} if accept else {work: names for work in sound if (names := _strayed(work, sums))}
    for work in sound:
        if work not in strayed and not publish.same(published(work), work.dist):
            publish.publish(published(work), work.dist)
    kept = [work for work in works if work in sound and work not in strayed]
    topped = _topped(dist, _sums(dist, works, kept), accept=accept)
    left = [
        *(_left(work) for work in works if work not in sound),
        *(f"{work.dist} was left as it was: {_other(names)}" for work, names in strayed.items()),
    ]
    return left or topped


def _left(work: Edition) -> str:
    """Say what became of a work that is not sound."""
    return f"{work.dist} {'was left as it was' if work.dist.exists() else 'was not published'}."


def _strayed(work: Edition, sums: Mapping[str, str]) -> list[str]:
    """Name the files that are not what was sealed, though they must be.

    If the sealed record is gone or damaged, nobody knows what decided the bytes: then they must
    be those of the sums.
    """
    old, new = (buildinfo.read(folder / buildinfo.NAME) for folder in (work.dist, work.build))
    if old and new:
        if not buildinfo.decided_alike(old, new):
            return []
        sealed = dict(old["outputs"])
        itself = [] if old == new else [buildinfo.NAME]
    else:
        below = {name.partition("/")[2]: name for name in sums if name.startswith(f"{work.slug}/")}
        sealed = {name: sums[below[name]] for name in below if name != buildinfo.NAME}
        itself = []
    made = _sealable(work)
    return [*sorted(name for name in sealed if sealed[name] != made.get(name)), *itself]


def _other(names: Sequence[str]) -> str:
    """Say which files are not what was sealed, and what to do."""
    listed = ", ".join(names[:SHOWN]) + (" …" if names[SHOWN:] else "")
    verb = "are" if names[1:] else "is"
    said = f"{listed} {verb} not what was sealed, and nothing that decides the bytes explains it."
    return f"{said} Hint: {HINT}"


def _topped(dist: Path, sums: dict[str, str], *, accept: bool) -> list[str]:
    """Write catalogue and sums; say so, and write neither, if the catalogue strayed."""
    beside, last = _tops(dist, sums), publish.read_sums(dist)
    same_works = sums == {name: digest for name, digest in last.items() if "/" in name}
    strayed = [name for name in beside if name in last and last[name] != _sha256(beside[name])]
    if same_works and strayed and not accept:
        return [f"The catalogue was left as it was: {_other(strayed)}"]
    for name, data in beside.items():
        if not _is(dist / name, data):
            records.write(dist / name, data)
    return []


def holds(dist: Path, works: Sequence[Edition]) -> bool:
    """Tell whether `dist/` is what `seal` would leave, with every work published."""
    if publish.leftovers(dist) or not all(report.read(work).sound for work in works):
        return False
    if not all(publish.same(published(work), work.dist) for work in works):
        return False
    return all(_is(dist / name, data) for name, data in tops(dist, works).items())


def _is(path: Path, data: bytes) -> bool:
    """Tell whether a file holds this, and no killed run left another beside it."""
    whole = not records.beside(path).exists()
    return whole and path.is_file() and path.read_bytes() == data


def tops(dist: Path, works: Sequence[Edition]) -> dict[str, bytes]:
    """Return what stands beside the works when all of them are published."""
    return _tops(dist, _sums(dist, works, works))


def _tops(dist: Path, sums: dict[str, str]) -> dict[str, bytes]:
    """Return the files that stand beside the works: the catalogue of them, then the sums.

    The catalogue is made of what is published, so the works must be in their places.
    """
    from colofon.catalogue import work, writing  # noqa: PLC0415  # lxml and Babel are heavy

    files = writing.files(work.read(dist, sums))
    digests = {name: _sha256(data) for name, data in files.items()}
    return {**files, publish.SUMS: publish.sums_text({**sums, **digests})}


def published(work: Edition) -> dict[str, Path]:
    """Name the files of a published edition: its outputs, what closes them, its report."""
    makers = (*registry.FORMATS, *registry.CLOSINGS)
    made = [name for entry in makers for name in Record.read(work, entry.name).files]
    kept = [name for name in made if name.startswith(work.slug) or name == buildinfo.NAME]
    return {name: work.build / name for name in [*kept, REPORT]}


def _sums(dist: Path, works: Sequence[Edition], sound: Sequence[Edition]) -> dict[str, str]:
    """Return the sums as they should be: new ones for what is sound, the last for the rest.

    A work that is gone from `source/` has none, whatever is left of it in `dist/`.
    """
    kept = {work.slug for work in works if work not in sound}
    last = publish.read_sums(dist).items()
    sums = {name: digest for name, digest in last if name.partition("/")[0] in kept}
    for work in sound:
        sums |= {f"{work.slug}/{name}": digest for name, digest in _sealable(work).items()}
    return sums


def _sealable(work: Edition) -> dict[str, str]:
    """Return the sum of each file of a work that is sealed."""
    unsealed = {REPORT, f"{work.slug}{BAG}"}
    found = published(work).items()
    return {name: records.sha256(path) for name, path in found if name not in unsealed}


def _sha256(data: bytes) -> str:
    """Hash bytes."""
    return hashlib.sha256(data).hexdigest()
