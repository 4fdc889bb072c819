"""What several tests share: a project of its own below a temporary folder, and doit run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"

Run = Callable[..., "subprocess.CompletedProcess[str]"]

MASTER = """---
title: Prueba
authors:
  - name: Ana Pérez
language: es
issued: 2026-11-22
rights:
  - part: text
    status: cleared
    statement: De Ana Pérez.
---

# Uno

Hola a todos[^ed-a], y *adiós*.

[^ed-a]: Una nota breve.
"""
"""A small sound master."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder that holds the recipe and an empty `source/`."""
    return new_project(tmp_path)


def new_project(folder: Path) -> Path:
    """Make a project out of the recipe alone; the package stays where it is."""
    (folder / "source").mkdir(parents=True)
    shutil.copy(ROOT / "dodo.py", folder)
    return folder


def doit(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run doit in a project, and return its exit code and all that it printed."""
    return subprocess.run(
        [sys.executable, "-m", "doit", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
