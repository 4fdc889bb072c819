"""Characters in the order of reading -> streams of words, each with its place."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from colofon.finding import Place

INVISIBLE = str.maketrans("", "", "\u00ad\u2060")
"""SOFT HYPHEN and WORD JOINER: they say where a line may break, and no master holds them."""


class Word(NamedTuple):
    """What stands between two white spaces, in Normalization Form C, punctuation and all.

    White space is what Unicode calls so: U+0020, line ends, U+00A0, U+202F, thin spaces.
    `generated` marks the number or bullet of a list, which the master only implies.
    """

    text: str
    place: Place
    generated: bool = False


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
        notes = (Note(note.number, _written(note.words)) for note in self.notes)
        return Text(_written(self.body), tuple(notes))


def _written(words: Words) -> Words:
    """Leave out what a text only implies."""
    return tuple(word for word in words if not word.generated)


def _whole(text: str) -> str:
    """Join the halves of characters that a reader gives one by one (UTF-16 surrogates)."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class Stream:
    """Collects characters and cuts them into words."""

    def __init__(self) -> None:
        self._words: list[Word] = []
        self._parts: list[str] = []
        self._place = Place("")

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
        text = _whole("".join(self._parts)).translate(INVISIBLE)
        if text:
            self._words.append(Word(unicodedata.normalize("NFC", text), self._place))
        self._parts.clear()

    def generate(self, text: str, place: Place) -> None:
        """Add a word that the text only implies."""
        self.space()
        self._words.append(Word(text, place, generated=True))

    def words(self) -> Words:
        """Return the words so far, the one under way included."""
        self.space()
        return tuple(self._words)

    def _put(self, text: str, place: Place) -> None:
        """Add characters to the word under way, which stands where it begins."""
        if not self._parts:
            self._place = place
        self._parts.append(text)
