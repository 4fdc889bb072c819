"""What `doit verify` costs beside a clean `doit`: `python tests/bench/verify.py [RUNS]`.

Both in turn, on the same machine, of our own edition; the ratio of their medians may be 1.3 at
most.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from conftest import new_project

MOST = 1.3
"""The most that the ratio may be."""


def timed(folder: Path, *arguments: str) -> float:
    """Return how many seconds doit takes, clients and all."""
    start = time.perf_counter()
    environment = {"PYTHONPATH": str(ROOT), "PATH": str(Path(sys.executable).parent)}
    command = [sys.executable, "-m", "doit", *arguments]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def main(runs: int = 3) -> int:
    """Build cleanly and verify in turn; print each pair, the medians and their ratio."""
    builds, checks = [], []
    with tempfile.TemporaryDirectory() as folder:
        book = new_project(Path(folder) / "book")
        shutil.copytree(ROOT / "source", book / "source", dirs_exist_ok=True)
        print(f"{'run':>6} {'clean doit':>12} {'doit verify':>12} {'ratio':>6}")
        for number in range(1, runs + 1):
            shutil.rmtree(book / ".build", ignore_errors=True)
            builds.append(timed(book))
            checks.append(timed(book, "verify"))
            row(str(number), builds[-1], checks[-1])
    return row("median", statistics.median(builds), statistics.median(checks)) > MOST


def row(name: str, build: float, check: float) -> float:
    """Print one row, and return its ratio."""
    print(f"{name:>6} {build:>10.2f} s {check:>10.2f} s {check / build:>6.2f}")
    return check / build


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
