"""The words of the tree and the text boxes of its pages -> a text layer that equals the source.

WeasyPrint drops the space at the end of a line, and paints nothing for a box that holds only
a space: readers of the PDF would find «delcalendario». Every block is followed through its
text boxes here; each space that is missing is painted, and what does not agree is reported.
The hyphens that WeasyPrint adds at line ends are U+2010, and become U+00AD in `fonts`.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from colofon.blocks import BLOCKS, INVISIBLE
from colofon.pdf.boxes import Placed, walk
from colofon.pdf.tree import is_note

PAINTED = "\u200b"
"""The text of a box that WeasyPrint is to paint although it holds only a space."""


@dataclass(eq=False)
class Block:
    """The words of one block, without spaces, and how far its text boxes have told them."""

    element: Element
    words: str
    gaps: frozenset[int]
    """After how many characters of `words` the source has white space."""
    told: int = 0
    last: Placed | None = field(default=None, repr=False)

    @classmethod
    def of(cls, element: Element) -> Block:
        """Read a block's own text from the tree: no inner blocks, no notes."""
        words = "".join(_own_text(element)).translate(INVISIBLE).split()
        ends = itertools.accumulate(map(len, words))
        return cls(element, "".join(words), frozenset(ends))

    def tell(self, text: str, hyphen: str) -> bool:
        """Go on by the text of one box; False if the source has other words here."""
        shown = "".join(text.translate(INVISIBLE).split())
        if not self.words.startswith(shown, self.told):
            shown = shown.removesuffix(hyphen)
        agrees = self.words.startswith(shown, self.told)
        self.told += len(shown)
        return agrees

    @property
    def excerpt(self) -> str:
        """Where the telling stands, for a person to find it."""
        return self.words[max(0, self.told - 12) : self.told + 24]


def _own_text(element: Element) -> Iterator[str]:
    """Yield what stands in a block itself; inner blocks and line breaks part words."""
    yield element.text or ""
    for child in element:
        if is_note(child):
            continue  # it stands in its call, which may stand in a word
        if child.tag in BLOCKS or child.tag == "br":
            yield " "
        else:
            yield from _own_text(child)
        yield child.tail or ""


def complete(pages: list[Any], root: Element) -> list[str]:
    """Paint every missing space; return a sentence for each block whose words do not agree."""
    body = root.find("body")
    assert body is not None, "the tree has no body"
    blocks = {each: Block.of(each) for each in body.iter() if each.tag in BLOCKS}
    owner = dict(owners(body, body))
    problems: dict[Element, str] = {}
    line_ends: dict[int, Placed] = {}
    for placed in walk(pages):
        if placed.is_text and placed.box.element.tag != "img":  # whose alt text stands in for it
            line_ends[id(placed.line)] = placed
            block = blocks[owner[placed.box.element]]
            if not placed.pseudo and not _follow(block, placed, line_ends):
                problems[block.element] = f"page {placed.page + 1}: «{placed.box.text}»"
    return [
        f"<{block.element.tag}> «{block.excerpt}», {problems.get(block.element, 'end missing')}"
        for block in blocks.values()
        if block.element in problems or block.told != len(block.words)
    ]


def owners(element: Element, owner: Element) -> Iterable[tuple[Element, Element]]:
    """Yield each element with the block whose words it holds."""
    owner = element if element.tag in BLOCKS else owner
    yield element, owner
    for child in element:
        yield from owners(child, owner)


def _follow(block: Block, placed: Placed, line_ends: dict[int, Placed]) -> bool:
    """Tell a block's next box; paint the space before it if none is there."""
    box, last = placed.box, block.last
    if last is not None and block.told in block.gaps and not _parted(last.box, box):
        if box.text.strip():
            _space_after(block, last, line_ends[id(last.line)])
        else:
            box.text = PAINTED
    block.last = placed
    return block.tell(box.text, box.style["hyphenate_character"])


def _parted(left: Any, right: Any) -> bool:
    """Tell whether a space is already painted between two boxes."""
    painted = left.text == PAINTED or left.text.endswith((" ", "\u00a0"))
    return painted or bool(right.text.strip() and right.text[0].isspace())


def _space_after(block: Block, last: Placed, line_end: Placed) -> None:
    """Paint a space at the end of a line.

    It belongs to the block's own words, not to a note call that may end the line: a reader
    who leaves out the calls must not lose it. There it gets a box of its own, in the block.
    """
    if line_end is last:
        last.box.pango_layout.text += " "
        return
    space = last.box.copy()
    space.element, space.text = block.element, PAINTED
    space.pango_layout = copy.copy(last.box.pango_layout)
    space.pango_layout.text = " "
    space.position_x = line_end.box.position_x + line_end.box.width
    space.width = 0
    last.line.children = [*last.line.children, space]
