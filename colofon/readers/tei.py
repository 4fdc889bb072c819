"""The finished TEI file -> its words, those of its witness, and what it says of itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.note_kinds import AUTHOR
from colofon.readers import markers
from colofon.readers.metadata import Metadata
from colofon.readers.once import once
from colofon.readers.words import Note, Stream, Text, Word, Words, opening

SPACE = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

INLINE = {
    "choice", "code", "corr", "foreign", "hi", "pb", "ref", "sic", "stage", "supplied", "surplus"
}  # fmt: skip
"""Elements that do not end a word."""

LINES = {"l", "lb", "speaker"}
"""Elements that end a word, and begin no paragraph; any other does both."""

POINTERS = {"target", "resp", "edRef", "corresp", "calendar", "datingMethod", "ana", "ref"}
"""Attributes that may point at something in the same file (TEI P5, 1.4.2 teidata.pointer)."""

READING = frozenset({"sic", "surplus", "graphic", "figDesc"})
"""What is no part of the text we read; a note is read apart."""

KIND = "resp."
"""How the @xml:id begins of whoever wrote a kind of notes."""

WITNESS = frozenset({"corr", "supplied", "graphic", "figDesc", "note"})
"""What is no part of the text of the witness."""


@dataclass(frozen=True)
class Tei:
    """A TEI file: its name and its tree."""

    name: str
    root: Element

    def text(self) -> Text:
        """Read the words of the text as the edition has them, and its notes.

        Numbers and bullets of lists and the signatures of notes, which other formats show and
        this one implies, are generated words.
        """
        walk = _Walk(self.name, READING, self._signatures())
        for top in self.root.iterfind("t:text", SPACE):
            walk.visit(top)
        notes = sorted(walk.notes, key=lambda note: note.number)
        return Text(walk.stream.words(), tuple(notes))

    def paragraphs(self) -> list[int]:
        """Return the numbers of the numbered paragraphs, in order; 0 where @xml:id disagrees."""
        found = self.root.iterfind("t:text//t:p[@n]", SPACE)
        return [int(p.get("n", "0")) if p.get(ID) == f"p{p.get('n')}" else 0 for p in found]

    def witness(self) -> Words:
        """Read the words as the witness has them, without what the editors wrote."""
        walk = _Walk(self.name, WITNESS, {})
        for top in self.root.iterfind("t:text", SPACE):
            walk.visit(top)
        return walk.stream.words()

    def metadata(self) -> Metadata:
        """Read the header (TEI P5, 2)."""
        return Metadata(
            title=self._said("t:titleStmt/t:title[@type='main']"),
            authors=tuple(_words(each) for each in self._all("t:titleStmt/t:author")),
            helpers=tuple(
                _words(each) for each in self._all("t:titleStmt/t:respStmt[t:resp/@ref]/t:persName")
            ),
            language=self.root.get(LANG, ""),
            identifier=self._said("t:publicationStmt/t:idno[@type='URN']"),
            issued=" ".join(each.get("when", "") for each in self._all("t:publicationStmt/t:date")),
            created=" ".join(
                each.get("when") or each.get("when-custom", "")
                for each in self._all("t:creation/t:date")
            ),
            description=self._said("t:abstract"),
            # «not stated» is a remark of ours, and in our language.
            publisher=self._said("t:publicationStmt/t:publisher[not(@xml:lang)]"),
        )

    def imprint(self) -> str:
        """Read which edition it is (TEI P5, 2.2.2)."""
        return self._said("t:editionStmt/t:edition")

    def revisions(self) -> list[tuple[str, str, str]]:
        """Return what is said of each edition, the last one first: number, day, words."""
        return [
            (each.get("n", ""), each.get("when", ""), _words(each))
            for each in self._all("t:revisionDesc/t:change")
        ]

    def ids(self) -> Counter[str]:
        """Count every id of the file."""
        return Counter(each.get(ID, "") for each in self.root.iter() if each.get(ID))

    def pointers(self) -> list[tuple[str, int]]:
        """Return every `#id` that something points at, with its line."""
        return [
            (goal[1:], each.sourceline or 0)
            for each in self.root.iter(etree.Element)
            for name in sorted(POINTERS & set(each.keys()))
            for goal in each.get(name, "").split()
            if goal.startswith("#")
        ]

    def languages(self) -> tuple[set[str], list[tuple[str, int]]]:
        """Return the languages that the header names, and those used, each with its line."""
        named = {each.get("ident", "") for each in self._all("t:langUsage/t:language")}
        used = [
            (each.get(LANG, ""), each.sourceline or 0)
            for each in self.root.iter(etree.Element)
            if each.get(LANG)
        ]
        return named, used

    def place(self, line: int) -> Place:
        """Return the place of a line of the file."""
        return Place(self.name, line)

    def _signatures(self) -> dict[str, str]:
        """Return how notes are signed, by their @resp.

        They are not where all are of one kind, and the author's never are.
        """
        kinds = [each for each in self._all("t:respStmt") if each.get(ID, "").startswith(KIND)]
        if len(kinds) == 1:
            return {}
        return {
            f"#{each.get(ID)}": f"({_words(sign)})"
            for each in kinds
            for sign in each.iterfind("t:name[@type='signature']", SPACE)
            if each.get(ID) != KIND + AUTHOR
        }

    def _all(self, path: str) -> list[Element]:
        """Return elements of the header."""
        found: list[Element] = self.root.xpath(f"t:teiHeader//{path}", namespaces=SPACE)
        return found

    def _said(self, path: str) -> str:
        """Return the words of elements of the header."""
        return " ".join(_words(each) for each in self._all(path))


def _words(element: Element) -> str:
    """Return an element's text, its white space folded."""
    return " ".join("".join(element.itertext()).split())


