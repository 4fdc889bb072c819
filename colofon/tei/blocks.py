"""Blocks of a Document -> TEI elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from colofon.document import (
    Block,
    Cell,
    Definitions,
    Figure,
    Group,
    Image,
    Listing,
    Paragraph,
    Preformatted,
    Rule,
    Table,
    descendants,
)
from colofon.numerals import numeral
from colofon.tei.nodes import node, set_language
from colofon.tei.phrases import Phrases
from colofon.tei.shapes import cited, is_attribution, lines, speeches


class Blocks(Phrases):
    """Writes blocks into elements, and the phrases in them."""

    def blocks(self, parent: Element, blocks: Iterable[Block]) -> None:
        """Write blocks at the end of an element."""
        for block in blocks:
            BLOCKS[type(block)](self, parent, block)

    def paragraph(self, parent: Element, block: Paragraph) -> None:
        """Write a paragraph with its number; in a tight list the item itself holds the words."""
        bare = block.tight and etree.QName(parent).localname in {"item", "cell"}
        number = str(block.number or "")
        made = parent
        if not bare or len(parent) or parent.text:
            made = node(parent, "p", n=number, xml_id=number and f"p{number}")
        self.phrase(made, block.children)

    def group(self, parent: Element, block: Group) -> None:
        """Write blocks that belong together.

        Where TEI has no element to hold them, each says its language itself.
        """
        before = len(parent)
        if block.kind == "quotation":
            self.blocks(node(parent, "quote"), block.blocks)
        elif block.kind == "epigraph":
            self.epigraph(parent, block)
        elif block.kind == "drama":
            self.drama(parent, block)
        elif block.kind == "verse":
            self.verse(parent, block)
        elif is_attribution(block):
            self.attribution(parent, block)
        else:
            self.blocks(parent, block.blocks)
        if block.lang:
            for made in parent[before:]:
                set_language(made, block.lang)

    def attribution(self, parent: Element, block: Group) -> None:
        """Write whose a text is."""
        for line in block.blocks:
            assert isinstance(line, Paragraph)
            self.phrase(node(parent, "bibl"), line.children)

    def epigraph(self, parent: Element, block: Group) -> None:
        """Write an epigraph: at the head of a division, or else as a citation (TEI P5, 4.2.3)."""
        tags = [etree.QName(each).localname for each in parent]
        heads = etree.QName(parent).localname == "div" and set(tags) <= {"head", "epigraph"}
        made = node(parent, "epigraph") if heads else node(parent, "cit", type_="epigraph")
        for whose, blocks in cited(block.blocks):
            self.blocks(made if whose else node(made, "quote"), blocks)

    def verse(self, parent: Element, block: Group) -> None:
        """Write a poem: stanzas of lines (TEI P5, 3.13.1); what else stands in it, around them."""
        for stanzas, run in groupby(block.blocks, lambda each: isinstance(each, Paragraph)):
            if not stanzas:
                self.blocks(parent, run)
                continue
            poem = node(parent, "lg", type_="poem")
            for each in run:
                stanza = node(poem, "lg", type_="stanza")
                for line in lines(each.children):  # type: ignore[union-attr]  # a Paragraph
                    self.phrase(node(stanza, "l"), line)

    def drama(self, parent: Element, block: Group) -> None:
        """Write a scene: who speaks, and what (TEI P5, 7.2.2)."""
        for speech in speeches(block.blocks):
            made = node(parent, "sp") if speech.speaker else parent
            if speech.speaker:
                self.phrase(node(made, "speaker"), speech.speaker)
            self.blocks(made, speech.blocks)
            if not speech.blocks:
                node(made, "p")

    def listing(self, parent: Element, block: Listing, bare: str = "bulleted") -> None:
        """Write a list; the items of an ordered one bear their numbers (TEI P5, 3.8).

        `bare` says how one without numbers looks.
        """
        made = node(parent, "list", rend="numbered" if block.ordered else bare)
        for place, item in enumerate(block.items):
            number = numeral(block.start + place, block.style) if block.ordered else ""
            self.blocks(node(made, "item", n=number), item)

    def definitions(self, parent: Element, block: Definitions) -> None:
        """Write terms and their explanations: several of one term are a list in its item."""
        made = node(parent, "list", type_="gloss")
        for term, explanations in block.items:
            self.phrase(node(made, "label"), term)
            item = node(made, "item")
            if len(explanations) > 1:
                self.listing(item, Listing(explanations), "simple")
            for explanation in explanations if len(explanations) == 1 else ():
                self.blocks(item, explanation)

    def table(self, parent: Element, block: Table) -> None:
        """Write a table; the rows of its head name the columns (TEI P5, 14.1.1)."""
        if not block.head and not block.body:
            return
        made = node(parent, "table")
        for role, rows in (("label", block.head), ("data", block.body)):
            for row in rows:
                line = node(made, "row", role=role)
                for cell in row:
                    self.cell(line, cell)

    def cell(self, parent: Element, cell: Cell) -> None:
        """Write one cell; `rend` is how it is aligned."""
        spans = {"cols": cell.columns, "rows": cell.rows}
        counts = {name: str(count) for name, count in spans.items() if count > 1}
        self.blocks(node(parent, "cell", rend=cell.align, **counts), cell.blocks)

    def figure(self, parent: Element, block: Figure) -> None:
        """Write a figure; of several pictures each is a figure in it (TEI P5, 14.4)."""
        made = node(parent, "figure")
        images = [each for each in descendants(block.blocks) if isinstance(each, Image)]
        for image in images:
            self.graphic(made if len(images) == 1 else node(made, "figure"), image)
        self.blocks(made, (each for each in block.blocks if not isinstance(each, Paragraph)))
        if block.caption:
            self.phrase(node(made, "head"), block.caption)

    def preformatted(self, parent: Element, block: Preformatted) -> None:
        """Write lines whose spaces count."""
        node(parent, "ab", block.text, type_="preformatted", xml_space="preserve")

    def rule(self, parent: Element, _block: Rule) -> None:
        """Write a break in the sense (TEI P5, 3.11.3)."""
        node(parent, "milestone", unit="section", rend="ornament")


Writer = Callable[[Blocks, Element, Any], None]

BLOCKS: dict[type, Writer] = {
    Definitions: Blocks.definitions,
    Figure: Blocks.figure,
    Group: Blocks.group,
    Listing: Blocks.listing,
    Paragraph: Blocks.paragraph,
    Preformatted: Blocks.preformatted,
    Rule: Blocks.rule,
    Table: Blocks.table,
}
