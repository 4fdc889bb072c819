"""The characters of a paragraph, measured -> the places where its lines may end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

import pyphen

from colofon.typesetting import hanging
from colofon.typesetting.breaker import Break

SPACES = " \u00a0"
"""What gives in a line, as in WeasyPrint's `count_expandable_spaces`."""

DASHES = "–—"
SOFT_HYPHEN = "\u00ad"
WRITTEN_HYPHENS = "-‐"
NOTHING = "\u00ad\u200b\u2060"
"""Signs that set nothing."""

LETTERS = re.compile(r"[^\W\d_]+")
JOINED = re.compile(r"[^\s\u00a0]+")


class Division(NamedTuple):
    """How the words of a style are divided: CSS `hyphens`, `hyphenate-limit-chars` and `lang`."""

    lang: str
    shortest: int
    before: int
    after: int


@dataclass
class Characters:
    """The characters of a paragraph, with what is known of each; widths in CSS pixels."""

    text: str = ""
    advances: list[float] = field(default_factory=list)
    allowed: list[bool] = field(default_factory=list)
    """Whether Pango lets a line end before each."""
    hyphens: list[float] = field(default_factory=list)
    """How wide a hyphen after each would be; 0 where no word is divided."""
    divisions: list[tuple[int, int, Division]] = field(default_factory=list)
    """From where to where words are divided, and how."""

    @cached_property
    def upto(self) -> list[float]:
        """How wide all that stands before each character is."""
        return list(accumulate(self.advances, initial=0.0))

    @cached_property
    def spaces_upto(self) -> list[float]:
        """How wide the spaces before each character are."""
        pairs = zip(self.text, self.advances, strict=True)
        return list(accumulate((w if sign in SPACES else 0 for sign, w in pairs), initial=0.0))


class Chance(NamedTuple):
    """A place where a line may end: after the character `at - 1`, before `resume`."""

    at: int
    resume: int
    divides: bool = False
    """Whether the line then ends in a hyphen."""
    added: bool = False
    """Whether that hyphen is not in the text."""


def chances(known: Characters, first: int, last: int) -> list[Chance]:
    """Return where lines may end in the text from `first` to `last`, its end included."""
    found = {chance.at: chance for chance in _divisions(known) if first < chance.at < last}
    for at in range(first + 1, last):
        if known.text[at] == " ":
            if _may_end(known.text, at) and known.allowed[at + 1 : at + 2] != [False]:
                found[at] = Chance(at, at + 1)
        elif known.allowed[at] and known.text[at - 1] != " " and _parts(known.text, at):
            written = known.text[at - 1]
            soft = written == SOFT_HYPHEN
            found[at] = Chance(at, at, soft or written in WRITTEN_HYPHENS, added=soft)
    end = len(known.text[first:last].rstrip(" ")) + first
    before = [found[at] for at in sorted(found) if found[at].resume < end]
    return [*before, Chance(end, last)]


def _may_end(text: str, at: int) -> bool:
    """Tell whether what stands before a space may end a line: not an opening mark on its own."""
    start = at
    while start and text[start - 1] not in SPACES:
        start -= 1
    word = text[start:at].strip(NOTHING)
    return not word or not all(_opens(sign) for sign in word)


def _opens(sign: str) -> bool:
    """Tell whether a sign opens what follows it: ¿ ¡ ( « “ and their like."""
    return sign in "¿¡" or unicodedata.category(sign) in {"Ps", "Pi"}


def _parts(text: str, at: int) -> bool:
    """Tell whether Unicode's break within a word is one in a book.

    A dash parts the words it stands between; where it opens or closes an aside («—dijo—»), it
    stays with it. A hyphen ends a line only where a word goes on behind it, an ellipsis never.
    """
    before, after = text[at - 1], text[at]
    if after in DASHES or _opens(before):
        return False
    if before in DASHES or before in WRITTEN_HYPHENS:
        return at > 1 and text[at - 2].isalnum() and after.isalnum()
    return before == SOFT_HYPHEN or not (after.isdigit() and unicodedata.category(before)[0] == "P")


def _divisions(known: Characters) -> Iterator[Chance]:
    """Yield where words may be divided; a word with soft hyphens only there (CSS Text 3, 6.1)."""
    for first, last, how in known.divisions:
        for joined in JOINED.finditer(known.text, first, last):
            if SOFT_HYPHEN in joined.group():
                continue
            for word in LETTERS.finditer(known.text, *joined.span()):
                if _is_whole(known.text, *word.span()) and len(word.group()) >= how.shortest:
                    for after in _points(word.group(), how):
                        at = word.start() + after
                        yield Chance(at, at, divides=True, added=True)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no letter of a word stands in another box."""
    return not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()


@cache
def _dictionary(how: Division) -> pyphen.Pyphen | None:
    """Open the patterns of a language, if there are any."""
    lang = pyphen.language_fallback(how.lang)
    return pyphen.Pyphen(lang=lang, left=how.before, right=how.after) if lang else None


@cache
def _points(word: str, how: Division) -> tuple[int, ...]:
    """Return after how many letters a word may be divided without a change of its letters."""
    dictionary = _dictionary(how)
    if dictionary is None:
        return ()
    return tuple(int(each) for each in dictionary.positions(word) if not each.data)


def breaks(known: Characters, first: int, places: list[Chance], *, hang: bool) -> list[Break]:
    """Measure the places: the beginning of the text first, with what hangs at both edges."""
    start = Chance(first, first)
    return [_break(known, chance, hang=hang) for chance in (start, *places)]


def _break(known: Characters, chance: Chance, *, hang: bool) -> Break:
    """Measure one place."""
    upto, spaces = known.upto, known.spaces_upto
    hyphen = known.hyphens[chance.at - 1] if chance.added else 0
    return Break(
        upto[chance.at],
        spaces[chance.at],
        upto[chance.resume],
        spaces[chance.resume],
        hyphen,
        chance.divides,
        _hang_right(known, chance, hyphen) if hang else 0,
        _hang_left(known, chance.resume) if hang else 0,
    )


def _hang_right(known: Characters, chance: Chance, hyphen: float) -> float:
    """Return how far what ends a line hangs."""
    if chance.added:
        return hanging.RIGHT["‐"] * hyphen
    at = chance.at - 1
    while at > 0 and known.text[at] in NOTHING:
        at -= 1
    return hanging.RIGHT.get(known.text[at], 0) * known.advances[at] if at >= 0 else 0


def _hang_left(known: Characters, at: int) -> float:
    """Return how far what begins a line hangs."""
    while at < len(known.text) and (known.text[at] in NOTHING or not known.advances[at]):
        at += 1
    if at == len(known.text):
        return 0
    return hanging.LEFT.get(known.text[at], 0) * known.advances[at]
