"""`requirements.lock` -> each locked tool: its name, version, hashes, and where it is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINE = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)(?: *; *([^\\\n]*[^\\\s]))?")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")


@dataclass(frozen=True)
class Locked:
    """One tool at one version; pip takes any of its files that has one of these SHA-256."""

    name: str
    version: str
    hashes: tuple[str, ...]
    marker: str = ""
    """Where it is installed (PEP 508), or nothing for everywhere."""


def read(text: str) -> list[Locked]:
    """Read a lock as pip does: one requirement over several lines that end in a backslash.

    A requirement without a version or a hash is a bug: ValueError.
    """
    found = []
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match, hashes = LINE.match(line.partition("--hash")[0]), HASH.findall(line)
        if not match or not hashes:
            raise ValueError(f"«{line[:60]}» is not locked")
        name, version, marker = match.groups()
        found.append(Locked(name.lower(), version, tuple(sorted(hashes)), marker or ""))
    return sorted(found, key=lambda each: (each.name, each.version, each.marker))
