"""Characters in the order of reading -> streams of words, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from colofon.finding import Place

HEADING, BLOCK, LINE = "heading", "block", "line"
"""What a word may open."""

CITED = re.compile(r"p[1-9]\d*")
"""The id of a paragraph by which the work is cited, in every format that has ids."""

INVISIBLE = str.maketrans("", "", "\u00ad\u2060")
"""SOFT HYPHEN and WORD JOINER: they say where a line may break, and no master holds them."""


class Word(NamedTuple):
    """What stands between two white spaces, in Normalization Form C, punctuation and all.

    White space is what Unicode calls so: U+0020, line ends, U+00A0, U+202F, thin spaces.
    `generated` marks the number or bullet of a list, which the master only implies.
    `begins` tells whether a block begins with the word (a paragraph, a heading, an item, a cell);
    None where nothing tells. `running` marks a word of the master by which a printed page tells
    it with an indent, or with none. `calls` are the characters that call notes, from and to;
    `opens` says what begins with the word: a heading (HEADING), a paragraph by which the work
    is cited (`p12`), some block (BLOCK), a line of a page (LINE), or nothing known (empty).
    """

    text: str
    place: Place
    generated: bool = False
    begins: bool | None = None
    running: bool = False
    calls: tuple[tuple[int, int], ...] = ()
    opens: str = ""


Words = tuple[Word, ...]


class Note(NamedTuple):
    """The words of one note, under the number that it bears (0: it bears none)."""

    number: int
    words: Words


@dataclass(frozen=True)
class Text:
    """A text as it was read: `body` with the calls of notes glued where they stand.

    A call is its number, so that «paz» with the call of note 3 is the word «paz3».
    """

    body: Words
    notes: tuple[Note, ...]

    def written(self) -> Text:
        """Return the text without the numbers and bullets of lists."""
        return self._each(_written)

    def indented(self) -> Text:
        """Return the text with the beginnings of those blocks only that an indent tells."""
        return self._each(_indented)

    def _each(self, change: Callable[[Words], Words]) -> Text:
        """Change the words of body and notes."""
        notes = (Note(note.number, change(note.words)) for note in self.notes)
        return Text(change(self.body), tuple(notes))


def _written(words: Words) -> Words:
    """Leave out what a text only implies."""
    return tuple(word for word in words if not word.generated)


def _indented(words: Words) -> Words:
    """Forget which blocks begin with words that no indent tells of."""
    return tuple(word if word.running else word._replace(begins=None) for word in words)


def _whole(text: str) -> str:
    """Join the halves of characters that a reader gives one by one (UTF-16 surrogates)."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def opening(named: str, *, heading: bool) -> str:
    """Tell what begins with a block, by its id."""
    return HEADING if heading else named if CITED.fullmatch(named) else ""


def _clean(text: str) -> str:
    """Return characters as words have them: composed, and without those that nobody sees."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _whole(text).translate(INVISIBLE))


class Stream:
    """Collects characters and cuts them into words.

    A reader that knows blocks says `block` before and after each; then every word from there
    on tells whether one begins with it. The words of a stream that hears of none do not.
    """

    def __init__(self) -> None:
        self._words: list[Word] = []
        self._parts: list[tuple[str, bool]] = []
        self._place = Place("")
        self._opens = ""
        self._begins: bool | None = None
        self._running = self._told = False

    def add(self, text: str, place: Place) -> None:
        """Add characters; white space among them ends a word."""
        pieces = text.split()
        if not pieces:
            if text:
                self.space()
            return
        if text[0].isspace():
            self.space()
        for piece in pieces[:-1]:
            self._put(piece, place)
            self.space()
        self._put(pieces[-1], place)
        if text[-1].isspace():
            self.space()

    def space(self) -> None:
        """End the word under way, if there is one."""
        text, calls = "", list[tuple[int, int]]()
        for piece, is_call in self._pieces():
            if is_call:
                calls.append((len(text), len(text) + len(piece)))
            text += piece
        if text:
            self._append(text, self._place, calls=tuple(calls))
        self._parts.clear()

    def call(self, number: str, place: Place) -> None:
        """Add the number that calls a note, glued to the word it stands behind."""
        self._put(number, place, is_call=True)

    def block(self, *, running: bool = False, follows: bool = False, opens: str = "") -> None:
        """End a block, and let the next word begin one.

        In `running` text an indent tells where a block begins that `follows` one of its kind.
        """
        self.space()
        self.says(begins=True)
        self.opens(opens)
        self._running, self._told = running, running and follows

    def says(self, *, begins: bool | None) -> None:
        """Tell whether a block begins with the next word; called between words."""
        self._begins = begins

    def opens(self, what: str) -> None:
        """Tell what begins with the next word; called between words."""
        self._opens = what

    def generate(self, text: str, place: Place) -> None:
        """Add a word that the text only implies."""
        self.space()
        self._append(text, place, generated=True)

    def generated(self, start: int, pattern: re.Pattern[str]) -> None:
        """Tell that the text only implies the word number `start`, if it is the last and fits."""
        self.space()
        if self.count == start + 1 and pattern.fullmatch(self._words[start].text):
            self._words[start] = self._words[start]._replace(generated=True)

    @property
    def count(self) -> int:
        """How many words there are, without the one under way."""
        return len(self._words)

    def words(self) -> Words:
        """Return the words so far, the one under way included."""
        self.space()
        return tuple(self._words)

    def _append(
        self,
        text: str,
        place: Place,
        *,
        generated: bool = False,
        calls: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """Add a whole word; the next one is inside the same block."""
        word = Word(text, place, generated, self._begins, self._told, calls, self._opens)
        self._words.append(word)
        self._opens = ""
        self._begins = None if self._begins is None else False
        self._told = self._running

    def _pieces(self) -> Iterator[tuple[str, bool]]:
        """Yield the word under way: each call, and all together that stands before or behind."""
        said = ""
        for text, is_call in self._parts:
            if is_call:
                yield _clean(said), False
                yield text, True
            said = "" if is_call else said + text
        yield _clean(said), False

    def _put(self, text: str, place: Place, *, is_call: bool = False) -> None:
        """Add characters to the word under way, which stands where it begins."""
        if not self._parts:
            self._place = place
        self._parts.append((text, is_call))
