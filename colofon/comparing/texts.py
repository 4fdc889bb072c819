"""Two texts -> the words, the markup, the styles or the breaks in which they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from colofon.comparing import markup
from colofon.comparing.difference import Cause, Difference
from colofon.comparing.places import at, place, short, versus
from colofon.readers import differences as streams

BOM = b"\xef\xbb\xbf"
ABOUT = re.compile(r"(tag)?manifest-\w+\.txt|bagit\.txt|bag-info\.txt|SHA\d+SUMS")
"""Texts of a bag and of a catalogue that are no text of the book."""


def is_text(content: bytes) -> bool:
    """Tell whether some bytes are UTF-8."""
    return first_bad(content) < 0 and b"\0" not in content


def first_bad(content: bytes) -> int:
    """Return the first byte that is not UTF-8, from 0; -1 if all are."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.start
    return -1


def line_ends(ours: bytes, theirs: bytes) -> str:
    """Say how line ends or a byte order mark differ, if nothing else does."""
    if _plain_ends(ours) != _plain_ends(theirs):
        return ""
    if ours.startswith(BOM) != theirs.startswith(BOM):
        verb = "begins" if theirs.startswith(BOM) else "does not begin"
        return f"It {verb} with a byte order mark."
    return f"Lines end in {_ends(theirs)}; those of the reference in {_ends(ours)}."


def _plain_ends(content: bytes) -> bytes:
    """Return a text as it would be with our line ends."""
    return content.removeprefix(BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _ends(content: bytes) -> str:
    """Name the line ends of a text."""
    if b"\r\n" in content:
        return "CR LF"
    return "CR" if b"\r" in content else "LF"


def plain(name: str, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Yield the words that differ; where all are the same, the first line that breaks elsewhere."""
    mine, other = ours.decode(), theirs.decode()
    words = list(re.finditer(r"\S+", other))
    told = [each.group() for each in words]
    cause = Cause.METADATA if ABOUT.fullmatch(name.rpartition("/")[2]) else Cause.TEXT
    same = True
    read = mine.split()
    for each in streams.differences(read, told):
        same = False
        start = words[each.low].start() if each.low < len(words) else len(other)
        said = versus(read[each.start : each.stop], told[each.low : each.high])
        yield Difference(at(other, start), f"{said}.", cause)
    if same:
        where = place(mine, other)
        number = int(where.split()[1].rstrip(",")) - 1
        line = short(other.splitlines()[number]) if number < len(other.splitlines()) else ""
        text = f"The words are the same, but lines or spaces differ from here on: «{line}»."
        yield Difference(where, text, Cause.LAYOUT)


def style(_: str, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Yield the first difference of two style sheets."""
    mine, other = ours.decode(), theirs.decode()
    where = place(mine, other)
    yield Difference(where, f"The style sheet differs: {_lines(where, mine, other)}.", Cause.STYLE)


def _lines(where: str, mine: str, other: str) -> str:
    """Quote the same line of both."""
    number = int(where.split()[1].rstrip(",")) - 1
    here, there = ((text.splitlines() + [""] * (number + 1))[number] for text in (other, mine))
    return f"«{short(here)}», and «{short(there)}» in the reference"


def marked_up(name: str, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Yield the words of HTML or XML that differ; where all are the same, what else does."""
    yield from markup.differences(name, ours.decode(), theirs.decode())
