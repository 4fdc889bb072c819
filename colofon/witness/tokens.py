"""A text -> its tokens: words and single signs, each with whether white space comes before it."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

TOKEN = re.compile(r"\w[\w\u0300-\u036f]*|[^\w\s]")
DIVIDED = re.compile(r"\w[\w\u0300-\u036f]*(?:-[ \t]*\n\s*\w[\w\u0300-\u036f]*)+|" + TOKEN.pattern)
"""The same, with words that a hyphen divides at the end of a line."""

HYPHEN = re.compile(r"-[ \t]*\n\s*")

PAGE = "\f"
"""Begins the key of a page number, which is no word of the text."""

BREAK = "\ue000"
"""Stands for a page number where it has no place of its own; no master may hold it."""


@dataclass
class Tokens:
    """The tokens of a text, in order.

    A key is the token in Normalization Form C, after a space if white space (or the
    beginning) comes before it; offsets are in characters from 0.
    """

    keys: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    stops: array[int] = field(default_factory=lambda: array("q"))
    joined: int = 0
    """How many divided words were joined."""

    def said(self, start: int, stop: int) -> str:
        """Return some tokens as they are written."""
        return "".join(self.keys[start:stop]).replace(PAGE, "").strip()


def tokenize(text: str, pages: Mapping[int, str], *, joining: bool = False) -> Tokens:
    """Cut a text into tokens; `pages` maps the offsets of page numbers to what they say.

    White space before or after a page number counts as before what follows it.
    """
    tokens, known = Tokens(), dict[str, str]()
    spaced, end = True, 0
    for match in (DIVIDED if joining else TOKEN).finditer(text):
        start = match.start()
        spaced = spaced or start > end
        end = match.end()
        if start in pages:
            key, after = f"{PAGE}{pages[start]}", spaced
        else:
            key, after = _key(match[0], tokens, spaced=spaced), False
        tokens.keys.append(known.setdefault(key, key))
        tokens.starts.append(start)
        tokens.stops.append(end)
        spaced = after
    return tokens


def _key(word: str, tokens: Tokens, *, spaced: bool) -> str:
    """Return the key of a token; count it if it was divided."""
    if "\n" in word:
        word = HYPHEN.sub("", word)
        tokens.joined += 1
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    return f" {word}" if spaced else word
