"""`requirements.lock` -> each locked tool; and where what is installed is otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

LINE = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)(?: *; *([^\\\n]*[^\\\s]))?")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})\b")

INSTALLERS = frozenset({"colofon", "pip", "setuptools", "wheel"})
"""They make an environment, and nothing is made with them."""


CUSTOMIZERS = frozenset({"sitecustomize.py", "usercustomize.py"})


@dataclass(frozen=True)
class Tool:
    """One package at one version; pip takes any of its files that has one of these SHA-256."""

    name: str
    version: str
    hashes: tuple[str, ...]
    marker: str = ""
    """Where it is installed (PEP 508), or nothing for everywhere."""

    @property
    def wanted(self) -> bool:
        """Tell whether this machine needs it."""
        return not self.marker or Marker(self.marker).evaluate()


@dataclass(frozen=True)
class Difference:
    """A package that is installed otherwise than the lock says: no version means not at all."""

    name: str
    locked: str
    installed: str
    starts: bool = False
    """Whether it runs something whenever Python starts (`site`, .pth files)."""

    def __str__(self) -> str:
        if not self.locked:
            said = f"{self.name} {self.installed} is installed, and is not in the lock"
            return f"{said}; it runs whenever Python starts" if self.starts else said
        if not self.installed:
            return f"{self.name} {self.locked} is in the lock, and is not installed"
        return f"{self.name} {self.installed} is installed, and the lock has {self.locked}"


def read(text: str) -> list[Tool]:
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
        tool = Tool(str(canonicalize_name(name)), version, tuple(sorted(hashes)), marker or "")
        found.append(tool)
    return sorted(found, key=lambda each: (each.name, each.version, each.marker))


def differences(tools: Iterable[Tool]) -> list[Difference]:
    """Compare this Python's packages with the lock; pip and its like count for nothing."""
    locked = {tool.name: tool.version for tool in tools if tool.wanted}
    found: dict[str, metadata.Distribution] = {}
    for each in metadata.distributions():  # as Python finds them: the first of a name counts
        found.setdefault(str(canonicalize_name(each.name)), each)
    installed = {name: each.version for name, each in found.items()}
    names = sorted({*locked, *found} - INSTALLERS)
    return [
        Difference(
            name,
            locked.get(name, ""),
            installed.get(name, ""),
            starts=name in found and _starts(found[name]),
        )
        for name in names
        if locked.get(name) != installed.get(name)
    ]


def _starts(found: metadata.Distribution) -> bool:
    """Tell whether a package has files that Python runs when it starts."""
    names = [Path(str(path)).name for path in found.files or ()]
    return any(name.endswith(".pth") or name in CUSTOMIZERS for name in names)
