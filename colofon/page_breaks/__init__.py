"""The page and its printed layout -> the same page that marks where each printed page begins.

A mark stands before the word that its page begins with whole, so that no word is divided: of
a word that a page ends inside, all stands before the mark. A page that shows no words of its
own in EPUB and web (blank, half-title, notes only) is marked where the next one begins, so
that every printed page is there, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from colofon.blocks import numbered
from colofon.labels import Labels
from colofon.page_breaks.placing import Spot, is_mark, length, put

__all__ = ["PageBreak", "is_mark", "mark"]

FRONT = "r"
"""The style of numbering of the pages before the text: i, ii, iii."""


@dataclass(frozen=True)
class PageBreak:
    """Where a printed page begins: the mark's id, and how the page is called and counted."""

    id: str
    label: str
    value: int
    front: bool
    """Whether it stands before the text, and is counted apart."""


def mark(root: Element, layout: dict[str, Any], labels: Labels) -> list[PageBreak]:
    """Put a mark at every page's beginning (DPUB-ARIA 1.1, doc-pagebreak); return them in order.

    `layout` is what layout.json holds. A mark is empty, and named in the language of the book;
    where `labels` do not know it, the mark says in which language it is named.
    """
    found = list(_breaks(root, layout))
    spots = _spots(root, layout["pages"])
    own = (root.get("lang") or "").lower().startswith(labels.language)
    for page, spot in reversed(list(zip(found, spots, strict=True))):
        span = etree.Element("span")
        name = labels("Page {number}", number=page.label)
        values = {"class": "page-break", "role": "doc-pagebreak", "id": page.id, "aria-label": name}
        for key, value in (values if own else values | {"lang": labels.language}).items():
            span.set(key, value)
        put(span, spot)
    return found


def _breaks(root: Element, layout: dict[str, Any]) -> Iterator[PageBreak]:
    """Yield every page of the print edition, with an id that nothing else has."""
    taken = {each.get("id") for each in root.iter()}
    for row in layout["pages"]:
        name = f"page-{row['label']}"
        while name in taken:
            name = f"print-{name}"
        taken.add(name)
        counted = [each for each in layout["numbering"] if each["page"] <= row["page"]][-1]
        value = row["page"] - counted["page"] + counted["start"]
        yield PageBreak(name, row["label"], value, counted["style"] == FRONT)


def _spots(root: Element, rows: list[dict[str, Any]]) -> list[Spot]:
    """Return where each page begins: one without words where the next one does."""
    blocks = [block for _, block in numbered(root)]
    spot = Spot(blocks[-1], None)
    spots = []
    for row in reversed(rows):
        begins = row["begins"]
        spot = (begins and _spot(blocks, begins["block"], begins["characters"])) or spot
        spots.append(spot)
    return spots[::-1]


def _spot(blocks: list[Element], number: int, characters: int) -> Spot | None:
    """Return a place in a block; the next block with words where print alone has more in it.

    None in the half-title, which is print's own.
    """
    block = blocks[number]
    if any(each.get("class") == "half-title" for each in (block, *block.iterancestors())):
        return None
    if characters and characters >= length(block):
        return next((Spot(each, 0) for each in blocks[number + 1 :] if length(each)), None)
    return Spot(block, characters)
