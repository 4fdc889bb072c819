"""The text of a work as the outputs need it: divisions, blocks, phrases and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from colofon.finding import Place


@dataclass(frozen=True)
class Text:
    """Words and the spaces between them."""

    text: str


@dataclass(frozen=True)
class LineBreak:
    """A line that the author ended."""


@dataclass(frozen=True)
class Code:
    """Words set as a machine reads them."""

    text: str


@dataclass(frozen=True)
class Styled:
    """A phrase with a mark of its own."""

    kind: Literal[
        "emphasis", "strong", "strikeout", "superscript", "subscript", "smallcaps", "speaker",
        "stage"
    ]  # fmt: skip
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Foreign:
    """A phrase in another language; `lang` is its BCP 47 tag."""

    lang: str
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class Emendation:
    """Where the reading text differs from the witness by our hand, numbered from 1.

    `corr`: what we read, and in `sic` what the witness has (TEI names all three so).
    `supplied`: words that the witness lacks. `surplus`: words that it has, in `sic`.
    """

    children: tuple[Inline, ...]
    sic: str
    place: Place
    kind: Literal["corr", "supplied", "surplus"] = "corr"
    number: int = 0


@dataclass(frozen=True)
class WitnessPage:
    """Where page `n` of the witness begins (TEI `pb`); marks no page of ours."""

    n: str
    place: Place


@dataclass(frozen=True)
class Link:
    """A phrase that leads somewhere: `#id` in this work, or an address."""

    target: str
    children: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True)
class Image:
    """A picture: `source` is a path in the edition's folder, `alt` what it shows."""

    source: str
    alt: str
    place: Place


@dataclass(frozen=True)
class Call:
    """The call of note `number`, counted through the whole work from 1."""

    number: int


Inline = Text | LineBreak | Code | Styled | Foreign | Emendation | WitnessPage | Link | Image | Call


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `tight` in the items of a list without blank lines.

    `number` counts the paragraphs by which the work is cited, from 1; the others have 0.
    """

    children: tuple[Inline, ...]
    place: Place
    tight: bool = False
    number: int = 0


@dataclass(frozen=True)
class Group:
    """Blocks that belong together, and as what."""

    kind: Literal["quotation", "epigraph", "verse", "drama", "attribution", "dedication", "foreign"]
    blocks: tuple[Block, ...]
    lang: str | None = None


@dataclass(frozen=True)
class Listing:
    """A list; `start` and `style` (1, a, A, i, I) count only where it is ordered."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    style: str = "1"


@dataclass(frozen=True)
class Definitions:
    """Terms, each with its explanations."""

    items: tuple[tuple[tuple[Inline, ...], tuple[tuple[Block, ...], ...]], ...]


@dataclass(frozen=True)
class Cell:
    """One cell of a table; `align` is left, right, center or nothing."""

    blocks: tuple[Block, ...]
    align: str = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """Rows of cells: `head` names the columns."""

    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Figure:
    """Pictures or a table, with the words under them."""

    blocks: tuple[Block, ...]
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class Preformatted:
    """Lines whose spaces count."""

    text: str


@dataclass(frozen=True)
class Rule:
    """A break in the sense, shown as a space or an ornament."""


@dataclass(frozen=True)
class Division:
    """A part of the work under a heading, with the divisions inside it.

    `level` counts from 1. `role` is the DPUB-ARIA role of a division of level 1
    («doc-chapter»), empty for the others. `heading` is empty for a text without one.
    `editorial` marks what the editors wrote: no part of the work, of no witness, uncounted.
    """

    id: str
    level: int
    role: str
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    place: Place
    lang: str | None = None
    editorial: bool = False


Block = Paragraph | Group | Listing | Definitions | Table | Figure | Preformatted | Rule | Division


@dataclass(frozen=True)
class Note:
    """One note: `key` as the master has it, `kind` its prefix: au, tr, ed or one of the work's."""

    key: str
    number: int
    kind: str
    blocks: tuple[Block, ...]
    place: Place
    """Where it is called."""


@dataclass(frozen=True)
class Document:
    """A whole work; notes in the order of their calls."""

    divisions: tuple[Division, ...]
    notes: tuple[Note, ...]
    master: str  # the SHA-256 of the bytes of the master it was read from

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs by which the work is cited, in the order of their numbers."""
        every = (each for each in descendants(self.divisions) if isinstance(each, Paragraph))
        return [each for each in every if each.number]


def descendants(node: object) -> Iterator[object]:
    """Yield every dataclass below a node, in the order of the text, the node first."""
    if isinstance(node, tuple):
        for each in node:
            yield from descendants(each)
    elif hasattr(node, "__dataclass_fields__") and not isinstance(node, Place):
        yield node
        for name in node.__dataclass_fields__:
            yield from descendants(getattr(node, name))


def emendations(document: Document) -> list[Emendation]:
    """Return every emendation of the work, in the order of the text."""
    return [node for node in descendants(document.divisions) if isinstance(node, Emendation)]


def plain(children: tuple[Inline, ...]) -> str:
    """Return the words of a phrase without its calls: for a contents entry or a bookmark."""
    parts = []
    for node in descendants(children):
        if isinstance(node, Text | Code):
            parts.append(node.text)
        elif isinstance(node, LineBreak):
            parts.append(" ")
    return " ".join("".join(parts).split())
