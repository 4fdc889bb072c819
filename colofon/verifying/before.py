"""A sealed edition -> the materials and the code that it was made from, as far as it holds them."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Mapping
from typing import Any, NamedTuple

from colofon import guarded, sealing
from colofon.bagging import release
from colofon.comparing import texts
from colofon.finding import Refused
from colofon.guarded import Members
from colofon.readers import carried
from colofon.source import Edition

PROJECT = "/data/project/"
"""Below it, a bag has the materials by their names."""

CODE = (".py", ".po", ".rng", ".mjs")
"""How the files of ours end that can decide a byte; styles are materials."""

REFERENCE = (("the reference has", "there was"), ("in the reference", "before"))
"""A comparison speaks of a reference; what has changed had something else before."""


class Before(NamedTuple):
    """What a sealed edition still holds of what it was made from."""

    materials: Mapping[str, bytes]
    """By name; only those whose SHA-256 is the one that was sealed."""
    code: Mapping[str, bytes] | None
    """Our own files; none if there is no bag, or none that can be read."""

    def changed(self, name: str, now: bytes | None) -> str:
        """Say where a material first has other words; nothing if that is not known."""
        old = self.materials.get(name)
        if old is None or now is None or not texts.is_text(old) or not texts.is_text(now):
            return ""
        compared = texts.style if name.endswith((".css", ".toml")) else texts.plain
        first = next(compared(name, old, now), None)
        said = str(first).removesuffix(".") if first else ""
        for one, other in REFERENCE:
            said = said.replace(one, other)
        return said.replace("The style sheet differs: ", "")

    def other_code(self) -> list[str]:
        """Name our own files that are not those of then."""
        if self.code is None:
            return []
        now = _code(release.files())
        return sorted(name for name in {*now, *self.code} if now.get(name) != self.code.get(name))


def read(work: Edition, record: Mapping[str, Any]) -> Before:
    """Read what a published work holds of its source; what is damaged counts for nothing."""
    inputs: Mapping[str, str] = record["inputs"]
    bag = _members(work)
    found = {name.partition(PROJECT)[2]: name for name in bag or () if PROJECT in name}
    held = {name: data for name in found if bag and (data := _one(bag, found[name])) is not None}
    held |= {name: data for name, data in _carried(work).items() if name not in held}
    known = {
        name: data
        for name, data in held.items()
        if hashlib.sha256(data).hexdigest() == inputs.get(name)
    }
    return Before(known, _released(bag) if bag else None)


def _members(work: Edition) -> Members | None:
    """Open the bag of a work."""
    path = work.dist / f"{work.slug}{sealing.BAG}"
    try:
        return Members(path) if path.is_file() else None
    except Refused:
        return None


def _one(bag: Members, name: str) -> bytes | None:
    """Read one member, unless it is damaged."""
    try:
        return bag[name]
    except Refused:
        return None


def _carried(work: Edition) -> Mapping[str, bytes]:
    """Read what the EPUB of a work carries."""
    path = work.dist / f"{work.slug}.epub"
    try:
        return guarded.apart(carried.read, path).files if path.is_file() else {}
    except Refused:
        return {}


def _released(bag: Members) -> Mapping[str, bytes] | None:
    """Read our source distribution in a bag."""
    found = [name for name in bag if name.endswith(f"/data/tools/{release.name()}")]
    data = _one(bag, found[0]) if found else None
    if data is None:
        return None
    try:
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            files = {
                member.name.partition("/")[2]: file.read()
                for member in tar
                if (file := tar.extractfile(member))
            }
    except (tarfile.TarError, OSError, EOFError):
        return None
    return _code(files)


def _code(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Keep our code, and not what is a material."""
    return {
        name: data
        for name, data in files.items()
        if name.startswith("colofon/") and name.endswith(CODE)
    }
