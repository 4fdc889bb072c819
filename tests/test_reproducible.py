"""The same bytes, whatever the place, the hour, the language and the hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from colofon import registry
from conftest import ROOT, new_project
from works import big

FORMATS = [entry.name for entry in registry.FORMATS]


def _made(folder: Path, umask: int, **environment: str) -> dict[str, bytes]:
    """Make every output of our edition and of another in a project of their own."""
    new_project(folder)
    shutil.copytree(ROOT / "source", folder / "source", dirs_exist_ok=True)
    text = big(folder / "source" / "obra-grande", notes=30)
    (folder / "source" / "obra-grande.md").write_text(text, "utf-8")
    works = ("por-la-paz", "obra-grande")
    subprocess.run(
        [sys.executable, "-m", "doit", *(f"{work}:{name}" for work in works for name in FORMATS)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        umask=umask,
        check=True,
        capture_output=True,
    )
    found = [path for work in works for path in (folder / ".build" / work).glob(f"{work}*")]
    return {path.name: path.read_bytes() for path in found}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Other folders, TZ, LC_ALL, PYTHONHASHSEED, HOME and umask change no byte of any output."""
    here = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": str(tmp_path)}
    there = {
        "TZ": "America/Lima",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "ru",
        "PYTHONHASHSEED": "2",
        "HOME": "/nonexistent",
        "SOURCE_DATE_EPOCH": "1",
        "USER": "nobody",
    }
    one = _made(tmp_path / "a", 0o022, **here)
    other = _made(tmp_path / "another place, rather longer", 0o077, **there)
    assert set(other) == set(one)
    assert len(one) >= len(("por-la-paz", "obra-grande")) * len(FORMATS)
    for name, data in one.items():
        assert data == other[name], name
