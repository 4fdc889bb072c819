"""Damage the finished files in every way: `python tests/bench/mutations.py [COUNT]`.

COUNT mutants for each format, kind and part of two works are read back. Those that nobody could
see are listed, and not counted. The exit code is 1 if one that can be seen is not found.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from colofon.source import Edition
from finished import finished, finished_from
from mutating import work
from mutating.kinds import KINDS, PARTS, Mutant
from mutating.read_back import FORMATS, master_text

COUNT = 8
TOLD = 90
"""Characters of a mutant that are printed."""


def main(count: int = COUNT) -> int:
    """Print a table for each format and kind, and what was not seen."""
    works = [finished(), finished_from("todo", work.master())]
    missed = False
    for name in FORMATS:
        total = Counter[str]()
        for kind in KINDS:
            tally = Counter[str]()
            for verdict, mutant in (
                each for made in works for each in judge(name, kind, made, count)
            ):
                tally[verdict] += 1
                if verdict != "caught":
                    print(say(verdict, name, mutant))
            print(row(name, kind, tally), flush=True)
            total += tally
        print(row(name, "all", total), flush=True)
        missed = missed or bool(total["missed"])
    return int(missed)


def judge(name: str, kind: str, made: Edition, count: int) -> Iterator[tuple[str, Mutant]]:
    """Damage one file of a work in one way: each mutant is caught, missed or invisible."""
    form = FORMATS[name]
    expected = master_text(made.build, f"{made.slug}.md")
    data = (made.build / f"{made.slug}{form.suffix}").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{made.slug}{form.suffix}"
        for part in PARTS:
            for mutant in form.mutants(data, part, kind, count):
                path.write_bytes(mutant.data)
                caught = mutant.visible and any(form.findings(expected, path))
                yield "caught" if caught else "missed" if mutant.visible else "invisible", mutant


def say(what: str, name: str, mutant: Mutant) -> str:
    """Tell of one mutant."""
    change = f"«{mutant.before}» became «{mutant.after}»"
    return f"  {what}: {name}, {mutant.part}, {mutant.kind}: {change[:TOLD]}"


def row(name: str, kind: str, tally: Counter[str]) -> str:
    """Write a line of the table."""
    made = tally["caught"] + tally["missed"]
    counts = {"made": made, "invisible": tally["invisible"], "caught": tally["caught"]}
    told = "  ".join(f"{what} {number:4}" for what, number in counts.items())
    return f"{name:5} {kind:7} {told}"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
