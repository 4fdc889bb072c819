"""What the makers of a work read -> each of these files, named from the project's root."""

from __future__ import annotations

from pathlib import Path

from colofon import styles
from colofon.source import Edition

PROJECT = styles.FOLDER.parent
LOCK = "requirements.lock"
"""The tools, each with its version and the SHA-256 of every file that may be installed of it."""

READ = frozenset({".css", ".icc", ".toml", ".ttf"})
"""Of the files in `styles/`, those that makers read: licences and scripts decide no byte."""


def of(edition: Edition) -> dict[str, Path]:
    """Return the files of a work and those that every work shares, by name.

    They are the master, all that stands in the work's folder (witness, pictures, certification),
    style sheets, settings, printers, fonts, profiles, and the lock of the tools.
    """
    own = (edition.master_path, *edition.companions)
    return {path.relative_to(edition.root).as_posix(): path for path in own} | shared()


def shared() -> dict[str, Path]:
    """Return the files that every work shares, by name."""
    read = (path for path in styles.FOLDER.rglob("*") if path.suffix in READ)
    files = (PROJECT / LOCK, *sorted(read))
    return {path.relative_to(PROJECT).as_posix(): path for path in files}


def released(path: Path) -> bool:
    """Tell whether a shared file comes with every release, so that its digest says all of it."""
    return path.suffix in {".icc", ".ttf"}
