"""Phrases of a Document -> TEI elements (TEI P5, 3 «Elements Available in All TEI Documents»)."""

from __future__ import annotations

import abc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from colofon.document import (
    Block,
    Call,
    Code,
    Emendation,
    Foreign,
    Image,
    LineBreak,
    Link,
    Note,
    Styled,
    Text,
    WitnessPage,
)
from colofon.elements import append_text
from colofon.note_kinds import Signatures
from colofon.tei.nodes import node
from colofon.tei.shapes import Phrase

RENDITIONS = {
    "emphasis": "italic",
    "strong": "bold",
    "strikeout": "strikethrough",
    "superscript": "superscript",
    "subscript": "subscript",
    "smallcaps": "small-caps",
    "speaker": "speaker",
    "stage": "stage",
}
"""Styles, and the values of `rend`."""

TYPES = {"au": "authorial", "tr": "translation", "ed": "editorial"}
"""Kinds of note that every work may use, and their `type`; any other is its prefix."""

WITNESS = "tei.witness"
"""The id of the witness; ids of the work hold no full stop."""


@dataclass(frozen=True)
class Phrases(abc.ABC):
    """Writes phrases into elements."""

    notes: dict[int, Note]
    signatures: Signatures
    folder: str
    """Where the files of the work lie, from the root of the project."""
    witness: bool
    """True if the header describes a witness."""

    def phrase(self, parent: Element, children: Phrase) -> None:
        """Write a phrase at the end of an element."""
        for index, child in enumerate(children):
            if isinstance(child, Text):
                append_text(parent, child.text)
            elif isinstance(child, WitnessPage):
                self.page(parent, child, children[:index], children[index + 1 :])
            else:
                INLINES[type(child)](self, parent, child)

    def page(self, parent: Element, child: WitnessPage, before: Phrase, after: Phrase) -> None:
        """Write where a page of the witness begins, and whether it does so inside a word."""
        inside = _joins(before[-1:], -1) and _joins(after[:1], 0)
        made = node(parent, "pb", n=child.n, edRef=f"#{WITNESS}" if self.witness else "")
        if inside:
            made.set("break", "no")

    @abc.abstractmethod
    def blocks(self, parent: Element, blocks: Iterable[Block]) -> None:
        """Write blocks at the end of an element: those of a note."""

    def line_break(self, parent: Element, _node: LineBreak) -> None:
        """Write a line that the author ended."""
        node(parent, "lb")

    def code(self, parent: Element, child: Code) -> None:
        """Write what a machine reads (TEI P5, 23.1)."""
        node(parent, "code", child.text)

    def styled(self, parent: Element, child: Styled) -> None:
        """Write a phrase with a mark of its own (TEI P5, 3.3.2); a stage direction is one."""
        if child.kind == "stage" and etree.QName(parent).localname in {"p", "l"}:
            made = node(parent, "stage")
        else:
            made = node(parent, "hi", rend=RENDITIONS[child.kind])
        self.phrase(made, child.children)

    def foreign(self, parent: Element, child: Foreign) -> None:
        """Write a phrase in another language (TEI P5, 3.3.2.1)."""
        self.phrase(node(parent, "foreign", xml_lang=child.lang), child.children)

    def emendation(self, parent: Element, child: Emendation) -> None:
        """Write what we read and what the witness has (TEI P5, 3.5.1 and 12.3.1)."""
        name = f"e{child.number}"
        if child.kind == "surplus":
            node(parent, "surplus", child.sic, xml_id=name)
        elif child.kind == "supplied":
            self.phrase(node(parent, "supplied", xml_id=name), child.children)
        else:
            choice = node(parent, "choice", xml_id=name)
            node(choice, "sic", child.sic)
            self.phrase(node(choice, "corr"), child.children)

    def link(self, parent: Element, child: Link) -> None:
        """Write a link (TEI P5, 3.7)."""
        self.phrase(node(parent, "ref", target=child.target), child.children)

    def image(self, parent: Element, child: Image) -> None:
        """Write a picture inside a line (TEI P5, 3.10)."""
        self.graphic(node(parent, "figure", rend="inline"), child)

    def graphic(self, parent: Element, child: Image) -> None:
        """Name a picture's file, and say what it shows."""
        node(parent, "graphic", url=quote(f"{self.folder}/{child.source}"))
        if child.alt:
            node(parent, "figDesc", child.alt)

    def call(self, parent: Element, child: Call) -> None:
        """Write a note where it is called (TEI P5, 3.9.1)."""
        note = self.notes[child.number]
        kind = self.signatures.kind(note).prefix
        made = node(parent, "note", n=str(note.number), xml_id=f"n{note.number}",
                    type_=TYPES.get(kind, kind), resp=f"#resp.{kind}")  # fmt: skip
        self.blocks(made, note.blocks)


def _joins(neighbour: Phrase, edge: int) -> bool:
    """Tell whether the text beside a break stands against it without a space."""
    texts = [each.text for each in neighbour if isinstance(each, Text)]
    return bool(texts and texts[0]) and not texts[0][edge].isspace()


Writer = Callable[[Phrases, Element, Any], None]

INLINES: dict[type, Writer] = {
    Call: Phrases.call,
    Code: Phrases.code,
    Emendation: Phrases.emendation,
    Foreign: Phrases.foreign,
    Image: Phrases.image,
    LineBreak: Phrases.line_break,
    Link: Phrases.link,
    Styled: Phrases.styled,
}
