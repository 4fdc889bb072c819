"""A work in its third edition, which tells what each of them changed."""

from __future__ import annotations

from colofon.source import Edition
from conftest import MASTER
from finished import finished_from

CHANGES = (
    "Primera edición.",
    "Se corrigen dos erratas —una del título, otra de la nota— y se añade un índice.",
    "Se corrige «adiós».",
)
DAYS = ("2024-02-29", "2025-03-01", "2026-11-22")

HISTORY = "edition: 3\nhistory:\n" + "".join(
    f"  - {{edition: {number}, issued: {day}, changes: '{said}'}}\n"
    for number, (day, said) in enumerate(zip(DAYS, CHANGES, strict=True), start=1)
)


def told(language: str = "es") -> Edition:
    """Make every output of the work, with our words in a language."""
    master = MASTER.replace("rights:\n", f"{HISTORY}rights:\n")
    return finished_from(
        f"historia-{language}", master.replace("language: es", f"language: {language}")
    )
