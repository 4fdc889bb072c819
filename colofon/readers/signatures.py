"""The words of a master -> the same words with the signatures that tell its notes apart."""

from __future__ import annotations

import re
from typing import Any

from colofon.front import Front
from colofon.note_kinds import AUTHOR, known
from colofon.readers.tree import located
from colofon.readers.words import Note, Text, Word
from colofon.source import Master

KEY = re.compile(r"\[\^([a-z]+)-")
"""The call of a note whose key has a prefix."""


def signed(text: Text, ast: dict[str, Any], master: Master, front: Front) -> Text:
    """Add to each note how it is signed, if the notes of a work are of several kinds.

    The author's are not signed. Whether a paragraph begins with a signature is not said: it
    does behind a note that ends in a quotation or a list.
    """
    signs = {prefix: kind.sign for prefix, kind in known(front).items()}
    lines = master.text.split("\n")
    notes = (place for node, place in located(ast["blocks"]) if node["t"] == "Note")
    kinds = [_kind(lines, place, signs) for place in notes]
    if len(set(kinds)) == 1 or not kinds:
        return text
    return Text(
        text.body, tuple(_signed(note, kinds[note.number - 1], signs) for note in text.notes)
    )


def _kind(lines: list[str], place: str, signs: dict[str, str]) -> str:
    """Read the prefix of the key that is called at a place."""
    line, column = (int(each) for each in place.partition("-")[0].split(":"))
    match = KEY.match(lines[line - 1], column - 1)
    return match[1] if match and match[1] in signs else AUTHOR


def _signed(note: Note, kind: str, signs: dict[str, str]) -> Note:
    """Sign one note."""
    if kind == AUTHOR or not note.words:
        return note
    place = note.words[-1].place
    added = tuple(Word(part, place) for part in f"({signs[kind]})".split())
    return Note(note.number, (*note.words, *added))
