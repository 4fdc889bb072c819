"""pandoc's headings, and what stands below them -> divisions, with numbered paragraphs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from colofon.document import Block, Division, Paragraph, plain
from colofon.parsing.blocks import Node, blocks, read_blocks, unwrapped
from colofon.parsing.context import Attributes, Context
from colofon.parsing.inlines import inlines, language

NAMES = (
    *("acknowledgments", "afterword", "appendix", "bibliography", "chapter", "conclusion"),
    *("dedication", "epilogue", "foreword", "glossary", "introduction", "part", "preface"),
    "prologue",
)
ROLES = {name: f"doc-{name}" for name in NAMES}
"""Classes of a heading, and the DPUB-ARIA 1.1 role that each gives its division."""


def divisions(nodes: list[Any], context: Context) -> tuple[Division, ...]:
    """Read a whole text; what stands before its first heading becomes a division too."""
    before, headed = _until_heading(unwrapped(nodes, context))
    parts = list[Division]()
    if before:
        role = ROLES["chapter"]
        place = context.master.place(1)
        name = context.new_id("", "text-1")
        content = tuple(_numbered(block, context) for block in read_blocks(before, context))
        parts.append(Division(name, 1, role, (), content, place))
    while headed:
        division, headed = _division(headed, context)
        parts.append(division)
    return tuple(parts)


def _until_heading(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """Split a list of blocks before its first heading."""
    heads = (index for index, (_, node) in enumerate(nodes) if node["t"] == "Header")
    first = next(heads, len(nodes))
    return nodes[:first], nodes[first:]


def _division(nodes: list[Node], context: Context) -> tuple[Division, list[Node]]:
    """Read one division with those inside it; return what follows too."""
    level, raw, words = nodes[0][1]["c"]
    attributes = Attributes.of(raw)
    context.stand(attributes.position)
    place = context.place
    context.refuse_attributes(attributes, {*ROLES, "editorial"} if level == 1 else set())
    if level == 1:
        context.editorial = "editorial" in attributes.classes
    heading = inlines(words, context, blocks)
    context.place = place
    role = next((ROLES[name] for name in attributes.classes if name in ROLES), ROLES["chapter"])
    name = context.new_id(attributes.id, plain(heading))
    own, rest = _until_heading(nodes[1:])
    content: list[Block] = [_numbered(block, context) for block in read_blocks(own, context)]
    while rest and rest[0][1]["c"][0] > level:
        inner, rest = _division(rest, context)
        content.append(inner)
    lang = language(attributes, context)
    role = role if level == 1 else ""
    division = Division(name, level, role, heading, tuple(content), place, lang, context.editorial)
    return division, rest


def _numbered(block: Block, context: Context) -> Block:
    """Give its number to a paragraph that stands in a division of the work itself."""
    if not isinstance(block, Paragraph) or context.editorial:
        return block
    context.paragraphs += 1
    return replace(block, number=context.paragraphs)
