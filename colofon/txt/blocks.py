"""Phrases and blocks of a Document -> lines of plain text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable
from typing import Any

from colofon.document import (
    Block,
    Call,
    Code,
    Definitions,
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
from colofon.numerals import numeral
from colofon.txt.tables import columns

Lines = list[str]
"""The lines of one block; between two blocks stands an empty line."""

BULLET = "–"
INDENT = "    "
NARROWEST = 24
"""Characters of a line, however deep it stands."""

RULE = "\0"
"""A block of this alone is a break in the sense; no master holds the character."""


def phrase(children: Iterable[Inline]) -> str:
    r"""Write a phrase; a line that the author ended ends here too.

    A call is [^3]; where the text itself says so, a backslash is put into it: [\^3].
    """
    return "".join(_inline(child) for child in children)


def _inline(child: Inline) -> str:
    """Write one piece of a phrase; marks, pictures and pages of the witness leave no words."""
    if isinstance(child, Text | Code):
        return literal(child.text)
    if isinstance(child, Call):
        return f"[^{child.number}]"
    if isinstance(child, LineBreak):
        return "\n"
    if isinstance(child, Styled | Foreign | Emendation | Link):
        return phrase(child.children)
    return ""


def literal(text: str) -> str:
    """Keep the words of a text from being taken for the call of a note."""
    return re.sub(r"\[(\\*)\^(?=\d+\])", r"[\\\1^", text)


def fill(text: str, width: int, further: str = "") -> Lines:
    """Break text into lines at spaces alone; lines that go on begin with `further`."""
    wrapped = (
        textwrap.wrap(
            line,
            max(width, NARROWEST),
            subsequent_indent=further,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in re.sub(" +", " ", text).split("\n")
    )
    return [line for lines in wrapped for line in lines]


def blocks(nodes: Iterable[Block], width: int) -> list[Lines]:
    """Write blocks, each as lines of so many characters; a block may become several."""
    return [lines for node in nodes for lines in BLOCKS[type(node)](node, width) if lines]


def _paragraph(node: Paragraph, width: int) -> list[Lines]:
    """Write a paragraph."""
    return [fill(phrase(node.children), width)]


def _group(node: Group, width: int) -> list[Lines]:
    """Write blocks that belong together, indented but for plays; verse line by line."""
    if node.kind in {"drama", "foreign"}:
        return blocks(node.blocks, width)
    inner = width - len(INDENT)
    found: list[Lines] = []
    for each in node.blocks:
        if node.kind == "verse" and isinstance(each, Paragraph):
            found.append(fill(phrase(each.children), inner, INDENT))
        else:
            found.extend(blocks([each], inner))
    return indented(found)


def indented(found: list[Lines], by: str = INDENT) -> list[Lines]:
    """Move lines to the right."""
    return [lines if lines == [RULE] else [by + line for line in lines] for lines in found]


def _listing(node: Listing, width: int) -> list[Lines]:
    """Write a list; a tight one is one block."""
    markers = [BULLET] * len(node.items)
    if node.ordered:
        numbers = (numeral(node.start + place, node.style) for place in range(len(node.items)))
        markers = [f"{number}." for number in numbers]
    pad = " " * (max(map(len, markers), default=0) + 1)
    found = [
        _hung(marker.ljust(len(pad)), blocks(item, width - len(pad)))
        for marker, item in zip(markers, node.items, strict=True)
    ]
    if all(is_tight(item) for item in node.items):
        return [[line for item in found for lines in item for line in lines]]
    return [lines for item in found for lines in item]


def _hung(marker: str, found: list[Lines]) -> list[Lines]:
    """Put a marker before the first line of some blocks, and as many spaces before the others."""
    if not found or found[0] == [RULE]:
        found = [[""], *found]
    first, *rest = indented(found, " " * len(marker))
    first[0] = (marker + first[0][len(marker) :]).rstrip()
    return [first, *rest]


def is_tight(item: Iterable[Block]) -> bool:
    """Tell an item whose blocks are not set apart by empty lines."""
    return all(
        each.tight
        if isinstance(each, Paragraph)
        else isinstance(each, Listing) and all(map(is_tight, each.items))
        for each in item
    )


def _definitions(node: Definitions, width: int) -> list[Lines]:
    """Write terms, and below each its explanations."""
    found: list[Lines] = []
    for term, explanations in node.items:
        found.append(fill(phrase(term), width))
        for each in explanations:
            found.extend(indented(blocks(each, width - len(INDENT))))
    return found


def _table(node: Table, width: int) -> list[Lines]:
    """Write a table in columns if they fit, or else its cells one below the other."""
    rows = [
        [blocks(cell.blocks, width - len(INDENT)) for cell in row]
        for row in (*node.head, *node.body)
    ]
    aligns = [cell.align for row in (*node.head, *node.body)[-1:] for cell in row]
    return columns(rows, aligns, width)


def _figure(node: Figure, width: int) -> list[Lines]:
    """Write what a figure holds besides pictures, and its caption."""
    shown = blocks((each for each in node.blocks if not isinstance(each, Paragraph)), width)
    caption = fill(phrase(node.caption), width - len(INDENT))
    return [*shown, *indented([caption])]


def _preformatted(node: Preformatted, _width: int) -> list[Lines]:
    """Write lines whose spaces count; an empty one among them is not quite empty."""
    text = literal(node.text).expandtabs().strip("\n")
    return indented([text.split("\n")]) if text.strip() else []


def _rule(_node: Rule, _width: int) -> list[Lines]:
    """Write a break in the sense."""
    return [[RULE]]


Writer = Callable[[Any, int], list[Lines]]

BLOCKS: dict[type, Writer] = {
    Definitions: _definitions,
    Figure: _figure,
    Group: _group,
    Listing: _listing,
    Paragraph: _paragraph,
    Preformatted: _preformatted,
    Rule: _rule,
    Table: _table,
}
