"""A file that somebody sent -> which edition of ours it is, and whether it is unaltered."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import NamedTuple

from colofon import buildinfo, guarded, publish, regenerating, unbagging
from colofon.comparing import Difference, compare
from colofon.finding import Finding, Place, Refused
from colofon.guarded import Members

BAG = "bagit.txt"


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
        return _bag(path)
    if known := _named_alike(path, dist, sealed):
        return _altered(path, known, guarded.apart(compare, known, path))
    return _by_itself(path)


def _edition(dist: Path, name: str) -> str:
    """Say which edition a sealed file is of."""
    record = buildinfo.read(dist / name.partition("/")[0] / buildinfo.NAME)
    if record is None:
        return ""
    return f" It is edition {record['edition']}, {record['issued']}; its text is {record['text']}."


def _bag(path: Path) -> Answer:
    """Hold a bag against its own manifests, records and lists."""
    found = guarded.apart(unbagging.verify, path)
    if found:
        return Answer([str(finding) for finding in found], sound=False)
    said = "is a whole bag: every checksum in it holds, and its lists agree"
    return Answer([f"{path} {said}."], sound=True)


def _named_alike(path: Path, dist: Path, sealed: dict[str, str]) -> Path | None:
    """Return the published file of the same name, if it is what was sealed."""
    for name, digest in sealed.items():
        here = dist / name
        alike = here.name == path.name and here.is_file() and here.resolve() != path.resolve()
        if alike and hashlib.sha256(here.read_bytes()).hexdigest() == digest:
            return here
    return None


def _altered(path: Path, reference: Path, differences: list[Difference]) -> Answer:
    """Say where a file is not the one of its name."""
    lines = [f"{path} is not {reference} as it was sealed:"]
    return Answer([*lines, *(f"  {each}" for each in differences)], sound=False)


def _by_itself(path: Path) -> Answer:
    """Make a file again from the source that it carries, and compare the two."""
    manifest = regenerating.read(path).manifest
    name = f"edition {manifest.edition} of {manifest.work}, made by Colofón {manifest.colofon}"
    with tempfile.TemporaryDirectory(prefix="colofon-verify-") as folder:
        made = regenerating.regenerate(path, Path(folder))
        if made.differences:
            first = f"{path} says that it is {name}, and is not what its source makes:"
            return Answer([first, *(f"  {each}" for each in made.differences)], sound=False)
    lines = [
        f"{path} is {name}: what its source makes, byte for byte.",
        "No list of sums here names it: whether that source is the publisher's, only theirs says.",
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
    hint = f"Name a file {publish.SUMS}, as it stands in dist/."
    raise Refused([Finding("no-sums", "These are no sums.", Place(str(path)), hint)])
