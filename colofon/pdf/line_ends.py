"""Where Pango says that a line may end -> where it may, whichever version of Pango says so.

Unicode's line breaking algorithm (UAX #14) changed with Unicode 15.1 and 16: spaces before stops,
spaces within and beside quotation marks, hyphens that begin a word, stops before digits. Pango
1.50 (Debian 12) follows the old rules and 1.56 (Debian 13) the new ones; we allow what both do,
and between a closing mark and an opening one what any book does.
"""

from __future__ import annotations

import unicodedata

STOPS = ",.:;!?/\u2044"
"""What never begins a line, not even after a space (UAX #14: IS, EX, SY)."""

DASHES = "–—"
HYPHENS = "-‐"


def opens(sign: str) -> bool:
    """Tell whether a sign opens what follows it: ¿ ¡ ( « “ and their like."""
    return sign in "¿¡" or unicodedata.category(sign) in {"Ps", "Pi"}


def closes(sign: str) -> bool:
    """Tell whether a sign closes what stands before it: ) » ” and their like, and stops."""
    return sign in STOPS or unicodedata.category(sign) in {"Pe", "Pf"}


def may_end(text: str, at: int, *, flag: bool) -> bool:
    """Tell whether a line may end before a character of a text that does not begin with it."""
    before, after = text[at - 1], text[at]
    if before == " ":
        return _after_space(text[at - 2 : at - 1], after, flag=flag)
    if not flag or (after.isdigit() and closes(before)):
        return False
    if before in DASHES or before in HYPHENS:
        return at > 1 and text[at - 2].isalnum()
    return not unicodedata.combining(before)


def _after_space(before: str, after: str, *, flag: bool) -> bool:
    """Tell whether a line may end at a space between two signs."""
    if closes(after) or (before and opens(before)):
        return False
    quoted = before != "" and (unicodedata.category(before) == "Pf" or before in "\"'")
    return flag or (quoted and opens(after))
