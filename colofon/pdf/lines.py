"""A text and a width -> its first line, which no version of Pango breaks in its own way.

Pango until 1.51 does not count the space that ends a text to the width of its line, later
versions do; and where lines may end changed with Unicode (`colofon.pdf.line_ends`). So we ask
Pango how wide each sign is in the whole text, and end the line ourselves.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango

from colofon.pdf import line_ends

GLYPH = 5
"""A PangoGlyphInfo is five numbers of 32 bits; the second is the advance."""

NARROW = 8
"""No text of ours sets more signs than that on one em, on average."""

SPLIT = line_break.split_first_line


def mend() -> None:
    """Have WeasyPrint call our function for its own."""
    line_break.split_first_line = split_first_line
    inline.split_first_line = preferred.split_first_line = split_first_line


def split_first_line(  # noqa: PLR0913, PLR0917  # WeasyPrint's signature
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,  # noqa: FBT001, FBT002
    minimum: bool = False,  # noqa: FBT001, FBT002
) -> Any:
    """Return the first line of a text as WeasyPrint does; `max_width` in CSS pixels.

    WeasyPrint itself divides words, and breaks those that are too long.
    """
    if max_width is not None and _is_ours(text, style):
        end = _first_end(text, style, max_width)
        if end is not None:
            return _set(text, end, style, max_width, justification_spacing)
    return SPLIT(text, style, context, max_width, justification_spacing, is_line_start, minimum)


def _is_ours(text: str, style: Any) -> bool:
    """Tell whether lines end at spaces, and no length of spaces must be kept."""
    wraps = style["white_space"] == "normal" and style["letter_spacing"] == "normal"
    return wraps and not style["word_spacing"] and "\n" not in text and "\xad" not in text


def _first_end(text: str, style: Any, max_width: float) -> int | None:
    """Return after how many characters the line ends; None if WeasyPrint must see to that.

    A space that ends the line hangs.
    """
    size = style["font_size"]
    piece = text if not size else text[: max(2, int(min(max_width, 2**21) / size * NARROW))]
    layout = line_break.Layout(style)
    layout.set_text(piece)
    line, _ = layout.get_first_line()
    upto = list(accumulate(advances(line, piece), initial=0.0))
    if len(piece) == len(text) and upto[len(text.rstrip(" "))] <= max_width:
        return len(text)
    may = ends(layout, piece)
    fitting = (
        at
        for at in range(len(piece) - 1, 0, -1)
        if may[at] and upto[len(piece[:at].rstrip(" "))] <= max_width
    )
    end = next(fitting, None)
    hyphenated = style["hyphens"] == "auto" and style["lang"]
    return None if hyphenated else end


def _set(text: str, end: int, style: Any, max_width: float, justification_spacing: float) -> Any:
    """Shape a line that ends after `end` characters, as WeasyPrint wants it told."""
    whole = end == len(text)
    layout = line_break.Layout(style, justification_spacing, max_width)
    shown = text if whole else text[:end].rstrip(" ")
    layout.set_text(shown)
    line, _ = layout.get_first_line()
    told, length, _, *size = line_break.first_line_metrics(line, shown, layout, None, True, style)  # noqa: FBT003
    return told, length, None if whole else len(text[:end].encode()), *size


def advances(line: Any, text: str) -> list[float]:
    """Return the advance of each character, in CSS pixels; a ligature's stands at its first."""
    by_byte = [0] * (len(text.encode()) + 1)
    run = line.runs[0]
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        count = glyphs.num_glyphs
        numbers = memoryview(ffi.buffer(glyphs.glyphs, 4 * GLYPH * count)).cast("i")
        clusters = ffi.unpack(glyphs.log_clusters, count)
        for cluster, advance in zip(clusters, numbers[1::GLYPH], strict=True):
            by_byte[item.offset + cluster] += advance
        run = run.next
    if text.isascii():
        return [advance * FROM_UNITS for advance in by_byte[: len(text)]]
    starts = accumulate((len(sign.encode()) for sign in text[:-1]), initial=0)
    return [by_byte[start] * FROM_UNITS for start in starts]


def ends(layout: Any, text: str) -> list[bool]:
    """Return whether a line may end before each character of a text that is set."""
    attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    flags = memoryview(ffi.buffer(attributes, 4 * len(text))).cast("I")
    return [
        line_ends.may_end(text, at, flag=bool(flag & 1)) if at else bool(flag & 1)
        for at, flag in enumerate(flags)
    ]


assert ffi.sizeof("PangoGlyphInfo") == 4 * GLYPH
assert TO_UNITS * FROM_UNITS == 1
