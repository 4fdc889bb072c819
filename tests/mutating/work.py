"""A master that has a place for every damage, in its text and in its notes."""

from __future__ import annotations

import random

HEAD = """---
title: «Todo» — un libro de prueba
authors:
  - name: Ana Pérez
language: es
issued: 2024-02-29
rights:
  - part: text
    status: cleared
    statement: De Ana Pérez.
---
"""
WORDS = (
    "el la los cielo azul ciudad antigua donde nadie esperaba noticias ni cartas del frente "
    "trenes tarde periódicos promesas inverosímiles fábricas callaban gente hablaba voz baja "
    "pan tierra paz ministros interminables contrarrevolucionarios pingüino cigüeña año"
).split()
PHRASES = (
    "«no, nunca»", "«¿quién “vive”?»", "“basta”", "‘así’", "— dijo —", "paz—guerra", "1914–1918",
    "ex-ministro", "teórico-práctico", "de 1917 – 1918", "*cursiva*", "**negrita**", "l’orient",
    "[vlast]{lang=ru-Latn}", "el 25 de octubre", "la la",
)  # fmt: skip
"""Signs that have others like them, words in other styles, and a word that stands twice."""


def master(seed: int = 1, chapters: int = 4) -> str:
    """Write a master of some chapters; the same seed gives the same."""
    chance = random.Random(seed)
    text, notes, number = [HEAD], list[str](), 0
    for chapter in range(1, chapters + 1):
        text.append(f"# Capítulo {chapter}: «la espera» — {_words(chance, 3)}")
        for place in range(8):
            number += 1
            text.append(f"{_phrase(chance, 30)}[^ed-{number}]. {_phrase(chance, 25)}.")
            notes.append(f"[^ed-{number}]: {_note(chance, number)}")
            if place == chapter:
                text.append(_furniture(chance, chapter))
    return "\n\n".join([*text, *notes]) + "\n"


def _words(chance: random.Random, size: int) -> str:
    """Take some words."""
    return " ".join(chance.choices(WORDS, k=size))


def _phrase(chance: random.Random, size: int) -> str:
    """Write a sentence without its stop."""
    parts = [*chance.choices(WORDS, k=size), *chance.choices(PHRASES, k=size // 6)]
    chance.shuffle(parts)
    return f"Y {' '.join(parts)} {chance.choice(WORDS)}"


def _note(chance: random.Random, number: int) -> str:
    """Write a note; every third has two paragraphs."""
    second = f"\n\n    {_phrase(chance, 14)}." if number % 3 == 0 else ""
    return f"{_phrase(chance, 12)}.{second}"


def _furniture(chance: random.Random, chapter: int) -> str:
    """Write something else than a paragraph."""
    return {
        1: f"> {_phrase(chance, 12)}.\n>\n> {_phrase(chance, 12)}.",
        2: f"- {_words(chance, 4)}\n- {_phrase(chance, 9)}\n- {_words(chance, 2)}",
        3: f"::: verse\n{_words(chance, 4)}\\\n{_words(chance, 4)}\n\n{_words(chance, 4)}.\n:::",
    }.get(chapter, "***")
