"""A work's materials and our release -> a project of their own, and the outputs made in it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from colofon import materials, registry
from colofon.bagging import release
from colofon.finding import Finding, Place, Refused
from colofon.guarded import Unsafe, names
from colofon.guarded.unsafe import shown
from colofon.records import Record
from colofon.source import Edition

LONGEST = 1800
"""Seconds that a build may take: our longest work takes minutes, and a stranger's may never end."""

SAID = 20
"""Lines of what a failed build said that are passed on."""


def lay(into: Path, given: Mapping[str, bytes]) -> None:
    """Write a project: `given` are the materials by name, and our release is all the rest.

    Settings and style sheets are those that are given, and no others; fonts and profiles come
    with the release.
    """
    for name, data in {**_ours(), **given}.items():
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def insist_on_names(given: Mapping[str, bytes], path: Path) -> None:
    """Raise `Refused` if a material of the file `path` has the place of a file of our release."""
    ours = _ours()
    twice = sorted(ours.keys() & given.keys())
    if clash := "".join(twice[:1]) or names.clash([*ours, *given]):
        message = "Our release has a file of this name, and it is not unpacked."
        raise Unsafe("strange-material", message, Place(str(path), part=clash))


def _ours() -> dict[str, bytes]:
    """Return the files of our release that materials do not bring themselves."""
    return {name: data for name, data in release.files().items() if not _theirs(name)}


def _theirs(name: str) -> bool:
    """Tell whether a file of our release is one that the materials bring themselves."""
    path = Path(name)
    shared = name.startswith("styles/") and path.suffix in materials.READ
    return name == materials.LOCK or (shared and not materials.released(path))


def make(project: Path, slugs: Iterable[str]) -> list[Edition]:
    """Make every output of some works of a project, in a process that knows no other.

    Nothing of this process reaches it but the Python that runs it. Raises Refused with what it
    said where it fails, where a master is refused, or where it takes longer than `LONGEST`.
    """
    works = [Edition(slug, project) for slug in slugs]
    code, said = _run(project, [work.task for work in works])
    if code:
        lines = said.decode(errors="replace").strip().splitlines()[-SAID:]
        message = "It could not be built again: " + " | ".join(map(shown, lines))
        raise Refused([Finding("not-rebuilt", message, Place(str(project)))])
    refused = [finding for work in works for finding in _refusals(work)]
    if refused:
        raise Refused(refused)
    return works


def _run(project: Path, tasks: list[str]) -> tuple[int, bytes]:
    """Run the recipe; return its exit code and what it said."""
    environment = {"PATH": os.defpath, "HOME": str(project), "PYTHONPATH": str(project)}
    with subprocess.Popen(  # noqa: S603  # our own recipe
        [sys.executable, "-m", "doit", *tasks],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as running:
        try:
            said, _ = running.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired as error:
            message = f"It takes more than {LONGEST} s to build, and was given up."
            raise Refused([Finding("too-slow", message, Place(str(project)))]) from error
        finally:
            _end(running)
    return running.returncode, said


def _refusals(work: Edition) -> Iterator[Finding]:
    """Yield why a work was not made."""
    for entry in (*registry.STAGES, *registry.FORMATS):
        record = Record.read(work, entry.name)
        if record.refused:
            yield from record.findings


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a build that still runs, and all that it started."""
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
