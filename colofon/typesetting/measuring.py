"""A text in a style -> how wide it is up to each of its characters, and where lines may end.

Pango shapes the text as WeasyPrint will, and knows Unicode's line breaks (UAX #14).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from weasyprint.text.line_break import Layout, line_size

from colofon.pdf import lines

MOVING = (
    *("font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    *("font_feature_settings", "font_variation_settings", "font_language_override", "lang"),
    *("letter_spacing", "word_spacing", "white_space", "hyphens", "hyphenate_character"),
    "hyphenate_limit_chars",
)
"""What a style says that moves letters or ends lines."""


class Measured(NamedTuple):
    """What Pango says of a text of `n` characters."""

    advances: list[float]
    """Of each character, in CSS pixels; a ligature's stands at its first."""
    breaks: list[bool]
    """Whether a line may end before each character."""


def measure(text: str, style: Any) -> Measured | None:
    """Measure a text; None if it has more than one line in itself."""
    layout = Layout(style)
    layout.set_text(text)
    line, second = layout.get_first_line()
    if second is not None:
        return None
    return Measured(lines.advances(line, text), lines.ends(layout, text))


def name(style: Any) -> str:
    """Name all of a style that moves its letters or ends its lines."""
    return "|".join(str(style[each]) for each in MOVING)


def width(text: str, style: Any) -> float:
    """Return how wide a short text is, in CSS pixels."""
    layout = Layout(style)
    layout.set_text(text)
    return float(line_size(layout.get_first_line()[0], style)[0])
