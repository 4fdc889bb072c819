"""The notes of two editions -> the same without signatures that only one of the formats writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from colofon.labels import available, labels_for
from colofon.note_kinds import COMMON
from colofon.revision.reading import Noted, Reading

LONGEST = 8
"""Words of a signature at most."""


def unsigned(first: Reading, second: Reading) -> tuple[Sequence[Noted], Sequence[Noted]]:
    """Return the notes of both, unsigned where one format tells whose they are without words.

    A signature stands in brackets at the end of a note: one that is usual in any language of
    ours, or one without which the other edition has the very note.
    """
    if first.signed == second.signed:
        return first.notes, second.notes
    if first.signed:
        return _without(first.notes, _signs(first.notes, second.notes)), second.notes
    return first.notes, _without(second.notes, _signs(second.notes, first.notes))


def _texts(note: Noted) -> tuple[str, ...]:
    """Return the words of a note."""
    return tuple(token.text for token in note.words)


def _signs(signed: Iterable[Noted], plain: Iterable[Noted]) -> set[tuple[str, ...]]:
    """Return the usual signatures, and those of notes that stand unsigned in the other edition."""
    known = {_texts(note) for note in plain}
    said = (labels_for(each)(sign) for each in available() for _, sign in COMMON.values())
    found = {tuple(f"({each})".split()) for each in said}
    for note in signed:
        words = _texts(note)
        for size in range(1, min(LONGEST, len(words)) + 1):
            if words[-size].startswith("(") and words[-1].endswith(")") and words[:-size] in known:
                found.add(words[-size:])
    return found


def _without(notes: Iterable[Noted], signs: set[tuple[str, ...]]) -> list[Noted]:
    """Take the signatures from notes."""
    kept = []
    for note in notes:
        words = _texts(note)
        size = next((len(sign) for sign in signs if words[-len(sign) :] == sign), 0)
        kept.append(note._replace(words=note.words[: len(words) - size]))
    return kept
