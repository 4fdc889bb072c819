"""A work's materials and our release -> a project of their own, and the outputs made in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from colofon import materials
from colofon.bagging import release
from colofon.finding import Finding, Place, Refused
from colofon.source import Edition

SAID = 20
"""Lines of what a failed build said that are passed on."""


def lay(into: Path, given: Mapping[str, bytes]) -> None:
    """Write a project: `given` are the materials by name, and our release is all the rest.

    Settings and style sheets are those that are given, and no others; fonts and profiles come
    with the release.
    """
    ours = {name: data for name, data in release.files().items() if not _theirs(name)}
    for name, data in {**ours, **given}.items():
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _theirs(name: str) -> bool:
    """Tell whether a file of our release is one that the materials bring themselves."""
    path = Path(name)
    shared = name.startswith("styles/") and path.suffix in materials.READ
    return name == materials.LOCK or (shared and not materials.released(path))


def make(project: Path, slugs: Iterable[str]) -> list[Edition]:
    """Make every output of some works of a project, in a process that knows no other.

    Nothing of this process reaches it but the Python that runs it. Raises Refused with what it
    said where it fails, or where a master is refused.
    """
    works = [Edition(slug, project) for slug in slugs]
    environment = {"PATH": os.defpath, "HOME": str(project), "PYTHONPATH": str(project)}
    done = subprocess.run(  # noqa: S603  # our own recipe
        [sys.executable, "-m", "doit", *(work.task for work in works)],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        said = done.stdout.decode(errors="replace").strip().splitlines()[-SAID:]
        message = "It could not be built again: " + " | ".join(said)
        raise Refused([Finding("not-rebuilt", message, Place(str(project)))])
    return works
