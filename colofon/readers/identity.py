"""A text as it was read -> the digest by which its edition is known (docs/identity.md)."""

from __future__ import annotations

import hashlib

from colofon.readers.words import Text, Words


def digest(text: Text) -> str:
    """Return the SHA-256 of a text in 64 hexadecimal digits: of its words, and of each note's."""
    streams = (text.body, *(note.words for note in text.notes))
    return hashlib.sha256("".join(map(_line, streams)).encode()).hexdigest()


def _line(words: Words) -> str:
    """Write words on a line, with one space between them."""
    return " ".join(word.text for word in words) + "\n"
