"""Phrases and blocks of a Document -> HTML elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element as Element

from colofon.document import (
    Block,
    Call,
    Cell,
    Code,
    Definitions,
    Division,
    Emendation,
    Figure,
    Foreign,
    Group,
    Image,
    Inline,
    LineBreak,
    Link,
    Listing,
    Note,
    Paragraph,
    Preformatted,
    Rule,
    Styled,
    Table,
    Text,
    WitnessPage,
)
from colofon.elements import append_text, element
from colofon.labels import Labels
from colofon.note_kinds import Signatures

STYLES = {
    "emphasis": ("em", ""),
    "strong": ("strong", ""),
    "strikeout": ("s", ""),
    "superscript": ("sup", ""),
    "subscript": ("sub", ""),
    "smallcaps": ("span", "smallcaps"),
    "speaker": ("span", "speaker"),
    "stage": ("span", "stage"),
}
GROUPS = {
    "quotation": ("blockquote", {}),
    "epigraph": ("blockquote", {"role": "doc-epigraph"}),
    "verse": ("div", {"class": "verse"}),
    "drama": ("div", {"class": "drama"}),
    "attribution": ("div", {"class": "attribution"}),
    "foreign": ("div", {}),
}
DEEPEST = 6


@dataclass(frozen=True)
class Markup:
    """Writes phrases and blocks into elements; `labels` name what a link does."""

    labels: Labels
    signatures: Signatures

    def phrase(self, parent: Element, children: Iterable[Inline]) -> None:
        """Write a phrase at the end of an element."""
        for child in children:
            if isinstance(child, Text):
                append_text(parent, child.text)
            elif isinstance(child, WitnessPage):
                continue
            else:
                INLINES[type(child)](self, parent, child)

    def blocks(self, parent: Element, blocks: Iterable[Block]) -> None:
        """Write blocks at the end of an element."""
        for block in blocks:
            BLOCKS[type(block)](self, parent, block)

    def line_break(self, parent: Element, _node: LineBreak) -> None:
        """Write `<br>`."""
        element(parent, "br")

    def code(self, parent: Element, node: Code) -> None:
        """Write `<code>`."""
        element(parent, "code", node.text)

    def styled(self, parent: Element, node: Styled) -> None:
        """Write a phrase with a mark of its own."""
        tag, name = STYLES[node.kind]
        self.phrase(element(parent, tag, class_=name), node.children)

    def foreign(self, parent: Element, node: Foreign) -> None:
        """Write a phrase in another language (WCAG 2.2, 3.1.2)."""
        self.phrase(element(parent, "span", lang=node.lang), node.children)

    def emendation(self, parent: Element, node: Emendation) -> None:
        """Write what we read, which leads to its line of the apparatus; of a surplus, nothing."""
        goal = f"#a{node.number}" if node.children else ""
        made = element(parent, "a" if goal else "span", class_=node.kind, id=f"e{node.number}",
                       href=goal)  # fmt: skip
        self.phrase(made, node.children)

    def link(self, parent: Element, node: Link) -> None:
        """Write a link."""
        self.phrase(element(parent, "a", href=node.target), node.children)

    def image(self, parent: Element, node: Image) -> None:
        """Write a picture with its description."""
        made = element(parent, "img", src=node.source)
        made.set("alt", node.alt)

    def call(self, parent: Element, node: Call) -> None:
        """Write the call of a note (DPUB-ARIA 1.1, doc-noteref)."""
        number = str(node.number)
        element(parent, "a", number, class_="call", role="doc-noteref",
                id=f"r{number}", href=f"#n{number}")  # fmt: skip

    def note(self, parent: Element, note: Note) -> None:
        """Write a note that begins with its number, which leads back (doc-backlink)."""
        made = element(parent, "div", class_=f"note {note.kind}", role="doc-footnote",
                       id=f"n{note.number}")  # fmt: skip
        self.blocks(made, note.blocks)
        if not len(made) or made[0].tag != "p":
            made.insert(0, element(None, "p"))
        first = made[0]
        back = element(None, "a", f"{note.number}.", class_="back", role="doc-backlink",
                       href=f"#r{note.number}")  # fmt: skip
        back.set("aria-label", self.labels("Back to note call {number}", number=note.number))
        back.tail = f" {first.text or ''}"
        first.text = None
        first.insert(0, back)
        if sign := self.signatures.sign(note):
            last = made[-1] if made[-1].tag == "p" else element(made, "p")
            append_text(last, " " if len(last) or last.text else "")
            element(last, "span", sign, class_="sign")

    def paragraph(self, parent: Element, node: Paragraph) -> None:
        """Write a paragraph with its number; in a tight list the item itself holds the words."""
        number = str(node.number or "")
        made = parent
        if not node.tight or len(parent) or parent.text:
            made = element(parent, "p", id=number and f"p{number}", data_n=number)
        self.phrase(made, node.children)

    def group(self, parent: Element, node: Group) -> None:
        """Write blocks that belong together."""
        tag, attributes = GROUPS[node.kind]
        made = element(parent, tag, lang=node.lang or "", **attributes)
        self.blocks(made, node.blocks)

    def listing(self, parent: Element, node: Listing) -> None:
        """Write a list."""
        made = element(parent, "ol" if node.ordered else "ul")
        if node.ordered and node.start != 1:
            made.set("start", str(node.start))
        if node.ordered and node.style != "1":
            made.set("type", node.style)
        for item in node.items:
            self.blocks(element(made, "li"), item)

    def definitions(self, parent: Element, node: Definitions) -> None:
        """Write terms and their explanations."""
        made = element(parent, "dl")
        for term, explanations in node.items:
            self.phrase(element(made, "dt"), term)
            for explanation in explanations:
                self.blocks(element(made, "dd"), explanation)

    def table(self, parent: Element, node: Table) -> None:
        """Write a table; the cells of its head name the columns."""
        made = element(parent, "table")
        for tag, rows in (("thead", node.head), ("tbody", node.body)):
            part = element(made, tag) if rows else made
            for row in rows:
                line = element(part, "tr")
                for cell in row:
                    self.cell(line, cell, "th" if tag == "thead" else "td")

    def cell(self, parent: Element, node: Cell, tag: str) -> None:
        """Write one cell."""
        made = element(parent, tag, class_=node.align, scope="col" if tag == "th" else "")
        for name, count in (("colspan", node.columns), ("rowspan", node.rows)):
            if count > 1:
                made.set(name, str(count))
        self.blocks(made, node.blocks)

    def figure(self, parent: Element, node: Figure) -> None:
        """Write a figure with its caption."""
        made = element(parent, "figure")
        for block in node.blocks:
            if isinstance(block, Paragraph):
                self.phrase(made, block.children)
            else:
                self.blocks(made, [block])
        if node.caption:
            self.phrase(element(made, "figcaption"), node.caption)

    def preformatted(self, parent: Element, node: Preformatted) -> None:
        """Write lines whose spaces count."""
        element(element(parent, "pre"), "code", node.text)

    def rule(self, parent: Element, _node: Rule) -> None:
        """Write a break in the sense."""
        element(parent, "hr")

    def division(self, parent: Element, node: Division) -> None:
        """Write a division; the title page has the only `<h1>`, so level 1 is `<h2>`.

        A `<section>` with a name is a landmark (HTML-AAM 1.0, 3.5): those inside a chapter have
        none, or readers of screens would be led through dozens, some of the same name.
        """
        made = element(parent, "section", role=node.role, id=node.id, lang=node.lang or "")
        if node.heading:
            if node.role:
                made.set("aria-labelledby", f"{node.id}-title")
            tag = f"h{min(node.level + 1, DEEPEST)}"
            self.phrase(element(made, tag, id=f"{node.id}-title"), node.heading)
        self.blocks(made, node.blocks)


Writer = Callable[[Markup, Element, Any], None]

INLINES: dict[type, Writer] = {
    Call: Markup.call,
    Code: Markup.code,
    Emendation: Markup.emendation,
    Foreign: Markup.foreign,
    Image: Markup.image,
    LineBreak: Markup.line_break,
    Link: Markup.link,
    Styled: Markup.styled,
}
BLOCKS: dict[type, Writer] = {
    Definitions: Markup.definitions,
    Division: Markup.division,
    Figure: Markup.figure,
    Group: Markup.group,
    Listing: Markup.listing,
    Paragraph: Markup.paragraph,
    Preformatted: Markup.preformatted,
    Rule: Markup.rule,
    Table: Markup.table,
}
