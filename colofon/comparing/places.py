"""Where in a text something stands, and few words of it."""

from __future__ import annotations

from colofon.readers.differences import first_difference

LONGEST = 60
"""Characters that a message quotes."""


def place(ours: str, theirs: str) -> str:
    """Return line and column, from 1, of the first difference in the second text."""
    return at(theirs, first_difference(ours, theirs))


def at(text: str, offset: int) -> str:
    """Return line and column, from 1, of an offset in characters."""
    before = text[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def short(text: str) -> str:
    """Quote the beginning of something on one line; what cannot be seen is escaped."""
    line = " ".join(text.split())
    line = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in line)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def ending(line: str) -> str:
    """Quote the end of a line."""
    return short(line) if len(line) <= LONGEST else f"…{short(line[-LONGEST // 2 :])}"


def versus(ours: list[str], theirs: list[str]) -> str:
    """Say which words stand where the reference has others."""
    here, there = short(" ".join(theirs)), short(" ".join(ours))
    if not theirs:
        return f"«{there}» is missing"
    if not ours:
        return f"«{here}» is not in the reference"
    return f"«{here}» stands where the reference has «{there}»"
