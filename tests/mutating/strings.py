"""A text and the spans of it that may be damaged -> the text with one damage."""

from __future__ import annotations

import random
import re
from typing import NamedTuple

from mutating.kinds import SIGNS, WORDS, changes, damage, seen

PAIR = re.compile(r"(?<=\s)([^\s<>&]+)(\s)([^\s<>&]+)(?=\s)")
END = re.compile(r"(?<=\w)(?=\s)")
TAG = re.compile(r"<[^>]*>")
ENTITY = re.compile(r"&\w+;|&#\w+;")

Span = tuple[int, int]


class Change(NamedTuple):
    """One damage: what stood there, what stands there, the whole text, and if it can be seen."""

    before: str
    after: str
    text: str
    visible: bool


def replaced(text: str, span: Span, new: str, *, margin: int = 0) -> Change:
    """Put something else into a span; `margin` characters around it are told, too."""
    start, stop = span
    old = text[start:stop]
    head, tail = text[max(0, start - margin) : start], text[stop : stop + margin]
    changed = text[:start] + new + text[stop:]
    return Change(head + old + tail, head + new + tail, changed, seen(old) != seen(new))


def exchanged(text: str, one: Span, other: Span) -> Change:
    """Exchange what stands in two spans."""
    first, second = sorted((one, other))
    a, b = text[slice(*first)], text[slice(*second)]
    changed = text[: first[0]] + b + text[first[1] : second[0]] + a + text[second[1] :]
    return Change(f"{a} … {b}", f"{b} … {a}", changed, seen(a) != seen(b))


def moved(text: str, span: Span, goal: int) -> Change:
    """Move what stands in a span to a place outside of it."""
    start, stop = span
    what = text[start:stop]
    if goal <= start:
        changed = text[:goal] + what + text[goal:start] + text[stop:]
        between = text[goal:start]
    else:
        changed = text[:start] + text[stop:goal] + what + text[goal:]
        between = text[stop:goal]
    before = text[max(0, start - 20) : stop + 20]
    return Change(
        before, f"{text[max(0, goal - 20) : goal]}{what}", changed, bool(seen(TAG.sub("", between)))
    )


def words_or_signs(text: str, spans: list[Span], kind: str, chance: random.Random) -> Change | None:
    """Damage two words or a sign in one of the spans; None if none of them has any."""
    if kind in WORDS:
        return _words(text, spans, kind, chance)
    assert kind in SIGNS
    places = [
        (start + index, other)
        for start, stop in spans
        for index, other in changes(kind, _blanked(text[start:stop]))
    ]
    if not places:
        return None
    at, other = chance.choice(places)
    return replaced(text, (at, at + 1), other, margin=10)


def _blanked(text: str) -> str:
    """Blank out character references, whose letters nobody sees."""
    return ENTITY.sub(lambda match: " " * len(match[0]), text)


def _words(text: str, spans: list[Span], kind: str, chance: random.Random) -> Change | None:
    """Damage two words that stand in one of the spans."""
    pairs = [pair for span in spans for pair in PAIR.finditer(text, *span)]
    if not pairs:
        return None
    pair = chance.choice(pairs)
    new = "".join(damage(kind, list(pair[1]), pair[2], list(pair[3])))
    return replaced(text, pair.span(), new)


def ends_of_words(text: str, spans: list[Span]) -> list[int]:
    """Return where a word ends inside of a span."""
    return [match.end() for span in spans for match in END.finditer(text, *span)]
