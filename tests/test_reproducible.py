"""The same bytes, whatever the place, the hour, the language and the hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from colofon import registry
from colofon.sealing import REPORT
from conftest import NO_CLIENTS, ROOT, new_project
from works import big


def _made(folder: Path, umask: int, **environment: str) -> dict[str, bytes]:
    """Make, check and publish our edition and another in a project of their own."""
    new_project(folder)
    shutil.copytree(ROOT / "source", folder / "source", dirs_exist_ok=True)
    text = big(folder / "source" / "obra-grande", notes=30)
    (folder / "source" / "obra-grande.md").write_text(text, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "doit"],
        cwd=folder,
        env={**os.environ, **NO_CLIENTS, "PYTHONPATH": str(ROOT), **environment},
        umask=umask,
        check=True,
        capture_output=True,
    )
    dist = folder / "dist"
    found = (path for path in dist.rglob("*") if path.is_file() and path.name != REPORT)
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in found}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Other folders, TZ, LC_ALL, PYTHONHASHSEED, HOME and umask change no sealed byte."""
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
    assert set(other) == set(one) >= {"SHA256SUMS", "index.html", "opds.json", "opds.xml"}
    assert len(one) >= len(("por-la-paz", "obra-grande")) * len(registry.FORMATS)
    for name, data in one.items():
        assert data == other[name], name
