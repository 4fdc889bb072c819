"""Notes on pages of sixty heights: `python tests/bench/heights.py [FROM [TO]]`.

Our own edition and a master of 200 notes are laid out with 16 to 75 lines on a page; on the
finished pages every note must be found, and stand wholly on the page of its call or be told.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from tall import HEIGHTS, noted, strayed

from finished import finished, finished_from

LOST = {"missing-note", "missing-call", "note-lost"}


def main(first: int = HEIGHTS.start, last: int = HEIGHTS.stop - 1) -> int:
    """Print what is found at each height; fail if a note is lost."""
    lost = 0
    for edition in (finished(), finished_from("doscientas", noted())):
        every = Counter[str]()
        for lines in range(first, last + 1):
            with tempfile.TemporaryDirectory() as folder:
                findings, notes = strayed(edition, lines, Path(folder))
            every.update(each.code for each in findings)
            for each in findings:
                print(f"{edition.slug}, {lines} lines: {each}", flush=True)
        gone = sum(every[code] for code in LOST)
        lost += gone
        print(f"{edition.slug}: {last - first + 1} heights of {notes} notes, {gone} lost")
        print(f"  {dict(every)}", flush=True)
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
