"""What decides outputs and verdicts besides the works: our code, styles, tools, as digests."""

from __future__ import annotations

import functools
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from colofon import clients, ghostscript, materials, records, registry
from colofon.bagging import release
from colofon.registry import Entry

JUDGING = frozenset(
    (
        *("checks", "clients", "ghostscript.py", "java", "observed.py", "preflight", "readers"),
        *("commands", "comparing", "guarded", "rebuilding.py", "regenerating.py", "revision"),
        *("unbagging", "verifying", "__main__.py"),
    )
)
"""Rooms that read what was made, and make nothing."""


@functools.cache
def makers() -> dict[str, str]:
    """Return what decides an output besides the edition: our makers, styles and the tools."""
    code = [path for path in _package() if path.parts[0] not in JUDGING]
    shared = [Path(name) for name in materials.shared()]
    return {
        "code": _digest_all(registry.PACKAGE, code),
        "materials": _digest_all(materials.PROJECT, shared),
        "tools": installed(),
    }


def behind(entry: Entry) -> dict[str, str]:
    """Return what decides what one maker makes; a bag holds our release whole."""
    if entry not in registry.CLOSINGS:
        return makers()
    return makers() | {"release": _released()}


@functools.cache
def _released() -> str:
    """Hash our release."""
    files = (f"{name} {hashlib.sha256(data).hexdigest()}" for name, data in release.files().items())
    return hashlib.sha256("\n".join(files).encode()).hexdigest()


@functools.cache
def installed() -> str:
    """Hash the names and versions of every package: one that we do not use can change bytes."""
    found = (path.name for folder in sys.path for path in Path(folder).glob("*.dist-info"))
    return hashlib.sha256("\n".join(sorted(set(found))).encode()).hexdigest()


def _package() -> list[Path]:
    """Return the package's own files, relative to it."""
    every = registry.PACKAGE.rglob("*")
    kept = (path for path in every if path.suffix in {".py", ".po", ".rng", ".mjs"})
    return [path.relative_to(registry.PACKAGE) for path in kept]


def _digest_all(folder: Path, names: Sequence[Path]) -> str:
    """Hash several files of a folder, with their names."""
    lines = (f"{name.as_posix()} {records.sha256(folder / name)}" for name in names)
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


@functools.cache
def judges() -> dict[str, str]:
    """Return what decides a verdict besides the edition: our package, its limits, its tools."""
    return {
        "code": _digest_all(registry.PACKAGE, _package()),
        "limits": makers()["materials"],
        "tools": installed(),
        "clients": clients.fingerprint(),
        "ghostscript": ghostscript.fingerprint(),
    }
