"""A text in a style -> how wide it is up to each of its characters, and where lines may end.

Pango shapes the text as WeasyPrint will, and knows Unicode's line breaks (UAX #14).
"""

from __future__ import annotations

from itertools import accumulate
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, line_size

GLYPH = 5
"""A PangoGlyphInfo is five numbers of 32 bits; the second is the advance."""


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
    by_byte = _by_byte(line, len(text.encode()) + 1)
    attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    flags = memoryview(ffi.buffer(attributes, 4 * len(text))).cast("I")
    return Measured(_by_character(text, by_byte), [bool(flag & 1) for flag in flags])


def _by_byte(line: Any, length: int) -> list[int]:
    """Return the advance of what begins at each byte, in Pango's units."""
    advances = [0] * length
    run = line.runs[0]
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        count = glyphs.num_glyphs
        numbers = memoryview(ffi.buffer(glyphs.glyphs, 4 * GLYPH * count)).cast("i")
        clusters = ffi.unpack(glyphs.log_clusters, count)
        for cluster, advance in zip(clusters, numbers[1::GLYPH], strict=True):
            advances[item.offset + cluster] += advance
        run = run.next
    return advances


def _by_character(text: str, by_byte: list[int]) -> list[float]:
    """Return the advance of each character, in CSS pixels."""
    if text.isascii():
        return [advance * FROM_UNITS for advance in by_byte[: len(text)]]
    starts = accumulate((len(sign.encode()) for sign in text[:-1]), initial=0)
    return [by_byte[start] * FROM_UNITS for start in starts]


def name(style: Any) -> str:
    """Name all of a style that moves its letters or ends its lines."""
    return "|".join(str(style[each]) for each in MOVING)


def width(text: str, style: Any) -> float:
    """Return how wide a short text is, in CSS pixels."""
    layout = Layout(style)
    layout.set_text(text)
    return float(line_size(layout.get_first_line()[0], style)[0])


assert ffi.sizeof("PangoGlyphInfo") == 4 * GLYPH
assert TO_UNITS * FROM_UNITS == 1
