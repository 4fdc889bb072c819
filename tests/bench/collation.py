"""Collation alone of a million words against a witness with a thousand differences.

    .venv-test/bin/python tests/bench/collation.py [WORDS [DIFFERENCES]]

Half of the differences are declared, half are not; the check must find each of the latter.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from colofon.finding import Place
from colofon.front import Front
from colofon.source import Master
from colofon.witness.collation import collate, wraps
from colofon.witness.reading import Declared, Reading
from colofon.witness.transcription import transcribe
from works import WORDS

FRONT = Front.model_validate(
    {
        "title": "Banco de pruebas",
        "authors": [{"name": "Nadie"}],
        "language": "es",
        "issued": "2026-11-22",
        "normalisations": [{"name": "line-wraps", "statement": "Los renglones."}],
    }
)


def works(words: int, changes: int) -> tuple[Reading, Master]:
    """Make a reading and a witness that differ in so many words."""
    chance = random.Random(1917)
    plain = [word for word in WORDS if word.isalpha()]
    said = [chance.choice(plain) for _ in range(words)]
    changed = set(chance.sample(range(0, words, 7), changes))
    reading, theirs = Reading("obra.md"), list(said)
    for number, word in enumerate(said):
        if number in changed:
            theirs[number] = f"{word[::-1]}x"
        start = reading.length
        if number in changed and number % 2:
            place = Place("obra.md", number // 12 + 1, 1)
            reading.add(theirs[number], (number // 12 + 1, 1))
            reading.declared.append(
                Declared("corr", start, reading.length, word, theirs[number], place)
            )
        else:
            reading.add(word, (number // 12 + 1, 1))
        reading.add(" ")
    lines = (" ".join(theirs[at : at + 12]) for at in range(0, words, 12))
    return reading, Master("obra/witness.txt", "\n".join(lines))


def main(words: int = 1_000_000, changes: int = 1_000) -> None:
    """Time it, and say how much memory the process had at the most."""
    reading, witness = works(words, changes)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    transcription = transcribe(witness, reading, FRONT)
    collation = collate(reading, transcription)
    wrapped = len(wraps(collation))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    undeclared = changes - len(reading.declared)
    print(f"{words} words, {changes} differences, {undeclared} of them undeclared")
    print(f"found: {len(collation.every)}; line wraps: {wrapped}")
    print(f"{seconds:.1f} s; {peak / 1024:.0f} MB in all, {before / 1024:.0f} MB before it began")
    assert len(collation.every) == undeclared


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
