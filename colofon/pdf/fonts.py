"""The fonts of a PDF: named by their order of use, cut by fontTools, telling true characters.

WeasyPrint names them by a hash of Pango's description and cuts them with the system's
HarfBuzz: both differ from one machine to the next.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from fontTools.ttLib import TTFont

from colofon import typefaces

POSTSCRIPT_NAME = 6
HYPHEN, SOFT_HYPHEN = "\u2010", "\u00ad"


class FontsInOrder(dict[int, Any]):
    """WeasyPrint's fonts by Pango's key; each gets the resource name F1, F2 … as it is added."""

    def __setitem__(self, key: int, font: Any) -> None:
        font.hash = f"F{len(self) + 1}"
        super().__setitem__(key, font)


def prepare(fonts: FontsInOrder) -> None:
    """Make fonts ready to be embedded, when every page has been painted.

    The hyphen at a line end becomes a soft hyphen, which readers of the text take out again
    (ISO 32000-1, 14.8.2.2.3). Masters cannot hold U+2010, so no written hyphen is lost.
    """
    for tag, font in zip(_subset_tags(), fonts.values(), strict=False):
        face = TTFont(io.BytesIO(font.file_content), lazy=True)
        font.name = f"/{tag}+{face['name'].getDebugName(POSTSCRIPT_NAME)}".encode()
        font.subset = _Subset(font)
        font.to_unicode = {
            glyph: SOFT_HYPHEN if text == HYPHEN else text
            for glyph, text in font.to_unicode.items()
        }


def _subset_tags() -> Iterator[str]:
    """Yield AAAAAA, AAAAAB … (ISO 32000-1, 9.6.4)."""
    for number in range(26 * 26):
        first, second = divmod(number, 26)
        yield f"AAAA{chr(65 + first)}{chr(65 + second)}"


class _Subset:
    """Stands in for WeasyPrint's `Font.subset`."""

    def __init__(self, font: Any) -> None:
        self._font = font

    def __call__(self, to_unicode: dict[int, str], hinting: bool) -> None:  # noqa: FBT001
        """Keep the glyphs that the pages show.

        For characters that no face has, WeasyPrint, which has warned of them, makes up numbers.
        """
        del hinting
        font = self._font
        glyphs = [glyph for glyph in to_unicode if glyph < font.glyph_count]
        font.file_content = typefaces.subset_glyphs(font.file_content, glyphs)
