"""What each marked-content sequence shows -> ActualText wherever its glyphs would say otherwise.

A font maps each glyph to one text, so a glyph that serves two characters tells one of them
wrongly: EB Garamond draws the figure of a note call and a written «²» alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pydyf

from colofon.blocks import INVISIBLE
from colofon.pdf.fonts import HYPHEN, SOFT_HYPHEN, FontsInOrder
from colofon.pdf.tagger import PageContent

GLYPHS = re.compile(rb"<([0-9a-f]+)>")


def correct(contents: list[PageContent], fonts: FontsInOrder) -> None:
    """Give an ActualText to each sequence whose glyphs do not spell its text."""
    spelling = {font.hash: font.to_unicode for font in fonts.values()}
    for content in contents:
        for mcid, shown in _shown(content.items, spelling):
            text = content.texts.get(mcid)
            if text is not None and _fold(text) != _fold(shown):
                actual = pydyf.String(text.translate(INVISIBLE).replace(HYPHEN, SOFT_HYPHEN))
                content.items[content.places[mcid]]["ActualText"] = actual


def _fold(text: str) -> str:
    """Leave out what sets nothing, and the hyphen at a line end; one space is like another."""
    return " ".join(text.translate(INVISIBLE).replace(HYPHEN, "").split())


def _shown(items: list[Any], spelling: dict[str, dict[int, str]]) -> Iterator[tuple[int, str]]:
    """Read a content stream: yield each MCID with the text that its glyphs stand for."""
    font: dict[int, str] = {}
    open_sequences: list[int | None] = []
    shown: list[str] = []
    for place, item in enumerate(items):
        if item in (b"BDC", b"BMC"):
            properties = items[place - 1]
            known = isinstance(properties, pydyf.Dictionary)
            open_sequences.append(properties.get("MCID") if known else None)
            shown = []
        elif item == b"EMC":
            mcid = open_sequences.pop()
            if mcid is not None:
                yield mcid, "".join(shown)
        elif isinstance(item, bytes) and item.endswith(b" Tf"):
            font = spelling[item[1:].split(b" ")[0].decode()]
        elif isinstance(item, bytes) and item.endswith(b"TJ"):
            shown.extend(_spell(item, font))


def _spell(operation: bytes, font: dict[int, str]) -> Iterator[str]:
    """Yield the text of each glyph that a TJ operation shows."""
    for codes in GLYPHS.findall(operation):
        for at in range(0, len(codes), 4):
            yield font.get(int(codes[at : at + 4], 16), "")
