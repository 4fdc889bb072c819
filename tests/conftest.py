"""What several tests share: a project of its own, doit run in it, and the clients that judge."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from colofon.clients import tools
from colofon.finding import NotEquipped

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


NO_CLIENTS = {"PATH": os.devnull}
"""An environment without Node and Chromium: what they judge takes longer than all the rest."""


def doit(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run doit in a project, and return its exit code and all that it printed.

    Node and Chromium are not found, unless a PATH is given: Ace and axe do not judge.
    """
    return subprocess.run(
        [sys.executable, "-m", "doit", *arguments],
        cwd=folder,
        env={**os.environ, **NO_CLIENTS, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# --- clients


def pytest_configure(config: pytest.Config) -> None:
    """Install the npm packages as locked, where Node is: once, by the first process of a run."""
    if not hasattr(config, "workerinput"):
        config.stash[_INSTALLED] = _install()


def pytest_report_header(config: pytest.Config) -> str:
    """Say why the npm packages could not be installed, if so."""
    return config.stash.get(_INSTALLED, "")


_INSTALLED = pytest.StashKey[str]()


def _install() -> str:
    """Have npm install what is locked, unless it is there; return what went wrong, or nothing."""
    npm = shutil.which("npm")
    if npm is None or tools.current():
        return ""
    with (tools.FOLDER / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another run of the tests may be at it
        if tools.current():
            return ""
        command = [npm, "ci", "--prefix", str(tools.FOLDER)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = (done.stderr or done.stdout).strip()
    return f"clients: npm could not install them: {said}" if done.returncode else ""


@pytest.fixture
def equipped() -> None:
    """Let a test run only where Node, Chromium and the npm packages are; CI must have them."""
    try:
        tools.node()
        tools.chromium()
        tools.packages()
    except NotEquipped as missing:
        (pytest.fail if "CI" in os.environ else pytest.skip)(f"not judged: {missing}")