def _marker(element: Element) -> str:
    """Return what a page shows before an item of a list; nothing for any other element."""
    listing = element.getparent()
    if etree.QName(element).localname != "item" or listing is None:
        return ""
    number = element.get("n")
    return f"{number}." if number else {"bulleted": markers.BULLET}.get(listing.get("rend", ""), "")


class _Walk:
    """The state of a walk through a text."""

    def __init__(self, name: str, unread: frozenset[str], signs: dict[str, str]) -> None:
        self.signs = signs
        self.stream = Stream()
        self.notes: list[Note] = []
        self.place = Place(name)
        self.unread = unread

    def visit(self, element: Element) -> None:
        """Read an element, not what follows it."""
        if not isinstance(element.tag, str):
            return
        name = etree.QName(element).localname
        editors = name == "div" and element.get("type") == "editorial"
        if name in self.unread or (editors and self.unread is WITNESS):
            return
        if name == "note":
            self._note(element)
        elif name in INLINE or element.get("rend") == "inline":
            self._content(element)
        elif name in LINES:
            self.stream.space()
            self._content(element)
            self.stream.space()
        else:
            self._block(element)

    def _block(self, element: Element) -> None:
        """Read a block; what follows a speaker's name may be in the paragraph of the name."""
        before = element.getprevious()
        heading = bool(element.xpath("self::t:head/parent::t:div", namespaces=SPACE))
        self.stream.block(opens=opening(element.get(ID, ""), heading=heading))
        if before is not None and etree.QName(before).localname == "speaker":
            self.stream.says(begins=None)
        if self.unread is READING and (shown := _marker(element)):
            self.stream.generate(shown, self._here(element))
            self.stream.block()
        self._content(element)
        self.stream.block()

    def _here(self, element: Element) -> Place:
        """Return the place of an element."""
        return replace(self.place, line=element.sourceline or 0)

    def _content(self, element: Element) -> None:
        """Read the text of an element and its children."""
        here = self._here(element)
        self.stream.add(element.text or "", here)
        for child in element:
            self.visit(child)
            self.stream.add(child.tail or "", here)

    def _note(self, element: Element) -> None:
        """Read a note into its own stream; leave its number where it stands."""
        number = element.get("n", "")
        here = self._here(element)
        self.stream.call(number, here)
        body, self.stream = self.stream, Stream()
        self.stream.block()
        self._content(element)
        signed = self.signs.get(element.get("resp", ""), "").split()
        words = (*self.stream.words(), *(Word(each, here, generated=True) for each in signed))
        self.notes.append(Note(int(number) if number.isdecimal() else 0, words))
        self.stream = body


@once
def read(path: Path) -> Tei:
    """Parse a TEI file; it loads nothing from elsewhere."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, collect_ids=False
    )
    return Tei(path.name, etree.fromstring(path.read_bytes(), parser))
