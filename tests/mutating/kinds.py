"""What can happen to a word or a sign, whatever its letters are made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

WORDS = ("drop", "double", "swap", "glue", "split", "letter")
"""Damages of two neighbouring words."""

SIGNS = ("accent", "dash", "quote")
"""Damages of one character."""

KINDS = (*WORDS, *SIGNS, "note", "merge")
"""All damages: the last two move a note, and make one paragraph of two."""

PARTS = ("body", "notes")

DASHES = "-–—"
QUOTES = {"«": "“", "»": "”", "“": "«", "”": "»", "‘": "’", "’": "‘", '"': "“", "'": "’"}
VOWELS = "aeiouAEIOU"

Glyph = TypeVar("Glyph")


@dataclass(frozen=True)
class Mutant:
    """A damaged file: how, where («body» or «notes»), and what was there before and after.

    `visible` is False if nobody could see a difference: two equal words were exchanged.
    """

    kind: str
    part: str
    before: str
    after: str
    data: bytes = field(repr=False)
    visible: bool = True


def damage(kind: str, first: list[Glyph], space: Glyph, second: list[Glyph]) -> list[Glyph]:
    """Damage two words and the space between them."""
    middle = len(first) // 2
    return {
        "drop": second,
        "double": [*first, space, *first, space, *second],
        "swap": [*second, space, *first],
        "glue": [*first, *second],
        "split": [*first[:middle], space, *first[middle:], space, *second],
        "letter": [*first[:middle], first[middle - 1], *first[middle + 1 :], space, *second],
    }[kind]


def others(kind: str, sign: str) -> list[str]:
    """Return what a character may become; an empty string drops it."""
    if kind == "dash" and sign in DASHES:
        return [*(each for each in DASHES if each != sign), ""]
    if kind == "quote" and sign in QUOTES:
        return [QUOTES[sign], ""]
    if kind != "accent":
        return []
    base = unicodedata.normalize("NFD", sign)
    if len(base) > 1:
        return [base[0]]
    return [unicodedata.normalize("NFC", f"{sign}\u0301")] if sign in VOWELS else []


def changes(
    kind: str, signs: Sequence[str], has: Callable[[str], bool] = lambda _: True
) -> list[tuple[int, str]]:
    """Return every place among some characters where one may become another that there is."""
    return [
        (index, other)
        for index, sign in enumerate(signs)
        if len(sign) == 1
        for other in others(kind, sign)
        if not other or has(other)
    ]


def seen(text: str) -> str:
    """Return what a reader sees of a text: its white space counts once."""
    return " ".join(text.split())
