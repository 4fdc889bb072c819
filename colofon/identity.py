"""Document and Front -> the digest of what a reader reads, the same in every format."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from colofon.document import (
    Block,
    Call,
    Code,
    Definitions,
    Division,
    Document,
    Emendation,
    Figure,
    Foreign,
    Group,
    Inline,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Preformatted,
    Rule,
    Styled,
    Table,
    Text,
)
from colofon.front import Front
from colofon.note_kinds import Signatures
from colofon.numerals import numeral

BULLET = "–"
"""What stands before an item of a list without numbers."""

GROUP, GROUPS = 4, 4
"""Digits that are read and compared at a glance, and how many such groups are shown."""


def digest(document: Document, front: Front) -> str:
    """Return the SHA-256 of the reading text in 64 hexadecimal digits (docs/identity.md)."""
    return hashlib.sha256(reading(document, front).encode()).hexdigest()


def short(whole: str) -> str:
    """Return the beginning of a digest as it is printed: 16 digits, kept on a line together."""
    starts = range(0, GROUP * GROUPS, GROUP)
    return "\u00a0".join(whole[start : start + GROUP] for start in starts)


def reading(document: Document, front: Front) -> str:
    """Return the words of the text on one line, and those of each note on a line of its own."""
    signatures = Signatures.of(document, front)
    notes = (f"{_blocks(note.blocks)} {signatures.sign(note)}" for note in document.notes)
    return "".join(f"{_words(each)}\n" for each in (_blocks(document.divisions), *notes))


def _words(text: str) -> str:
    """Put one space between words, and each of them into Normalization Form C."""
    return " ".join(unicodedata.normalize("NFC", word) for word in text.split())


def _blocks(blocks: Iterable[Block]) -> str:
    """Read blocks; a word ends with its block."""
    return " ".join(BLOCKS[type(block)](block) for block in blocks)


def _phrase(children: Iterable[Inline]) -> str:
    """Read a phrase; marks, pictures and pages of the witness leave no words."""
    return "".join(_inline(child) for child in children)


def _inline(child: Inline) -> str:
    """Read one piece of a phrase; the call of a note is its number."""
    if isinstance(child, Text | Code):
        return child.text
    if isinstance(child, Call):
        return str(child.number)
    if isinstance(child, LineBreak):
        return " "
    if isinstance(child, Styled | Foreign | Emendation | Link):
        return _phrase(child.children)
    return ""


def _paragraph(node: Paragraph) -> str:
    """Read a paragraph."""
    return _phrase(node.children)


def _group(node: Group) -> str:
    """Read blocks that belong together."""
    return _blocks(node.blocks)


def _division(node: Division) -> str:
    """Read a heading and what stands under it."""
    return f"{_phrase(node.heading)} {_blocks(node.blocks)}"


def _listing(node: Listing) -> str:
    """Read a list, each item behind its marker."""
    return " ".join(
        f"{_marker(node, place)} {_blocks(item)}" for place, item in enumerate(node.items)
    )


def _marker(node: Listing, place: int) -> str:
    """Return what stands before an item of a list."""
    return f"{numeral(node.start + place, node.style)}." if node.ordered else BULLET


def _definitions(node: Definitions) -> str:
    """Read terms, each before its explanations."""
    return " ".join(
        " ".join((_phrase(term), *map(_blocks, explanations))) for term, explanations in node.items
    )


def _table(node: Table) -> str:
    """Read a table row by row."""
    cells = (cell for row in (*node.head, *node.body) for cell in row)
    return " ".join(_blocks(cell.blocks) for cell in cells)


def _figure(node: Figure) -> str:
    """Read what a figure holds besides pictures, and its caption."""
    return f"{_blocks(node.blocks)} {_phrase(node.caption)}"


def _preformatted(node: Preformatted) -> str:
    """Read lines whose spaces count elsewhere."""
    return node.text


def _rule(_node: Rule) -> str:
    """Read nothing in a break in the sense."""
    return ""


BLOCKS: dict[type, Callable[[Any], str]] = {
    Definitions: _definitions,
    Division: _division,
    Figure: _figure,
    Group: _group,
    Listing: _listing,
    Paragraph: _paragraph,
    Preformatted: _preformatted,
    Rule: _rule,
    Table: _table,
}
