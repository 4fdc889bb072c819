"""Kill a build at a hundred seeded instants: `python tests/bench/kill.py [COUNT]`.

Each time the last edition must be whole, and the next run must complete the new one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from conftest import MASTER, doit, new_project
from test_recipe import kill_and_complete


def main(count: int = 100) -> None:
    """Kill, look, complete; an assertion tells what was not whole."""
    with tempfile.TemporaryDirectory() as folder:
        book = new_project(Path(folder) / "book")
        (book / "source" / "prueba.md").write_text(MASTER, "utf-8")
        assert doit(book).returncode == 0
        for seed in range(count):
            kill_and_complete(book, seed)
            print(f"{seed + 1} of {count}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
