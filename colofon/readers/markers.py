"""The place of an item in a list -> the bullet or the number that a page shows before it."""

from __future__ import annotations

SIGNS = {
    "a": "abcdefghijklmnopqrstuvwxyz",
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "i": "m cm d cd c xc l xl x ix v iv i",
    "I": "M CM D CD C XC L XL X IX V IV I",
}
"""How a list counts, as HTML names it (4.4.5, `type`); any other counts in figures."""

ROMAN = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)

BULLET = "–"
"""What stands before the items of a list without numbers."""


def number(value: int, style: str) -> str:
    """Write the marker of an item that is counted (CSS Counter Styles 3, 6): «2.», «b.», «ii.»."""
    return f"{_counted(value, style)}."


def _counted(value: int, style: str) -> str:
    """Write a number as a list of a style counts."""
    signs = SIGNS.get(style)
    if signs is None:
        return str(value)
    text = ""
    if style in {"a", "A"}:
        while value > 0:
            value, rest = divmod(value - 1, len(signs))
            text = signs[rest] + text
        return text
    for amount, sign in zip(ROMAN, signs.split(), strict=True):
        count, value = divmod(value, amount)
        text += sign * count
    return text
