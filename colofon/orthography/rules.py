"""Every rule: those of any language, and those of the languages that have some."""

from __future__ import annotations

from colofon.orthography import (
    abbreviations,
    capitals,
    dashes,
    dates,
    neutral,
    note_calls,
    numbers,
    punctuation,
    questions,
    quotes,
    spelling,
)

NEUTRAL = (*neutral.RULES, *note_calls.NEUTRAL)

LANGUAGES = {
    "es": (
        *quotes.RULES,
        *dashes.RULES,
        *punctuation.RULES,
        *questions.RULES,
        *numbers.RULES,
        *dates.RULES,
        *abbreviations.RULES,
        *capitals.RULES,
        *spelling.RULES,
        *note_calls.SPANISH,
    ),
}
"""By the first subtag of the language (BCP 47)."""

ALL = {rule.code: rule for rules in (NEUTRAL, *LANGUAGES.values()) for rule in rules}
