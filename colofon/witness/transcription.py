"""The witness as it is -> its tokens, once the declared normalisations are made in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from colofon.finding import Place
from colofon.front import Front
from colofon.labels import labels_for
from colofon.source import Master
from colofon.witness.reading import Reading
from colofon.witness.tokens import Tokens, tokenize

NUMBER = re.compile(r"^[ \t]*(\w+)[ \t]*$", re.MULTILINE)
"""A line with one word or number alone."""

SPACES = re.compile(r"(?m)(?<=\S)[ \t]{2,}(?=\S)|[ \t]+$|^[ \t]+(?=\S)")
"""White space that says nothing: between words more than one, or at an end of a line."""


@dataclass
class Transcription:
    """The witness: its tokens, and how often each normalisation was needed."""

    witness: Master
    tokens: Tokens
    made: Counter[str] = field(default_factory=Counter)
    """Name of a normalisation -> how often it was made."""
    set_aside: int = 0
    """Tokens that stand in the wrong place and are accounted for at the head of the work."""
    strangers: list[tuple[int, int, str]] = field(default_factory=list)
    """Index of a normalisation and of its line that is not accounted for, and why."""
    placed: set[int] = field(default_factory=set)
    """Headings of the reading, by their index, that lines of the witness account for."""

    def place(self, offset: int) -> Place:
        """Return the line and column of the witness where a character stands."""
        line = bisect_right(self._lines, offset)
        return Place(self.witness.path, line, offset - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.witness.text))]


def transcribe(witness: Master, reading: Reading, front: Front) -> Transcription:
    """Make the declared normalisations in the witness, without moving a character of it."""
    found = Transcription(witness, Tokens())
    text = witness.text.replace("\ufeff", " ")
    names = {each.name for each in front.normalisations}
    for index, each in enumerate(front.normalisations):
        for number, line in enumerate(each.lines):
            text, fault = _set_aside(text, line, reading, front, found)
            if fault:
                found.strangers.append((index, number, fault))
        found.made[each.name] += sum(text.count(sign) for sign in each.pairs)
        text = text.translate({ord(sign): ours for sign, ours in each.pairs.items()})
    if "spaces" in names:
        found.made["spaces"] = len(SPACES.findall(witness.text))
    numbers = set(reading.pages.values())
    pages = {m.start(1): m[1] for m in NUMBER.finditer(text) if m[1] in numbers}
    found.tokens = tokenize(text, pages, joining="hyphenation" in names)
    found.made["hyphenation"] = found.tokens.joined
    return found


def _set_aside(
    text: str, line: str, reading: Reading, front: Front, found: Transcription
) -> tuple[str, str]:
    """Blank out a line that stands in the wrong place; return what is wrong with it, too."""
    places = list(re.finditer(rf"(?m)^[ \t]*{re.escape(line)}[ \t]*$", text))
    if len(places) != 1:
        what = "is no line of the witness" if not places else "is more than one line of it"
        return text, f"«{line}» {what}."
    fault = ""
    if not _accounts(line, reading, front, found):
        said = "neither a heading of the work, nor its title, an author or its date."
        fault = f"«{line}» is {said}"
    start, stop = places[0].span()
    found.set_aside += len(tokenize(text[start:stop], {}).keys)
    found.made["title-block"] += 1
    return f"{text[:start]}{' ' * (stop - start)}{text[stop:]}", fault


def _accounts(line: str, reading: Reading, front: Front, found: Transcription) -> bool:
    """Tell whether the head of the work, or one of its headings, says a line of the witness.

    Titles are often set in capitals: they are taken for small letters here.
    """
    said, wanted = reading.text, _folded(line)
    for number, (start, stop) in enumerate(reading.headings):
        if _folded(said[start:stop]) == wanted and number not in found.placed:
            found.placed.add(number)
            return True
    return wanted in map(_folded, _head(front))


def _folded(words: str) -> list[str]:
    """Return the tokens of some words, whatever their case."""
    return tokenize(words.casefold(), {}).keys


def _head(front: Front) -> Iterator[str]:
    """Yield what the front matter says of a work on its title page."""
    yield front.title
    if front.subtitle:
        yield front.subtitle
    for author in front.authors:
        yield author.name
    if front.date:
        yield front.date.value
        yield labels_for(front.language).date(front.date.value)
