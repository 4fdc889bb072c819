"""What a build costs beside what everybody has: `python tests/bench/ratios.py [RUNS]`.

Ratios of medians, each measured in one run on the same machine: an idle `doit` over doit on an
empty recipe; then all our outputs, without checks and with every check but those by the JVM and by
Chromium, over pandoc's EPUB plus pandoc's HTML through WeasyPrint, from the same master.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypandoc

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from colofon import registry
from conftest import new_project

EMPTY = "def task_nothing():\n    return {'actions': [], 'uptodate': [True]}\n"
MASTER = "por-la-paz"
OTHERS = {"ace", "axe", "epubcheck", "nu", "verapdf"}
"""Checks by the JVM or by Chromium, whose start takes longer than all the rest."""


def run(folder: Path, *command: str) -> None:
    """Run a command of this Python's environment, quietly."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": path}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def timed(action: Callable[[], None]) -> float:
    """Return how many seconds an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def compare(name: str, ours: Callable[[], None], theirs: Callable[[], None], runs: int) -> None:
    """Run two actions in turn, and print the ratio of their medians."""
    pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
    one, other = (statistics.median(each) for each in zip(*pairs, strict=True))
    print(f"{name}: {one:.2f} s / {other:.2f} s = {one / other:.2f}")


def main(runs: int = 5) -> None:
    """Measure every ratio."""
    with tempfile.TemporaryDirectory() as folder:
        book = new_project(Path(folder) / "book")
        shutil.copytree(ROOT / "source", book / "source", dirs_exist_ok=True)
        empty = Path(folder) / "empty"
        empty.mkdir()
        (empty / "dodo.py").write_text(EMPTY)
        run(book, "doit")
        run(empty, "doit")
        compare("idle", lambda: run(book, "doit"), lambda: run(empty, "doit"), runs)
        checks = [entry.name for entry in registry.CHECKS if entry.name not in OTHERS]
        compare("outputs", lambda: build(book, []), lambda: by_hand(book), runs)
        compare("outputs and checks", lambda: build(book, checks), lambda: by_hand(book), runs)


def build(book: Path, checks: list[str]) -> None:
    """Make every output from nothing, and check them."""
    shutil.rmtree(book / ".build")
    makers = [f"{MASTER}:{entry.name}" for entry in registry.FORMATS]
    run(book, "doit", *makers, *(f"check:{MASTER}:{name}" for name in checks))


def by_hand(book: Path) -> None:
    """Do what anybody does with pandoc and WeasyPrint."""
    pandoc, master = pypandoc.get_pandoc_path(), f"source/{MASTER}.md"
    reader = ["-f", "commonmark_x", master]
    run(book, pandoc, *reader, "-o", "by-hand.epub")
    run(book, pandoc, *reader, "-s", "-o", "by-hand.pdf", "--pdf-engine=weasyprint")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
