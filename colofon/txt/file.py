"""Document and Front -> the parts of a plain text file, with labels in the left margin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from colofon import imprint
from colofon.apparatus import entries
from colofon.document import (
    Block,
    Division,
    Document,
    Image,
    Note,
    Paragraph,
    Text,
    descendants,
)
from colofon.front import Front
from colofon.labels import Labels, labels_for
from colofon.note_kinds import Signatures
from colofon.txt.blocks import INDENT, RULE, Lines, blocks, fill, phrase

WIDTH = 72
PICTURE = "[img]"
"""The label of what a picture shows, which is no text of the work."""

LEAST = len(PICTURE) + 1
"""The left margin is so wide, or as wide as its widest label with a space."""

ORNAMENT = "* * *"
"""A break in the sense: alone in a block, at the margin where no text stands."""

UNDERLINES = "=-~^"
SECTION = "=" * WIDTH
"""Alone in a block it ends a part of the file: head, text, notes, apparatus."""


class Column(NamedTuple):
    """The column of the text: what stands to its left is never text of the work."""

    margin: int

    def set(self, found: list[Lines], label: str = "") -> Iterator[Lines]:
        """Move blocks into the column, and a label before the first of them."""
        pad = " " * self.margin
        for index, lines in enumerate(found):
            if lines == [RULE]:
                yield [ORNAMENT]
                continue
            first = label.ljust(self.margin) if index == 0 else pad
            yield [(pad if place else first) + line for place, line in enumerate(lines)]

    @property
    def width(self) -> int:
        """How many characters a line of the column has."""
        return WIDTH - self.margin


def write(document: Document, front: Front) -> str:
    """Write the whole file."""
    labels, signatures = labels_for(front.language), Signatures.of(document, front)
    widest = f"[^{max(len(document.notes), len(document.paragraphs()))}]"
    column = Column(max(LEAST, len(widest) + 1))
    parts = [
        list(_head(document, front, labels, signatures)),
        [lines for each in document.divisions for lines in _division(each, column)],
        list(_notes(document, column, labels, signatures)),
        list(_apparatus(document, column, labels)),
    ]
    texts = ("\n\n".join("\n".join(lines) for lines in part) for part in parts if part)
    return f"\n\n{SECTION}\n\n".join(texts) + "\n"


def _head(
    document: Document, front: Front, labels: Labels, signatures: Signatures
) -> Iterator[Lines]:
    """Say what the file is: titles, names, edition, date, source, rights, identifier, notes."""
    yield fill(front.title, WIDTH)
    if front.subtitle:
        yield fill(front.subtitle, WIDTH)
    named = [imprint.authors(front, labels), *imprint.helpers(front, labels)]
    yield [line for said in named if said for line in fill(said, WIDTH)]
    for sentence in imprint.statements(front, labels):
        yield fill(sentence, WIDTH)
    yield fill(imprint.digest(document, front, labels), WIDTH)
    if changes := imprint.history(front, labels):
        yield fill(labels("The editions of this work:"), WIDTH)
        yield [line for each in changes for line in fill(each, WIDTH, INDENT)]
    if cited := imprint.how_to_cite(document, front, labels):
        yield fill(cited, WIDTH)
    for sentence in signatures.lines():
        yield fill(sentence, WIDTH)
    said = "In this file [12] is the number of a paragraph and [^3] the call of note 3."
    yield fill(labels(said), WIDTH)


def heading(text: str, level: int) -> Lines:
    """Write a heading at the left margin, underlined."""
    lines = fill(text, WIDTH)
    sign = UNDERLINES[min(level, len(UNDERLINES)) - 1]
    return [*lines, sign * max(map(len, lines))]


def _division(division: Division, column: Column) -> Iterator[Lines]:
    """Write a division and those inside it."""
    title = phrase(division.heading).strip()
    if title:
        yield heading(title, division.level)
    for each in division.blocks:
        if isinstance(each, Division):
            yield from _division(each, column)
        else:
            number = each.number if isinstance(each, Paragraph) else 0
            yield from _set([each], column, f"[{number}]" if number else "")


def _set(nodes: list[Block], column: Column, label: str) -> Iterator[Lines]:
    """Write blocks into the column, and below them what the pictures in them show."""
    yield from column.set(blocks(nodes, column.width), label)
    for node in descendants(tuple(nodes)):
        if isinstance(node, Image) and node.alt:
            yield from column.set([fill(node.alt, column.width)], PICTURE)


def _notes(
    document: Document, column: Column, labels: Labels, signatures: Signatures
) -> Iterator[Lines]:
    """Write the notes, each signed where they have to be told apart."""
    if document.notes:
        yield heading(signatures.heading() or labels("Notes"), 1)
    for note in document.notes:
        yield from _set(_signed(note, signatures.sign(note)), column, f"[^{note.number}]")


def _signed(note: Note, sign: str) -> list[Block]:
    """Put a signature behind the last words of a note."""
    if not sign:
        return list(note.blocks)
    *others, last = note.blocks or (Paragraph((), note.place),)
    if isinstance(last, Paragraph):
        words = Text(f" {sign}" if last.children else sign)
        return [*others, Paragraph((*last.children, words), last.place)]
    return [*others, last, Paragraph((Text(sign),), note.place)]


def _apparatus(document: Document, column: Column, labels: Labels) -> Iterator[Lines]:
    """Write the emendations: where each stands, what we read ] what the witness has."""
    found = entries(document)
    if not found:
        return
    yield heading(labels("Note on the text"), 1)
    said = "Where this edition departs from its witness: what it reads, and what the witness has."
    yield from column.set([fill(labels(said), column.width)])
    nothing = f"({labels('nothing')})"
    rows: list[Lines] = []
    for entry in found:
        each = entry.emendation
        ours = nothing if each.kind == "surplus" else phrase(each.children).strip()
        theirs = nothing if each.kind == "supplied" else each.sic.strip()
        line = f"{entry.locus(labels)}: {ours}] {theirs}".replace("\n", " ")
        rows.append(fill(line, column.width, "  "))
    yield from column.set([[line for row in rows for line in row]])
