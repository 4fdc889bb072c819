"""pandoc's syntax tree -> what the witness should say, if the master declares all its changes."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from colofon.finding import Place
from colofon.numerals import numeral
from colofon.readers.emendations import KINDS
from colofon.readers.tree import position, unwrapped
from colofon.witness.tokens import BREAK

BULLETS = frozenset("-–—•·*")
"""What a witness may have before the items of a list without numbers."""

STYLES = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}
"""How pandoc names the numbers of a list; any other are figures."""

UNREAD = {"Note", "Image", "RawInline", "RawBlock"}
SPACES = {"Space", "SoftBreak", "LineBreak"}
INLINE = {
    "Cite", "Emph", "Link", "Quoted", "SmallCaps", "Span", "Strikeout", "Strong", "Subscript",
    "Superscript", "Underline"
}  # fmt: skip


class Declared(NamedTuple):
    """An emendation: where it stands in the text that it was undone in, and what it says."""

    kind: str
    start: int
    stop: int
    reading: str
    sic: str
    place: Place


@dataclass
class Reading:
    """The text of the work with every emendation undone; editors' divisions and notes left out."""

    file: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    declared: list[Declared] = field(default_factory=list)
    pages: dict[int, str] = field(default_factory=dict)
    """The offset of each page break of the witness, and the number of the page."""
    headings: list[tuple[int, int]] = field(default_factory=list)
    items: dict[int, frozenset[str]] = field(default_factory=dict)
    """Where the items of lists begin, and the markers that the witness may have there."""
    _offsets: array[int] = field(default_factory=lambda: array("q"))
    _places: list[tuple[int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)

    def add(self, text: str, place: tuple[int, int] | None = None) -> None:
        """Add characters that begin at a line and a column of the master."""
        if place is not None:
            self._offsets.append(self.length)
            self._places.append(place)
        self.parts.append(text)
        self.length += len(text)

    def place(self, offset: int) -> Place:
        """Return the line and column of the master where a character stands."""
        index = max(0, bisect_right(self._offsets, offset) - 1)
        if not self._places:
            return Place(self.file, 1, 1)
        line, column = self._places[index]
        return Place(self.file, line, column + max(0, offset - self._offsets[index]))


def read(ast: dict[str, Any], file: str) -> Reading:
    """Read a master; `file` is its path, for the places of its tokens."""
    walk = _Walk(Reading(file))
    for block in unwrapped(ast["blocks"]):
        walk.block(block)
    return walk.reading


def numbers(value: int, style: str) -> frozenset[str]:
    """Return the forms in which a witness may have the number of an item."""
    number = numeral(value, STYLES.get(style, "1"))
    return frozenset((f"{number}.", f"{number})", f"({number})"))


class _Walk:
    """The state of a walk."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.editorial = False
        self.place = (1, 1)

    def block(self, node: dict[str, Any]) -> None:
        """Read a block of the text; a heading of level 1 says whose words follow."""
        if node["t"] == "Header" and node["c"][0] == 1:
            self.editorial = "editorial" in node["c"][1][1]
        if self.editorial:
            return
        start = self.reading.length
        self.visit(node)
        if node["t"] == "Header":
            self.reading.headings.append((start, self.reading.length))

    def visit(self, node: Any) -> None:
        """Read a node, or a list of them."""
        if isinstance(node, list):
            for each in node:
                self.visit(each)
        elif isinstance(node, dict) and node["t"] not in UNREAD:
            self._stand(node.get("c"))
            if node["t"] == "Str":
                self._write(node["c"])
            elif node["t"] in SPACES:
                self.reading.add(" ")
            elif node["t"] in {"Code", "CodeBlock"}:
                self._write(node["c"][1])
            elif node["t"] == "Span":
                self._span(node["c"])
            elif node["t"] in INLINE:
                self.visit(node.get("c"))
            elif node["t"] in {"OrderedList", "BulletList"}:
                self._list(node["c"])
            else:
                self._around(node.get("c"))

    def _around(self, content: Any) -> None:
        """Read what is set apart from the words before and after it."""
        self.reading.add("\n")
        self.visit(content)
        self.reading.add("\n")

    def _list(self, content: list[Any]) -> None:
        """Read a list, whose markers are ours: the master only says of what kind they are."""
        ordered = isinstance(content[0][0], int)
        items = content[1] if ordered else content
        for place, item in enumerate(items):
            self.reading.add("\n")
            self.reading.items[self.reading.length] = (
                numbers(content[0][0] + place, content[0][1]["t"]) if ordered else BULLETS
            )
            self.visit(item)
        self.reading.add("\n")

    def _write(self, text: str) -> None:
        """Write characters where the walk stands."""
        self.reading.add(text, self.place)

    def _span(self, content: list[Any]) -> None:
        """Read a phrase; undo it if it is an emendation, mark it if it is a page break."""
        (_, classes, pairs), inner = content
        values = {key: value for key, value, *_ in pairs}
        kind = next((name for name in KINDS if name in classes), None)
        if "pb" in classes:
            self.reading.pages[self.reading.length] = values.get("n", "")
            self._write(BREAK)
        elif kind:
            self._emendation(kind, inner, values.get("sic", ""))
        else:
            self.visit(inner)

    def _emendation(self, kind: str, inner: list[Any], sic: str) -> None:
        """Write what the witness should have in its place."""
        place, apart = self.place, _Walk(Reading(self.reading.file))
        apart.visit(inner)
        start = self.reading.length
        self.reading.add(sic, place)
        self.reading.declared.append(
            Declared(
                kind,
                start,
                self.reading.length,
                apart.reading.text,
                sic,
                Place(self.reading.file, *place),
            )
        )

    def _stand(self, content: Any) -> None:
        """Move to where a node's `data-pos` («12:3-12:9») begins, if it has one."""
        if match := re.match(r"(\d+):(\d+)", position(content)):
            self.place = int(match[1]), int(match[2])
