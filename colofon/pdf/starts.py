"""Laid-out pages -> the word that each begins with, by its place in the semantic page."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from colofon.blocks import BLOCKS, NUMBER
from colofon.pdf.boxes import Placed, Region, walk
from colofon.pdf.textlayer import Block, owners


def add(pages: list[Any], root: Element, rows: list[dict[str, Any]]) -> None:
    """Tell each page's row where the page begins: `begins`, or None where no word does.

    `block` is the number of a block of the page (`colofon.blocks`), and `characters` how many
    of its own stand before the first word: no white space, no invisible ones, no notes nor
    their calls. A page begins with the first word that it shows whole: what is left of a word
    that was divided belongs to the page before. Notes, running heads, leaders and the repeated
    heads of tables begin no page; a picture does, before any word of its block.
    """
    body = root.find("body")
    assert body is not None, "the tree has no body"
    blocks = {each: Block.of(each) for each in body.iter() if each.tag in BLOCKS}
    owner = dict(owners(body, body))
    for row in rows:
        row["begins"] = None
    for placed in walk(pages):
        if placed.region is Region.BODY and not placed.pseudo and placed.box.element in owner:
            block = blocks[owner[placed.box.element]]
            word = _word(placed, block)
            if word is not None and rows[placed.page]["begins"] is None:
                number = int(block.element.get(NUMBER, "0"))
                rows[placed.page]["begins"] = {"block": number, "characters": word}


def _word(placed: Placed, block: Block) -> int | None:
    """Return before which character of its block a box begins a word, if it begins one.

    The block goes on by the box.
    """
    if placed.is_replaced:
        return None if block.told else 0
    if not placed.is_text or placed.box.element.tag == "img":
        return None
    before = block.told
    block.tell(placed.box.text, placed.box.style["hyphenate_character"])
    begun = min((end for end in (0, *block.gaps) if end >= before), default=block.told)
    return begun if begun < block.told else None
