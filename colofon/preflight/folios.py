"""The lines of pages -> the number that each page shows, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from colofon.readers.pdf_lines import Line

ARABIC = re.compile(r"\d{1,4}")
ROMAN = re.compile(r"(?=.)c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True)
class Folio:
    """A page's number."""

    text: str
    value: int
    roman: bool
    middle: float
    """Points from the left."""


def folios(pages: list[list[Line]]) -> dict[int, Folio]:
    """Return the folio of each page (from 1) that has one.

    A folio is a line of its own above or below all others, or one that begins or ends
    the head of a page, which is such a line.
    """
    found = {}
    for number, lines in enumerate(pages, 1):
        ordered = sorted(lines, key=lambda line: line.baseline)
        outer = {id(line): line for line in (*ordered[:1], *ordered[-2:])}
        for line in outer.values():
            folio = _folio(line)
            if folio is not None and _alone(line, lines):
                found[number] = folio
    return found


def _alone(line: Line, lines: list[Line]) -> bool:
    """Tell whether a line stands above or below all others, but for what is beside it."""
    others = [each.baseline for each in lines if abs(each.baseline - line.baseline) > line.size / 2]
    return not others or line.baseline > max(others) or line.baseline < min(others)


def _folio(line: Line) -> Folio | None:
    """Read a line that is a number and nothing else."""
    text = line.text.strip()
    middle = (line.left + line.right) / 2
    if ARABIC.fullmatch(text):
        return Folio(text, int(text), roman=False, middle=middle)
    if ROMAN.fullmatch(text):
        return Folio(text, roman_value(text), roman=True, middle=middle)
    return None


def roman_value(text: str) -> int:
    """Count a Roman number."""
    values = [VALUES[sign] for sign in text.casefold()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
