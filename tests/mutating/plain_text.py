"""Plain text with numbered notes at its end -> the same with one damage."""

from __future__ import annotations

import random
import re

from mutating.strings import (
    Change,
    Span,
    ends_of_words,
    exchanged,
    moved,
    replaced,
    words_or_signs,
)

NOTE = re.compile(r"^[ \t]*\[?(\d+)[.\]:]+[ \t]+(?=\S)", re.MULTILINE)
CALL = re.compile(r"\[\d+\]|[⁰¹²³⁴-⁹]+")
BETWEEN = re.compile(r"\n[ \t]*\n\s*")


def damaged(text: str, part: str, kind: str, chance: random.Random) -> Change | None:
    """Damage a text; None if there is nothing to damage so."""
    notes = _notes(text)
    body = (0, notes[0][0] if notes else len(text))
    regions = notes if part == "notes" else [body]
    if kind == "note" and part == "notes":
        return exchanged(text, *chance.sample(notes, 2)) if len(notes) > 1 else None
    if kind == "note":
        calls = [match.span() for match in CALL.finditer(text, *body)]
        return (
            moved(text, chance.choice(calls), chance.choice(ends_of_words(text, [body])))
            if calls
            else None
        )
    if kind == "merge":
        found = [match.span() for each in regions for match in BETWEEN.finditer(text, *each)]
        found = [span for span in found if span[1] < max(stop for _, stop in regions)]
        return (
            replaced(text, chance.choice(found), " ", margin=20)._replace(visible=True)
            if found
            else None
        )
    return words_or_signs(text, regions, kind, chance)


def _notes(text: str) -> list[Span]:
    """Return what each note says: from the last line that is numbered 1 on, without its number."""
    starts = list(NOTE.finditer(text))
    first = max((i for i, each in enumerate(starts) if each[1] == "1"), default=len(starts))
    notes: list[re.Match[str]] = []
    for each in starts[first:]:
        if int(each[1]) == len(notes) + 1:
            notes.append(each)
    ends = [*(each.start() for each in notes[1:]), len(text)]
    return [
        (each.end(), each.end() + len(text[each.end() : stop].rstrip()))
        for each, stop in zip(notes, ends, strict=False)
    ]
