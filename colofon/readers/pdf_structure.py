"""A tagged PDF -> what a screen reader finds: its structure tree, read with pikepdf alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from colofon.finding import Place
from colofon.readers import pdf_content
from colofon.readers.markup import number
from colofon.readers.once import once
from colofon.readers.words import Note, Stream, Text, opening

INLINE = {
    "Annot", "BibEntry", "Code", "Em", "Form", "Formula", "Link", "NonStruct", "Quote",
    "Reference", "Span", "Strong", "Sub"
}  # fmt: skip
"""Structure types that do not end a word (ISO 32000-1, 14.8.4.4; ISO 32000-2, 14.8.4.7)."""

NOTES = {"Note", "FENote"}
PICTURE = "Figure"
LABEL, CALLING = "Lbl", "Reference"

MARKER = re.compile(r"\W|\w+\.")
"""What labels an item of a list, and not the explanation of a term."""
PENDING = -1

TEXT = "Part"
"""The structure type of the text of the work, which the book has once."""


@dataclass
class Structure:
    """A tagged PDF: its file's name, its text, and characters that nobody is told of.

    `loose` maps a page (from 1) to what is shown outside of structure and artifacts.
    """

    name: str
    text: Text
    parts: int
    """How many elements of type Part the tree has."""
    loose: dict[int, str] = field(default_factory=dict)


@once
def read(path: Path) -> Structure:
    """Read the text of the work through the structure tree (ISO 32000-1, 14.7).

    A line-end hyphen is U+00AD in the text layer and so no part of a word; a space
    at a line end is there as a character. The label of a list's item is a word of its own.
    """
    with pikepdf.open(path) as pdf:
        content = pdf_content.read(path)
        walk = _Walk(pdf, path.name, content)
        tree = pdf.Root.get(Name.StructTreeRoot)
        if tree is not None:
            walk.children(tree, 0)
        notes = tuple(walk.notes)
        loose = {page: text for page, text in content.loose.items() if text.strip()}
        return Structure(path.name, Text(walk.body.words(), notes), walk.parts, loose)


class _Walk:
    """The state of a walk through the structure tree."""

    def __init__(self, pdf: pikepdf.Pdf, name: str, content: pdf_content.Content) -> None:
        self.pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages, start=1)}
        tree = pdf.Root.get(Name.StructTreeRoot, Dictionary())
        self.roles = {key: str(value) for key, value in tree.get(Name.RoleMap, {}).items()}
        self.name = name
        self.content = content
        self.body = Stream()
        self.notes: list[Note] = []
        self.parts = 0
        self.stream: Stream | None = None
        """Where words go; nothing outside of the text of the work."""
        self.label: list[str] | None = None
        """The characters of a note's label under way, which are no words."""
        self.number = 0
        """The number of the note under way, PENDING until its label is read."""

    def element(self, node: Any, page: int) -> None:
        """Read one structure element."""
        role = self._role(node)
        if role in NOTES:
            self._note(node, page)
        elif role == TEXT:
            self.parts += 1
            outer, self.stream = self.stream, self.body
            self._block(node, page, role)
            self.stream = outer
        elif role == LABEL and self.number == PENDING:
            self._label(node, page)
        elif role == CALLING and self.stream is not None:
            self._call(node, page)
        elif role in INLINE:
            self.children(node, page)
        elif role == PICTURE:
            self._parted(node, page)
        else:
            self._block(node, page, role)

    def _parted(self, node: Any, page: int) -> None:
        """Read an element that ends a word before and after, and may stand in a paragraph."""
        if self.stream is not None:
            self.stream.space()
        self.children(node, page)
        if self.stream is not None:
            self.stream.space()

    def _call(self, node: Any, page: int) -> None:
        """Read a reference: it calls a note if it is a number."""
        outer, self.label = self.label, list[str]()
        self.children(node, page)
        said, self.label = "".join(self.label), outer
        if outer is not None:
            outer.append(said)
        elif self.stream is not None:
            add = self.stream.call if said.isdecimal() else self.stream.add
            add(said, Place(self.name, part=f"page {page}"))

    def _block(self, node: Any, page: int, role: str) -> None:
        """Read an element that is a block, or holds blocks."""
        if self.stream is not None:
            heading = re.fullmatch(r"H\d*", role) is not None
            self.stream.block(opens=opening(str(node.get(Name.ID, "")), heading=heading))
        before = self.stream.count if self.stream is not None else 0
        self.children(node, page)
        if self.stream is not None and role == LABEL:
            self.stream.generated(before, MARKER)
        if self.stream is not None:
            self.stream.block()

    def children(self, node: Any, page: int) -> None:
        """Read what an element holds, in order: elements, and content by its id."""
        if Name.Pg in node:
            page = self.pages.get(node.Pg.objgen, 0)
        kids = node.get(Name.K, Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                self._content(page, kid)
            elif kid.get(Name.Type) == Name.MCR:
                shown = self.pages.get(kid.Pg.objgen, 0) if Name.Pg in kid else page
                self._content(shown, int(kid.MCID))
            elif kid.get(Name.Type) != Name.OBJR:
                self.element(kid, page)

    def _content(self, page: int, mcid: int) -> None:
        """Put the characters of one marked content where they belong."""
        text = self.content.marked.get((page, mcid), "")
        if self.label is not None:
            self.label.append(text)
        elif self.stream is not None:
            self.stream.add(text, Place(self.name, part=f"page {page}"))

    def _note(self, node: Any, page: int) -> None:
        """Read a note into its own stream; its label is its number."""
        outer, self.stream = self.stream, Stream()
        self.stream.block()
        self.number = PENDING
        self.children(node, page)
        self.notes.append(Note(max(self.number, 0), self.stream.words()))
        self.stream, self.number = outer, 0

    def _label(self, node: Any, page: int) -> None:
        """Read the label of a note: its number."""
        self.label = list[str]()
        self.children(node, page)
        self.number = number("".join(self.label).strip())
        self.label = None

    def _role(self, node: Any) -> str:
        """Return an element's standard type, through the role map."""
        name = str(node.get(Name.S, ""))
        seen = set[str]()
        while name in self.roles and name not in seen:
            seen.add(name)
            name = self.roles[name]
        return name.removeprefix("/")
