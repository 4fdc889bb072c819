"""Verified files -> `dist/<slug>/`, in one step: the old edition or the new one, never a mixture.

The names beside an edition are the journal: `.slug.part` is being written, `.slug.new` is
complete, `.slug.old` has made room. `recover` reads them and finishes what a killed run began.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from colofon.records import sha256

SUMS = "SHA256SUMS"
AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""renameat2(2), Linux 3.15 and glibc 2.28: swap two names in one step."""


def publish(files: Mapping[str, Path], target: Path) -> None:
    """Make `target` a folder that holds exactly these files, by name.

    At every instant `target` is the old edition or the new one; only where the file
    system cannot exchange two names is it absent between two renames, with both
    editions beside it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part, new = (target.with_name(f".{target.name}.{state}") for state in ("part", "new"))
    part.mkdir()
    for name, source in sorted(files.items()):
        copy = part / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
        _flush(copy)
    part.rename(new)
    _swap(new, target)
    recover(target)


def recover(target: Path) -> None:
    """Finish or undo a publication that was killed; do nothing where there was none."""
    part, new, old = (
        target.with_name(f".{target.name}.{state}") for state in ("part", "new", "old")
    )
    if not target.exists() and new.exists():
        new.rename(target)
    if not target.exists() and old.exists():
        old.rename(target)
    for leftover in (part, new, old):
        if leftover.exists():
            shutil.rmtree(leftover)


def leftovers(folder: Path) -> list[Path]:
    """Return the editions in `folder` whose publication was killed."""
    found = {
        folder / path.name[1:].rpartition(".")[0]
        for state in ("part", "new", "old")
        for path in folder.glob(f".*.{state}")
        if path.is_dir()
    }
    return sorted(found)


def _swap(new: Path, target: Path) -> None:
    """Put `new` where `target` is."""
    if not target.exists():
        new.rename(target)
    elif not exchange(new, target):
        target.rename(target.with_name(f".{target.name}.old"))
        new.rename(target)


def exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system or the file system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)


def _flush(path: Path) -> None:
    """Wait until a file has reached the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def same(files: Mapping[str, Path], target: Path) -> bool:
    """Tell whether a folder holds exactly these files, byte for byte."""
    held = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    if held != set(files):
        return False
    return all(sha256(path) == sha256(target / name) for name, path in files.items())


def read_sums(dist: Path) -> dict[str, str]:
    """Read `SHA256SUMS`: the digest of each sealed file, by its name below `dist/`."""
    path = dist / SUMS
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {name: digest for digest, name in pairs}


def sums_text(sums: Mapping[str, str]) -> bytes:
    """Write the sums as `sha256sum --check` reads them, sorted by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()
