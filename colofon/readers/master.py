"""pandoc's syntax tree -> the words of the master, by a walk that knows no outputs."""

from __future__ import annotations

import re
from typing import Any

from colofon.finding import Place
from colofon.readers import markers
from colofon.readers.tree import is_wrapper, unwrapped
from colofon.readers.words import HEADING, Note, Stream, Text, Words

INLINE = {
    "Cite", "Code", "Emph", "Image", "LineBreak", "Link", "Math", "Note", "Quoted",
    "RawInline", "SmallCaps", "SoftBreak", "Space", "Span", "Str", "Strikeout", "Strong",
    "Subscript", "Superscript", "Underline"
}  # fmt: skip
"""Node types of pandoc that do not end a word; any other is a block or part of one."""

UNREAD = {"Image", "RawInline", "RawBlock"}
"""A picture's description is not text of the work; raw code is refused elsewhere."""

SPACES = {"Space", "SoftBreak", "LineBreak"}

STYLES = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}
"""How pandoc names the ways in which a list counts."""


def read(ast: dict[str, Any], file: str) -> Text:
    """Read the words of a master from pandoc's JSON tree with `data-pos`.

    Notes are numbered by the order of their calls. `file` is the master's path,
    for the place of each word.
    """
    walk = _Walk(file)
    walk.visit(ast["blocks"])
    notes = tuple(Note(number, walk.notes[number]) for number in sorted(walk.notes))
    return Text(walk.stream.words(), notes)


def words(nodes: list[Any], file: str) -> Words:
    """Read the words of some nodes of a master, calls and notes among them as in `read`."""
    walk = _Walk(file)
    walk.visit(nodes)
    return walk.stream.words()


def paragraphs(ast: dict[str, Any], file: str) -> list[Words]:
    """Return the paragraphs by which a work is cited, the first of them number 1.

    They stand in divisions of the work itself, not in lists or quotations, and not where
    the heading of level 1 says that the editors speak. A picture alone is no paragraph.
    """
    walk, found, editorial = _Walk(file), list[Words](), False
    for block in unwrapped(ast["blocks"]):
        walk.stream = Stream()
        walk.visit(block)
        if block["t"] == "Header" and block["c"][0] == 1:
            editorial = "editorial" in block["c"][1][1]
        elif block["t"] == "Para" and not editorial and (said := walk.stream.words()):
            found.append(said)
    return found


class _Walk:
    """The state of a walk: where it stands, and the stream it fills."""

    def __init__(self, file: str) -> None:
        self.stream = Stream()
        self.notes: dict[int, Words] = {}
        self.place = Place(file, 1, 1)
        self.count = 0
        self.flowing = True
        """True where paragraphs follow one another as running text: in no list, table, verse …"""
        self.follows = False
        """True behind a paragraph of running text."""

    def visit(self, node: Any) -> None:
        """Read a node, a list of them, or nothing."""
        if isinstance(node, list):
            for each in node:
                self.visit(each)
        elif isinstance(node, dict) and node["t"] not in UNREAD:
            self._stand(node)
            if node["t"] in INLINE:
                self._inline(node["t"], node.get("c"))
            elif is_wrapper(node):
                self.visit(node["c"][1])
            else:
                self._set(node["t"], node.get("c"))

    def _inline(self, kind: str, content: Any) -> None:
        """Read a phrase; the parts of a word stay together across its marks."""
        if kind == "Str":
            self.stream.add(content, self.place)
        elif kind == "Code":
            self.stream.add(content[1], self.place)
        elif kind in SPACES:
            self.stream.space()
        elif kind == "Note":
            self._note(content)
        else:
            self.visit(content)

    def _set(self, kind: str, content: Any) -> None:
        """Read a block, and know whether an indent would tell where it begins."""
        flowing = self.flowing
        running = flowing and kind == "Para" and not _holds_picture(content)
        opens = HEADING if kind == "Header" else ""
        self.stream.block(running=running, follows=self.follows, opens=opens)
        before = self.stream.count
        self.flowing = False
        self._block(kind, content)
        self.stream.block()
        self.follows = running and self.stream.count > before
        self.flowing = flowing if kind != "Header" or content[0] > 1 else not _is_centred(content)

    def _block(self, kind: str, content: Any) -> None:
        """Read a block, or a part of one such as the rows of a table."""
        if kind == "CodeBlock":
            self.stream.add(content[1], self.place)
        elif kind == "OrderedList":
            (start, style, _delimiter), items = content
            counted = STYLES.get(style["t"], "1")
            places = range(start, start + len(items))
            self._list(items, [markers.number(place, counted) for place in places])
        elif kind == "BulletList":
            self._list(content, [markers.BULLET] * len(content))
        else:
            self.visit(content)

    def _list(self, items: list[Any], shown: list[str]) -> None:
        """Read the items of a list, each after the marker that a page shows."""
        for item, marker in zip(items, shown, strict=True):
            self.stream.generate(marker, self.place)
            self.visit(item)
            self.stream.block()

    def _note(self, content: Any) -> None:
        """Read a note into a stream of its own; leave its call here."""
        self.count += 1
        number = self.count
        self.stream.call(str(number), self.place)
        around = self.place, self.stream, self.flowing, self.follows
        self.stream, self.flowing, self.follows = Stream(), True, False
        self.visit(content)
        self.notes[number] = self.stream.words()
        self.place, self.stream, self.flowing, self.follows = around

    def _stand(self, node: dict[str, Any]) -> None:
        """Move to where a node's `data-pos` («12:3-12:9») begins, if it has one."""
        content = node.get("c")
        attributes = content[0] if isinstance(content, list) and content else None
        if not isinstance(attributes, list) or len(attributes) != len(("id", "classes", "pairs")):
            return
        for pair in attributes[2] if isinstance(attributes[2], list) else ():
            if pair[0] == "data-pos" and (match := re.match(r"(\d+):(\d+)", pair[1])):
                self.place = Place(self.place.file, int(match[1]), int(match[2]))


def _is_centred(header: Any) -> bool:
    """Tell whether the paragraphs of a division of level 1 are centred: those of a dedication."""
    return "dedication" in header[1][1]


def _holds_picture(content: Any) -> bool:
    """Tell whether a phrase holds a picture, which may stand like an indent."""
    if isinstance(content, list):
        return any(map(_holds_picture, content))
    return isinstance(content, dict) and (
        content["t"] == "Image" or (content["t"] != "Note" and _holds_picture(content.get("c")))
    )
