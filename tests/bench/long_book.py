"""A book of more than 150 pages and 200 notes: every format, every claim.

    .venv-test/bin/python tests/bench/long_book.py [NOTES]

It is made and checked as any work is, by Ace, axe and the Nu checker, too, where they are
installed; a claim that is not sound ends the program with an error.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import works
from conftest import doit, new_project

NOTES = 420
"""Enough of them to fill more than 150 pages of A5."""


def main(notes: int) -> int:
    """Build, check and publish; print what was looked at."""
    with tempfile.TemporaryDirectory() as folder:
        project = new_project(Path(folder) / "project")
        source = project / "source"
        text = works.big(source / "obra-grande", notes=notes)
        (source / "obra-grande.md").write_text(text, "utf-8")
        start = time.monotonic()
        run = doit(project, PATH=os.environ["PATH"])
        print(f"{time.monotonic() - start:.0f} s")
        if run.returncode:
            print(run.stdout, run.stderr)
            return run.returncode
        report = json.loads((project / "dist" / "obra-grande" / "report.json").read_bytes())
        layout = json.loads((project / ".build" / "obra-grande" / "layout.json").read_bytes())
    print(f"{len(layout['pages'])} pages, {len(layout['notes'])} notes")
    for claim in report["claims"]:
        print(f"{claim['judgement']}: {claim['name']} {claim['evidence']}")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else NOTES))
