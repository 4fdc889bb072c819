"""Emendations -> the apparatus: where each stands, what we read, and what the witness has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from colofon.document import (
    Block,
    Division,
    Document,
    Emendation,
    Paragraph,
    descendants,
    plain,
)
from colofon.elements import element
from colofon.front import Front
from colofon.labels import Labels
from colofon.markup import Markup


@dataclass(frozen=True)
class Entry:
    """One line of the apparatus; `paragraph` is 0 where the emendation stands in none."""

    emendation: Emendation
    paragraph: int
    division: Division

    def locus(self, labels: Labels) -> str:
        """Say where the emendation stands: by the number of its paragraph, or by its heading."""
        if self.paragraph:
            return f"§\u00a0{self.paragraph}"
        heading = plain(self.division.heading)
        return labels("“{target}”", target=heading) if heading else "—"


def entries(document: Document) -> list[Entry]:
    """Return the lines of the apparatus in the order of the text."""
    return [entry for division in document.divisions for entry in _entries(division)]


def _entries(division: Division) -> Iterator[Entry]:
    """Yield the emendations of a division and of those inside it."""
    for found in _emendations(division.heading):
        yield Entry(found, 0, division)
    for block in division.blocks:
        if isinstance(block, Division):
            yield from _entries(block)
        else:
            number = block.number if isinstance(block, Paragraph) else 0
            yield from (Entry(found, number, division) for found in _emendations(block))


def _emendations(node: Block | tuple[object, ...]) -> Iterator[Emendation]:
    """Yield the emendations below a node that holds no division."""
    return (each for each in descendants(node) if isinstance(each, Emendation))


def write(body: Element, document: Document, front: Front, markup: Markup, own: str) -> None:
    """Write the apparatus as a table whose every line leads to its place in the text.

    `own` is the language of our labels, where the book's is another.
    """
    found = entries(document)
    if not found:
        return
    labels = markup.labels
    section = element(body, "section", class_="apparatus", id="apparatus",
                      aria_labelledby="apparatus-title", lang=own)  # fmt: skip
    element(section, "h2", labels("Note on the text"), id="apparatus-title")
    said = "Where this edition departs from its witness: what it reads, and what the witness has."
    element(section, "p", labels(said))
    table = element(section, "table")
    head = element(element(table, "thead"), "tr")
    for name in ("Place", "This edition", "Witness"):
        element(head, "th", labels(name), scope="col")
    rows = element(table, "tbody")
    for entry in found:
        _row(rows, entry, front.language if own else "", markup)


def _row(rows: Element, entry: Entry, lang: str, markup: Markup) -> None:
    """Write one line; what one side lacks is said in words."""
    emendation, labels = entry.emendation, markup.labels
    row = element(rows, "tr", id=f"a{emendation.number}")
    element(element(row, "td"), "a", entry.locus(labels), class_="locus",
            href=f"#e{emendation.number}")  # fmt: skip
    ours = element(row, "td", lang=lang)
    markup.phrase(ours, emendation.children)
    _trim(ours)
    if emendation.kind == "surplus":
        element(ours, "em", labels("nothing"))
    theirs = element(row, "td", emendation.sic.strip(), lang=lang)
    if emendation.kind == "supplied":
        element(theirs, "em", labels("nothing"))


def _trim(cell: Element) -> None:
    """Take the white space off the ends of a cell: it belongs to the text around the words."""
    cell.text = (cell.text or "").lstrip()
    if len(cell):
        cell[-1].tail = (cell[-1].tail or "").rstrip()
    else:
        cell.text = cell.text.rstrip()
