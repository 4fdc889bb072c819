"""pandoc's blocks -> divisions, paragraphs, lists, tables, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from colofon.document import (
    Block,
    Cell,
    Definitions,
    Figure,
    Group,
    Image,
    Inline,
    Listing,
    Paragraph,
    Preformatted,
    Rule,
    Table,
    Text,
)
from colofon.parsing.context import Attributes, Context
from colofon.parsing.inlines import inlines, language, refuse

GROUPS = {"verse", "epigraph", "drama", "attribution"}
STYLES = {
    "Decimal": "1",
    "LowerAlpha": "a",
    "UpperAlpha": "A",
    "LowerRoman": "i",
    "UpperRoman": "I",
}
ALIGNMENTS = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}


Node = tuple[str, dict[str, Any]]
"""A node of pandoc's tree behind the `data-pos` of its wrapper."""


def unwrapped(nodes: list[Any], context: Context) -> list[Node]:
    """Take every block out of the wrapper that carries its position."""
    found: list[Node] = []
    for node in nodes:
        attributes = Attributes.of(node["c"][0]) if node["t"] == "Div" else None
        if attributes and attributes.wrapper:
            inner = unwrapped(node["c"][1], context)
            found.extend((position or attributes.position, each) for position, each in inner)
        else:
            found.append(("", node))
    return found


def blocks(nodes: list[Any], context: Context) -> tuple[Block, ...]:
    """Read blocks that hold no heading: the content of a note, a list, a cell, a quotation."""
    return read_blocks(unwrapped(nodes, context), context)


def read_blocks(nodes: list[Node], context: Context) -> tuple[Block, ...]:
    """Read unwrapped blocks one after the other."""
    return tuple(block for node in nodes for block in _block(node, context))


def _block(node: Node, context: Context) -> Iterator[Block]:
    """Read one block; a comment gives none."""
    context.stand(node[0])
    kind, content = node[1]["t"], node[1].get("c", [])
    if kind in {"Para", "Plain"}:
        yield from _paragraph(kind, content, context)
    elif kind in READERS:
        yield READERS[kind](content, context)
    else:
        refuse(kind, content, context)


def _paragraph(kind: str, content: list[Any], context: Context) -> Iterator[Block]:
    """Read a paragraph; a picture alone in one is a figure."""
    place = context.place
    children = inlines(content, context, blocks)
    shown = [child for child in children if not (isinstance(child, Text) and child.text.isspace())]
    if len(shown) == 1 and isinstance(shown[0], Image):
        yield Figure((Paragraph((shown[0],), place),))
    elif shown:
        yield Paragraph(children, place, tight=kind == "Plain")


def _quotation(content: list[Any], context: Context) -> Block:
    """Read a block quotation."""
    return Group("quotation", blocks(content, context))


def _bullets(content: list[Any], context: Context) -> Block:
    """Read a list whose order says nothing."""
    return Listing(_items(content, context))


def _ordered(content: list[Any], context: Context) -> Block:
    """Read a numbered list, with its first number and the form of its numbers."""
    (start, style, _delimiter), items = content
    form = STYLES.get(style["t"], "1")
    return Listing(_items(items, context), ordered=True, start=start, style=form)


def _definitions(content: list[Any], context: Context) -> Block:
    """Read terms and their explanations."""
    return Definitions(tuple(_definition(each, context) for each in content))


def _code(content: list[Any], _context: Context) -> Block:
    """Read lines whose spaces count."""
    return Preformatted(content[1])


def _rule(_content: list[Any], _context: Context) -> Block:
    """Read a thematic break."""
    return Rule()


def _items(items: list[Any], context: Context) -> tuple[tuple[Block, ...], ...]:
    """Read the items of a list; pandoc takes «* * *» for lists in lists of nothing."""
    if [] in items:
        hint = "Write what it says; a break in the sense is ***; for the letter A. write A\\."
        context.report("empty-item", "An item of a list is empty.", hint)
    return tuple(blocks(item, context) for item in items)


def _definition(
    content: list[Any], context: Context
) -> tuple[tuple[Inline, ...], tuple[tuple[Block, ...], ...]]:
    """Read a term and its explanations."""
    term, explanations = content
    return inlines(term, context, blocks), _items(explanations, context)


def _div(content: list[Any], context: Context) -> Block:
    """Read `::: name`: verse, an epigraph, drama, a figure, or another language."""
    attributes = Attributes.of(content[0])
    context.stand(attributes.position)
    context.refuse_attributes(attributes, {*GROUPS, "figure"})
    lang = language(attributes, context)
    outer, context.in_verse = context.in_verse, "verse" in attributes.classes
    inner = blocks(content[1], context)
    context.in_verse = outer
    if "figure" in attributes.classes:
        return _figure(inner, context)
    kind = next((name for name in attributes.classes if name in GROUPS), "foreign")
    return Group(kind, inner, lang)  # type: ignore[arg-type]  # one of GROUPS


def _figure(inner: tuple[Block, ...], context: Context) -> Figure:
    """Read a figure: pictures or a table, then a paragraph that is the caption."""
    shown: list[Block] = []
    caption: tuple[Inline, ...] = ()
    for block in inner:
        if isinstance(block, Paragraph) and shown and not caption:
            caption = block.children
        elif isinstance(block, Figure):
            shown.extend(block.blocks)
        elif isinstance(block, Table) and not caption:
            shown.append(block)
        else:
            hint = "A figure holds pictures or a table, then one paragraph: its caption."
            context.report("bad-figure", "This does not belong in a figure.", hint)
    return Figure(tuple(shown), caption)


def _table(content: list[Any], context: Context) -> Table:
    """Read a table's head and body; pandoc's pipe tables have no foot."""
    _attributes, _caption, columns, head, bodies, _foot = content
    aligns = [ALIGNMENTS.get(column[0]["t"], "") for column in columns]
    body = [row for each in bodies for row in (*each[2], *each[3])]
    return Table(_rows(head[1], aligns, context), _rows(body, aligns, context))


def _rows(rows: list[Any], aligns: list[str], context: Context) -> tuple[tuple[Cell, ...], ...]:
    """Read rows of cells, each aligned as its column; a row of empty cells at the head is none."""
    found = tuple(
        tuple(
            Cell(blocks(cell[4], context), align, cell[3], cell[2])
            for cell, align in zip(cells, aligns, strict=False)
        )
        for _attributes, cells in rows
    )
    return tuple(row for row in found if any(cell.blocks for cell in row))


READERS: dict[str, Callable[[list[Any], Context], Block]] = {
    "BlockQuote": _quotation,
    "BulletList": _bullets,
    "CodeBlock": _code,
    "DefinitionList": _definitions,
    "Div": _div,
    "HorizontalRule": _rule,
    "OrderedList": _ordered,
    "Table": _table,
}
