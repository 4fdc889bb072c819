"""The lock of the tools -> each with its version and the digests of what may be installed of it."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from packaging.markers import Marker
from packaging.utils import canonicalize_name

PINNED = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+))?")
DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Tool(NamedTuple):
    """One package of the lock (pip, «Requirements File Format»)."""

    name: str
    version: str
    marker: str
    """On which machines it is wanted (PEP 508); nothing: on all."""
    digests: tuple[str, ...]
    """SHA-256 of each wheel and source distribution, in hexadecimal digits."""

    @property
    def wanted(self) -> bool:
        """Tell whether this machine needs it."""
        return not self.marker or Marker(self.marker).evaluate()


def read(path: Path) -> tuple[Tool, ...]:
    """Read a lock as `uv pip compile --generate-hashes` writes it, sorted by name."""
    found = []
    for block in re.split(r"\n(?=\S)", path.read_text("utf-8")):
        if match := PINNED.match(block):
            name, version, marker = match.group("name", "version", "marker")
            digests = tuple(sorted(DIGEST.findall(block)))
            found.append(Tool(canonicalize_name(name), version, (marker or "").strip(), digests))
    return tuple(sorted(found))


class Difference(NamedTuple):
    """A package that is installed otherwise than the lock says: no version means not at all."""

    name: str
    locked: str
    installed: str

    def __str__(self) -> str:
        if not self.locked:
            return f"{self.name} {self.installed} is installed, and is not in the lock"
        if not self.installed:
            return f"{self.name} {self.locked} is in the lock, and is not installed"
        return f"{self.name} {self.installed} is installed, and the lock has {self.locked}"


def differences(tools: tuple[Tool, ...]) -> list[Difference]:
    """Compare this Python's packages with the lock; pip and its like count for nothing."""
    locked = {tool.name: tool.version for tool in tools if tool.wanted}
    found = {str(canonicalize_name(each.name)): each.version for each in metadata.distributions()}
    names = sorted({*locked, *found} - INSTALLERS)
    pairs = ((name, locked.get(name, ""), found.get(name, "")) for name in names)
    return [Difference(*pair) for pair in pairs if pair[1] != pair[2]]


INSTALLERS = frozenset({"colofon", "pip", "setuptools", "wheel"})
"""They make an environment, and nothing is made with them."""
