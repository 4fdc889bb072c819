"""The finished plain text -> its words, its notes, and what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from colofon.finding import Place
from colofon.readers.metadata import Metadata
from colofon.readers.once import once
from colofon.readers.words import HEADING, Note, Stream, Text

SECTION = "=" * 72
"""A line that ends the head, the text, and the notes."""

PARTS = ("head", "text", "notes")

LABEL = re.compile(r"\[(?P<what>\^?\d+|img)\](?= |$)")
"""What may stand in the left margin: a paragraph, a note, a picture."""

CALL = re.compile(r"\[\^(\d+)\]|\[(\\+)\^(?=\d+\])")
"""The call of a note; with a backslash in it, words of the text itself."""

PIECE = re.compile(r"\S+(?: \S+)*")
"""Words with one space between: a line of a paragraph, or a cell of a table."""

GAP = re.compile(r"\S {2,}\S")
"""Between two cells of a line."""

MARKER = re.compile(r"–|\w+\.")
"""What may be the marker of an item of a list."""


class Line(NamedTuple):
    """A line of the file, and its number, which counts from 1."""

    number: int
    text: str


Block = list[Line]


@dataclass(frozen=True)
class PlainText:
    """A plain text file: its name, and the blocks of its parts."""

    name: str
    parts: tuple[tuple[Block, ...], ...]

    def text(self) -> Text:
        """Read the words of the text, with the markers of its lists, and the notes."""
        body = Stream()
        for block in self._part("text"):
            self._read(block, body)
        streams: list[tuple[int, Stream]] = []
        for block in self._part("notes"):
            label = LABEL.match(block[0].text)
            if label and label["what"].startswith("^"):
                streams.append((int(label["what"][1:]), Stream()))
            if streams:
                self._read(block, streams[-1][1])
        notes = tuple(Note(number, stream.words()) for number, stream in streams)
        return Text(body.words(), notes)

    def metadata(self) -> Metadata:
        """Read the head: the title is its first block, and the identifier speaks for itself."""
        head = self._part("head")
        found = re.search(r"urn:uuid:[0-9a-f-]{36}", self.head())
        title = " ".join(line.text for line in head[0]) if head else ""
        return Metadata(title=title, identifier=found[0] if found else "")

    def paragraphs(self) -> list[int]:
        """Return the numbers in the margin of the text, in order."""
        labels = (LABEL.match(block[0].text) for block in self._part("text"))
        return [int(label["what"]) for label in labels if label and label["what"].isdecimal()]

    def head(self) -> str:
        """Read the words before the text: what the file says of itself."""
        return " ".join(line.text for block in self._part("head") for line in block)

    def _part(self, name: str) -> tuple[Block, ...]:
        """Return the blocks of a part; nothing where the file ends before it."""
        index = PARTS.index(name)
        return self.parts[index] if index < len(self.parts) else ()

    def _read(self, block: Block, stream: Stream) -> None:
        """Read a block without its label; underlines, ornaments and pictures are no words.

        Its first word begins a paragraph. In running lines no other one does; where there are
        items or cells, what begins a line or follows a marker or a gap does not tell.
        """
        label = LABEL.match(block[0].text)
        if label and label["what"] == "img":
            return
        underlined = not label and not block[0].text.startswith(" ")
        begins: bool | None = True
        stream.space()
        stream.opens(_opens(block, label, underlined=underlined))
        after = False if _running(block, label.end() if label else 0) else None
        for line in block[:-1] if underlined else block:
            start = label.end() if label and line is block[0] else 0
            for match in PIECE.finditer(line.text, start):
                stream.space()
                stream.says(begins=begins)
                self._add(match[0], Place(self.name, line.number, match.start() + 1), stream)
                begins = after

    def _add(self, piece: str, place: Place, stream: Stream) -> None:
        """Read what stands between two gaps: behind the marker of an item a block may begin."""
        marked = True
        for match in re.finditer(r"\S+", piece):
            if match.start():
                stream.space()
                stream.says(begins=None if marked else False)
            here = Place(place.file, place.line, place.column + match.start())
            _glue(match[0], here, stream)
            marked = marked and MARKER.fullmatch(match[0]) is not None


def _running(block: Block, margin: int) -> bool:
    """Tell whether the lines of a block are those of a paragraph, a stanza or code.

    There is no gap in them, as between cells, and no marker of an item before the first.
    """
    lines = [block[0].text[margin:], *(line.text for line in block[1:])]
    first = lines[0].split()
    marker = MARKER.fullmatch(first[0]) if first else None
    return marker is None and not any(GAP.search(line) for line in lines)


def _opens(block: Block, label: re.Match[str] | None, *, underlined: bool) -> str:
    """Tell whether a block is a heading, or a paragraph by which the work is cited."""
    if label:
        return f"p{label['what']}" if label["what"].isdecimal() else ""
    return HEADING if underlined and len(block) > 1 else ""


def _glue(word: str, place: Place, stream: Stream) -> None:
    """Add a word, in it a call as its number, and without the backslash of what is no call."""
    last = 0
    for found in CALL.finditer(word):
        stream.add(word[last : found.start()], place)
        if found[1]:
            stream.call(found[1], place)
        else:
            stream.add(f"[{found[2][1:]}^", place)
        last = found.end()
    stream.add(word[last:], place)


def _blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a file; an empty line stands between two."""
    block: Block = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            block.append(Line(number, line))
        elif block:
            yield block
            block = []


@once
def read(path: Path) -> PlainText:
    """Read a plain text file in UTF-8."""
    parts: list[list[Block]] = [[]]
    for block in _blocks(path.read_bytes().decode("utf-8")):
        if [line.text for line in block] == [SECTION]:
            parts.append([])
        else:
            parts[-1].append(block)
    return PlainText(path.name, tuple(tuple(part) for part in parts))
