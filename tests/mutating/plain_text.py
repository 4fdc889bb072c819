"""Plain text in the form that we make -> the same with one damage.

Lines of 72 `=` part head, text, notes and apparatus; the left margin holds `[12]` or `[^3]`.
"""

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

PART = re.compile(r"^={72}\n", re.MULTILINE)
NOTE = re.compile(r"^\[\^\d+\][ \t]+", re.MULTILINE)
CALL = re.compile(r"(?<=\S)\[\^\d+\]")
OURS = re.compile(r"^\[\^?\d+\][ \t]*|^([=~^\"'.-])\1{2,}$", re.MULTILINE)
"""The margin, and the line under a heading: no words of the text."""

BETWEEN = re.compile(r"(?<=[^\s=-])\n\n(?:\[\d+\])?[ \t]+(?=\w)")
"""The end of a paragraph and the beginning of the next, with its margin."""


def damaged(text: str, part: str, kind: str, chance: random.Random) -> Change | None:
    """Damage a text; None if there is nothing to damage so."""
    body, end = _parts(text)
    notes = _notes(text, *end)
    regions = notes if part == "notes" else [body]
    if kind == "note" and part == "notes":
        return exchanged(text, *chance.sample(notes, 2)) if len(notes) > 1 else None
    words = [run for region in regions for run in _without_margin(text, region)]
    if kind == "note":
        calls = [match.span() for match in CALL.finditer(text, *body)]
        goals = ends_of_words(text, words)
        return moved(text, chance.choice(calls), chance.choice(goals)) if calls else None
    if kind == "merge":
        found = [match.span() for each in regions for match in BETWEEN.finditer(text, *each)]
        if not found:
            return None
        return replaced(text, chance.choice(found), "\n      ", margin=20)._replace(visible=True)
    return words_or_signs(text, words, kind, chance)


def _parts(text: str) -> tuple[Span, Span]:
    """Return where the text and where the notes stand."""
    marks = list(PART.finditer(text))
    ends = [each.start() for each in marks[1:]] + [len(text)]
    spans = [(each.end(), end) for each, end in zip(marks, ends, strict=True)]
    return spans[0], spans[1]


def _notes(text: str, start: int, stop: int) -> list[Span]:
    """Return what each note says, without its number."""
    begun = list(NOTE.finditer(text, start, stop))
    ends = [*(each.start() for each in begun[1:]), stop]
    return [
        (each.end(), each.end() + len(text[each.end() : end].rstrip()))
        for each, end in zip(begun, ends, strict=True)
    ]


def _without_margin(text: str, region: Span) -> list[Span]:
    """Return a region without what is ours."""
    runs, here = [], region[0]
    for mark in OURS.finditer(text, *region):
        runs.append((here, mark.start()))
        here = mark.end()
    return [(start, stop) for start, stop in [*runs, (here, region[1])] if start < stop]
