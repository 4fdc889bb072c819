"""Words as a reader of one format found them -> passages and notes that can be compared."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from colofon.readers.words import BLOCK, HEADING, Text, Word

MARKER = re.compile(r"–|(?:\d{1,3}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)\.")
"""What may be the bullet or the number of a list's item."""

CITED = re.compile(r"p(\d+)")
"""What a paragraph opens by which the work is cited."""


class Token(NamedTuple):
    """A word without its calls, which are the numbers of notes; `begins` and `opens` as in Word.

    A `marker` may be the bullet or number of a list's item, which only some formats write.
    """

    text: str
    begins: bool | None = False
    opens: str = ""
    calls: tuple[int, ...] = ()
    marker: bool = False


class Call(NamedTuple):
    """Where a note is called: behind so many words of its passage."""

    behind: int
    note: int


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, an item or a cell: its words and the calls among them."""

    words: tuple[str, ...]
    opens: str = ""
    calls: tuple[Call, ...] = ()

    @property
    def number(self) -> int:
        """The number by which it is cited; 0 if it has none."""
        found = CITED.fullmatch(self.opens)
        return int(found[1]) if found else 0

    @property
    def is_heading(self) -> bool:
        """Tell a heading."""
        return self.opens == HEADING


@dataclass(frozen=True)
class Remark:
    """A note: its number and its words; where it tells paragraphs, a pilcrow parts them."""

    number: int
    words: tuple[str, ...]


class Noted(NamedTuple):
    """A note as it was read, with its number."""

    number: int
    words: tuple[Token, ...]


class About(NamedTuple):
    """What an edition says of itself; empty where it says nothing."""

    title: str = ""
    edition: str = ""
    issued: str = ""


@dataclass(frozen=True)
class Reading:
    """An edition as one format gives it."""

    kind: str
    """The name of the format, for a person."""
    about: About
    body: tuple[Token, ...]
    notes: tuple[Noted, ...]
    paged: bool = False
    """True if only places on pages tell where a paragraph begins."""
    signed: bool = True
    """True if a note says whose it is in words."""


def tokens(words: Iterable[Word], *, listed: bool) -> tuple[Token, ...]:
    """Take the calls of notes out of words; a call that stands alone belongs to the last word.

    What a text only implies is left out. Where `listed`, the markers of lists are among the
    words, and nothing tells them from others.
    """
    found: list[Token] = []
    implied = False
    for word in words:
        if word.generated:
            implied = implied or bool(word.begins)
            continue
        text, calls = _parted(word) if word.calls else (word.text, ())
        if text:
            begins = True if implied else word.begins
            marker = listed and begins is not False and MARKER.fullmatch(text) is not None
            found.append(Token(text, begins, word.opens, calls, marker))
            implied = False
        elif found:
            found[-1] = found[-1]._replace(calls=found[-1].calls + calls)
    return tuple(found)


def _parted(word: Word) -> tuple[str, tuple[int, ...]]:
    """Return a word without the calls in it, and the calls."""
    text, last = "", 0
    for start, stop in word.calls:
        text, last = text + word.text[last:start], stop
    calls = tuple(int(word.text[start:stop]) for start, stop in word.calls)
    return text + word.text[last:], calls


def noted(text: Text, *, listed: bool) -> tuple[Noted, ...]:
    """Return the notes of a text."""
    return tuple(Noted(note.number, tokens(note.words, listed=listed)) for note in text.notes)


def passages(found: Sequence[Token]) -> Iterator[Passage]:
    """Cut tokens wherever one begins a passage."""
    starts = [at for at, token in enumerate(found) if at == 0 or token.begins]
    for start, stop in itertools.pairwise([*starts, len(found)]):
        cut = found[start:stop]
        calls = tuple(
            Call(behind, note) for behind, token in enumerate(cut, start=1) for note in token.calls
        )
        opens = "" if cut[0].opens == BLOCK else cut[0].opens
        yield Passage(tuple(token.text for token in cut), opens, calls)
