"""An edition that somebody sent -> the same edition, made again from the source that it carries."""

from __future__ import annotations

import hashlib
import platform
from pathlib import Path
from typing import NamedTuple

from packaging.specifiers import SpecifierSet

from colofon import (
    VERSION,
    buildinfo,
    guarded,
    lock,
    materials,
    publish,
    rebuilding,
    records,
    sealing,
)
from colofon.comparing import Difference, compare
from colofon.finding import Finding, Place, Refused
from colofon.readers import carried
from colofon.readers.carried import Carried
from colofon.source import Edition


class Regenerated(NamedTuple):
    """What was made: the work, and the output that the given file should be."""

    work: Edition
    output: Path
    differences: list[Difference]
    """Where the given file is not that output; none if it is, byte for byte."""


def read(path: Path) -> Carried:
    """Read the source that a file carries, in a process of its own; raise `Refused`."""
    return guarded.apart(carried.read, path)


def insist(held: Carried, path: Path) -> None:
    """Raise `Refused` if this is not the Colofón that made the edition, or not with its tools."""
    place = Place(str(path))
    needed, python = held.manifest, platform.python_version()
    if needed.colofon != VERSION:
        message = (
            f"It needs Colofón {needed.colofon} and Python {needed.python}; this is {VERSION}."
        )
        hint = "Take that release, and install the tools of its requirements.lock."
        raise Refused([Finding("other-release", message, place, hint)])
    if not SpecifierSet(needed.python).contains(python):
        message = f"It needs Python {needed.python}, and this is {python}."
        raise Refused([Finding("other-python", message, place)])
    ours = materials.shared()
    for name, digest in held.manifest.release.items():
        if name not in ours or hashlib.sha256(ours[name].read_bytes()).hexdigest() != digest:
            message = f"Its {name} is not that of this release."
            hint = "Take Colofón as it was released, or the whole edition from its bag."
            raise Refused([Finding("other-release", message, place, hint)])
    _insist_on_tools(held, place)


def _insist_on_tools(held: Carried, place: Place) -> None:
    """Raise `Refused` if a tool that is locked is not installed in that version."""
    try:
        others = guarded.apart(other_tools, held.files.get(materials.LOCK, b""), place=place.file)
    except guarded.Unsafe as unsafe:
        message = "It does not say with which tools it was made: its lock cannot be read."
        part = Place(place.file, part=materials.LOCK)
        raise Refused([Finding("other-tools", message, part)]) from unsafe
    if others:
        more = f", and {len(others) - 1} more are others" if others[1:] else ""
        message = f"It was made with other tools: {others[0]}{more}."
        hint = "Install those of its release: pip install --require-hashes -r requirements.lock"
        raise Refused([Finding("other-tools", message, place, hint)])


def other_tools(locked: bytes) -> list[str]:
    """Say which tools of a lock, it may be a stranger's, are not installed in that version.

    A lock that is none raises ValueError.
    """
    tools = lock.read(locked.decode())
    if not tools:
        raise ValueError("it locks nothing")
    return [str(each) for each in lock.differences(tools) if each.locked]


def regenerate(path: Path, into: Path) -> Regenerated:
    """Make the edition that a file is of, in a folder that is new or empty; raise `Refused`.

    Nothing is written before all that can be refused was asked. Our makers then run on a
    stranger's master and pictures: they run no code of his, and end by `rebuilding.LONGEST`.
    """
    into = into.absolute()
    held = read(path)
    insist(held, path)
    rebuilding.insist_on_names(held.files, path)
    _insist_on_room(into)
    rebuilding.lay(into, held.files)
    [work] = rebuilding.make(into, [held.manifest.work])
    found = sealing.published(work)
    publish.publish({name: found[name] for name in found if name != sealing.REPORT}, work.dist)
    for name, data in sealing.tops(work.dist.parent, [work]).items():
        records.write(work.dist.parent / name, data)
    output = _counterpart(path, work)
    return Regenerated(work, output, guarded.apart(compare, output, path))


def _insist_on_room(into: Path) -> None:
    """Raise `Refused` unless a folder is new or empty."""
    if into.is_symlink() or (into.exists() and (not into.is_dir() or any(into.iterdir()))):
        message = "Nothing is written here: it is not a new or empty folder."
        hint = "Name a folder that is new or empty."
        raise Refused([Finding("bad-target", message, Place(str(into)), hint)])
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Nothing can be written here: {error.strerror}."
        hint = "Name a folder that can be made."
        raise Refused([Finding("bad-target", message, Place(str(into)), hint)]) from error


def _counterpart(path: Path, work: Edition) -> Path:
    """Return which output a file is: the same one, or that which begins as it does."""
    record = buildinfo.read(work.dist / buildinfo.NAME) or {"outputs": {}}
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    same = next((name for name, known in record["outputs"].items() if known == digest), None)
    return work.dist / (same or named(work.slug, data))


def named(work: str, data: bytes) -> str:
    """Name the output of a work that some bytes are, of those that carry their source."""
    heads = {"-screen.pdf": b"%PDF-2.0", "-archive.pdf": b"%PDF-1.7"}
    return work + next((name for name, head in heads.items() if data.startswith(head)), ".epub")
