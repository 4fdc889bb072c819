"""Which signs hang beyond the edge of the text, and how far.

Signs with little ink look indented where they stand within the edge. Shares of a sign's own
advance; the method and the signs are those of Hàn Thế Thành's thesis (2000, chapter 4) and of
the manual of LaTeX's microtype, the amounts chosen by eye for the old-style romans we ship.
"""

from __future__ import annotations

RIGHT = {
    **dict.fromkeys("-‐", 0.65),
    **{".": 0.65, ",": 0.6, ":": 0.45, ";": 0.4, "…": 0.15},
    **{"’": 0.6, "”": 0.5, "'": 0.6, '"': 0.4, "»": 0.25, "›": 0.3, "“": 0.5, "‘": 0.6},
    **{"!": 0.15, "?": 0.15, ")": 0.1, "]": 0.05, "–": 0.3, "—": 0.2},
    **dict.fromkeys("AKY", 0.04),
    **{"F": 0.05, "P": 0.05, "T": 0.06, "V": 0.05, "W": 0.04, "r": 0.04, "v": 0.05, "y": 0.05},
}
"""At the end of a line."""

LEFT = {
    **{"‘": 0.6, "“": 0.5, "'": 0.6, '"': 0.4, "„": 0.4, "‚": 0.4, "«": 0.25, "‹": 0.3},
    **{"¿": 0.1, "¡": 0.1, "(": 0.1, "[": 0.05, "–": 0.3, "—": 0.2, "-": 0.5},
    **{"»": 0.25, "›": 0.3, "A": 0.04, "J": 0.05, "T": 0.06, "V": 0.05, "W": 0.04, "Y": 0.06},
    **{"v": 0.05, "w": 0.04, "y": 0.05},
}
"""At the beginning of a line."""
