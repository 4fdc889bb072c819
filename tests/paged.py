"""A master of sixty pages and more, in which pages end inside of everything that text can be."""

from __future__ import annotations

import random

from works import WORDS

HEAD = """---
title: Sesenta páginas
authors:
  - name: Ana Pérez
language: es
issued: 2024-02-29
rights:
  - {part: text, status: cleared, statement: De Ana Pérez.}
---
"""

PAGE = 330
"""Words that fill about a page."""


def long_book(seed: int = 4) -> str:
    """Write the master; the same seed gives the same text."""
    chance = random.Random(seed)
    parts, notes = [HEAD], list[str]()
    for number in range(1, 5):
        parts.append(f"# Capítulo {number}")
        parts.append(_noted(chance, notes))
        parts.append(_paragraph(chance, (3 if number == 2 else 1) * PAGE))
        parts.append(f"Antes, *{_words(chance, PAGE)} **y {_words(chance, PAGE)}***, después.")
        parts.append(f"## Verso y tabla {number} {{#v{number}}}")
        parts.append(_verse(chance))
        parts.append(_noted(chance, notes))
        parts.append(_table(chance))
        parts.append(_items(chance))
        parts.append(f"Véase [{_words(chance, 40)}](#v{number}). {_paragraph(chance, 80)}")
        parts.append("    " + "\n    ".join(_words(chance, 5) for _ in range(40)))
        parts.append(f"> {_paragraph(chance, 200)}\n>\n> {_paragraph(chance, 200)}")
        parts.append("\n".join(f"- {word}" for word in WORDS[:40]))
    return "\n\n".join([*parts, *notes]) + "\n"


def _words(chance: random.Random, size: int) -> str:
    """Choose words."""
    return " ".join(chance.choices(WORDS, k=size))


def _paragraph(chance: random.Random, size: int) -> str:
    """Make a sentence of so many words."""
    return f"Era {_words(chance, size)} paz."


def _noted(chance: random.Random, notes: list[str]) -> str:
    """Make a paragraph with notes, some of them long, called anywhere: before a word too."""
    pieces = []
    for _ in range(12):
        number = len(notes) + 1
        notes.append(f"[^ed-{number}]: {_paragraph(chance, chance.choice((4, 20, 90)))}")
        pieces.append(f"{_words(chance, chance.randint(5, 40))} paz[^ed-{number}]")
    return f"Así, {', '.join(pieces)}."


def _verse(chance: random.Random) -> str:
    """Make stanzas of verse, with a line too long for the page."""
    stanzas = [
        "\\\n".join(_words(chance, chance.choice((3, 5, 16))) for _ in range(14)) for _ in range(3)
    ]
    return "::: verse\n" + "\n\n".join(stanzas) + "\n:::"


def _table(chance: random.Random) -> str:
    """Make a table longer than a page."""
    rows = [f"| {1900 + row} | {_words(chance, 2)} | *{_words(chance, 3)}* |" for row in range(36)]
    return "\n".join(["| Año | Lugar | Qué |", "|---|:-:|--:|", *rows])


def _items(chance: random.Random) -> str:
    """Make a list of long items with a list inside of each."""
    return "\n".join(
        f"{number}. {_words(chance, 30)}\n\n    - {_words(chance, 4)}\n    - {_words(chance, 25)}\n"
        for number in range(3, 12)
    )
