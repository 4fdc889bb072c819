"""Places in a list -> the numbers that are shown, in figures, letters or Roman numerals."""

from __future__ import annotations

from string import ascii_lowercase

ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


def numeral(value: int, style: str) -> str:
    """Write a number as a list of a style counts: 1, a, A, i or I (CSS Counter Styles 3, 6)."""
    if value < 1 or style == "1":
        return str(value)
    text = _letters(value) if style in {"a", "A"} else _roman(value)
    return text.upper() if style.isupper() else text


def _letters(value: int) -> str:
    """Count a, b … z, aa, ab, and so on."""
    text = ""
    while value:
        value, rest = divmod(value - 1, len(ascii_lowercase))
        text = ascii_lowercase[rest] + text
    return text


def _roman(value: int) -> str:
    """Count i, ii, iii, iv, and so on."""
    text = ""
    for amount, sign in ROMAN:
        count, value = divmod(value, amount)
        text += sign * count
    return text
