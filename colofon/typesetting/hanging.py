"""Which signs hang beyond the edge of the text, and how far.

Signs with little ink look indented where they stand within the edge. Shares of a sign's own
advance; the method and the signs are those of Hàn Thế Thành's thesis (2000, chapter 4) and of
the manual of LaTeX's microtype, the amounts chosen by eye for the old-style romans we ship.
"""

from __future__ import annotations

RIGHT = {
    **dict.fromkeys("-‐", 0.8),
    ".": 0.8,
    ",": 0.75,
    ":": 0.6,
    ";": 0.5,
    "…": 0.25,
    "’": 0.7,
    "”": 0.5,
    "'": 0.7,
    '"': 0.5,
    "»": 0.3,
    "›": 0.4,
    "“": 0.5,
    "‘": 0.7,
    "!": 0.2,
    "?": 0.2,
    ")": 0.15,
    "]": 0.1,
    "–": 0.3,
    "—": 0.2,
    **dict.fromkeys("AFKLTVWXYkrtvwxy", 0.05),
}
"""At the end of a line."""

LEFT = {
    "‘": 0.7,
    "“": 0.5,
    "'": 0.7,
    '"': 0.5,
    "„": 0.5,
    "‚": 0.5,
    "«": 0.3,
    "‹": 0.4,
    "¿": 0.2,
    "¡": 0.2,
    "(": 0.1,
    "[": 0.1,
    "–": 0.3,
    "—": 0.2,
    "-": 0.5,
    "»": 0.3,
    "›": 0.4,
    **dict.fromkeys("AJTVWXYvwxy", 0.05),
}
"""At the beginning of a line."""
