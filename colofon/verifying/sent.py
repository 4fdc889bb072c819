"""A file that somebody sent -> which edition of ours it is, and whether it is unaltered."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from colofon import buildinfo, guarded, publish, regenerating, unbagging
from colofon.comparing import Difference, compare
from colofon.finding import Finding, Place, Refused
from colofon.guarded import Members

BAG = "bagit.txt"


ONLY_THEIRS = "whether it is the publisher's, only theirs says."


COMPARED = "Put the sealed file of its name beside the sums, and it is told where they differ."


class Answer(NamedTuple):
    """What is known of a file: what to say, and whether all is well."""

    lines: list[str]
    sound: bool


def verify(path: Path, dist: Path) -> Answer:
    """Hold a file against what was sealed in a folder, or against the source that it carries.

    Raises Refused where it is not safe to read, or nothing can be said of it.
    """
    kind = guarded.apart(guarded.checked, path)
    data = guarded.files.read(path, guarded.LIMITS.file)
    digest = hashlib.sha256(data).hexdigest()
    sealed = publish.read_sums(dist)
    if names := [name for name, known in sealed.items() if known == digest]:
        return Answer([f"{path} is {names[0]}, unaltered.{_edition(dist, names[0])}"], sound=True)
    if kind is guarded.Kind.ZIP and any(name.endswith(f"/{BAG}") for name in Members(path)):
        return _bag(path, sealed)
    if known := _counterpart(path, dist, sealed):
        return _altered(path, known, guarded.apart(compare, known, path))
    if names := [name for name in sealed if name.rpartition("/")[2] == path.name]:
        said = f"{path} is not {names[0]} as it was sealed: {publish.SUMS} has another sum of it."
        return Answer([said, COMPARED], sound=False)
    return _by_itself(path, sealed)


def _edition(dist: Path, name: str) -> str:
    """Say which edition a sealed file is of."""
    record = buildinfo.read(dist / name.partition("/")[0] / buildinfo.NAME)
    if record is None:
        return ""
    return f" It is edition {record['edition']}, {record['issued']}; its text is {record['text']}."


def _bag(path: Path, sealed: Mapping[str, str]) -> Answer:
    """Hold a bag against its own manifests, records and lists, then against the sums."""
    found = guarded.apart(unbagging.verify, path)
    if found:
        return Answer([str(finding) for finding in found], sound=False)
    whole = f"{path} is a whole bag: every checksum in it holds, and its lists agree."
    held = guarded.apart(_in_bag, path)
    others = [name for name in sealed if name in held and held[name] != sealed[name]]
    if others:
        lines = [whole, *(f"  {name} in it is not what was sealed." for name in others)]
        return Answer(lines, sound=False)
    if not any(name in sealed for name in held):
        return Answer([whole, f"No list of sums here names it: {ONLY_THEIRS}"], sound=True)
    return Answer([whole, "What is in it is what was sealed."], sound=True)


def _in_bag(path: Path) -> dict[str, str]:
    """Return the SHA-256 of what a bag holds of an edition, by names as the sums have them."""
    members = Members(path)
    record = next(name for name in members if name.endswith(f"/data/{buildinfo.NAME}"))
    slug = json.loads(members[record])["work"]
    top = record.removesuffix(buildinfo.NAME)
    held = {name.removeprefix(f"{top}outputs/"): name for name in members if "/outputs/" in name}
    found = {f"{slug}/{name}": members[held[name]] for name in held}
    found[f"{slug}/{buildinfo.NAME}"] = members[record]
    return {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}


def _counterpart(path: Path, dist: Path, sealed: Mapping[str, str]) -> Path | None:
    """Return the published file that this one should be, if it is there as it was sealed.

    It is the one of its name, or the one that its own source says it is.
    """
    names = [name for name in sealed if name.rpartition("/")[2] == path.name]
    for name in names or _by_source(path):
        here = dist / name
        if here.is_file() and here.resolve() != path.resolve():
            digest = hashlib.sha256(here.read_bytes()).hexdigest()
            if digest == sealed.get(name):
                return here
    return None


def _by_source(path: Path) -> list[str]:
    """Name the output that a file is by the source that it carries; nothing if it has none."""
    try:
        work = regenerating.read(path).manifest.work
    except Refused:
        return []
    return [f"{work}/{regenerating.named(work, path.read_bytes())}"]


def _altered(path: Path, reference: Path, differences: list[Difference]) -> Answer:
    """Say where a file is not the one of its name."""
    lines = [f"{path} is not {reference} as it was sealed:", *_other_edition(path, reference)]
    return Answer([*lines, *(f"  {each}" for each in differences)], sound=False)


def _other_edition(path: Path, reference: Path) -> Iterator[str]:
    """Say so if a file is of another edition than the one that was sealed."""
    record = buildinfo.read(reference.parent / buildinfo.NAME)
    try:
        manifest = regenerating.read(path).manifest
    except Refused:
        return
    if record and manifest.edition != record["edition"]:
        here = f"and the sealed one is edition {record['edition']}"
        yield f"  It says that it is edition {manifest.edition}, {here}."


def _by_itself(path: Path, sealed: Mapping[str, str]) -> Answer:
    """Make a file again from the source that it carries, and compare the two.

    If the sums list that work, and not this file, it is none of what was sealed.
    """
    manifest = regenerating.read(path).manifest
    name = f"edition {manifest.edition} of {manifest.work}, made by Colofón {manifest.colofon}"
    if any(each.startswith(f"{manifest.work}/") for each in sealed):
        first = f"{path} says that it is {name}, and is none of the files that were sealed of it."
        return Answer([first, COMPARED], sound=False)
    with tempfile.TemporaryDirectory(prefix="colofon-verify-") as folder:
        made = regenerating.regenerate(path, Path(folder))
        if made.differences:
            first = f"{path} says that it is {name}, and is not what its source makes:"
            return Answer([first, *(f"  {each}" for each in made.differences)], sound=False)
    lines = [
        f"{path} is {name}: what its source makes, byte for byte.",
        f"No list of sums here names it: {ONLY_THEIRS}",
    ]
    return Answer(lines, sound=True)


def insist_on_sums(path: Path) -> Path:
    """Return the folder of a list of sums; raise `Refused` if there is none."""
    if path.is_file() and path.name == publish.SUMS:
        try:
            known = publish.read_sums(path.parent)
        except UnicodeDecodeError:
            known = {}
        if known:
            return path.parent
    hint = f"Name a file that is called {publish.SUMS}, as it stands in dist/."
    raise Refused([Finding("no-sums", "These are no sums.", Place(str(path)), hint)])
