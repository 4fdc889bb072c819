"""An EPUB -> the pages of the print edition in it: their marks, their lists, and their words."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.readers import markup
from colofon.readers.epub import NOTES, OPF, Epub
from colofon.readers.words import Word, Words

NCX_TYPE = "application/x-dtbncx+xml"

SIGNS = range(0xF0000, 0xFFFFE)
"""Private characters that stand for marks while words are read: the first mark's, and so on."""

SIGN = re.compile(f"[{chr(SIGNS[0])}-{chr(SIGNS[-1])}]")


class Mark(NamedTuple):
    """A mark where a printed page begins; its name says the page's label."""

    path: str
    id: str
    name: str
    line: int

    @property
    def label(self) -> str:
        """The page's label: the last word of «Page iv»."""
        return (self.name.split() or [""])[-1]


class Entry(NamedTuple):
    """A line of a list of pages: its label, and the member and fragment that it leads to."""

    label: str
    path: str
    fragment: str
    line: int
    kind: str = ""
    """In the NCX: front, normal or special."""
    value: int = 0
    order: int = 0


@dataclass
class Section:
    """What stands behind a mark and before the next one: its words, and the notes called."""

    text: list[Word] = field(default_factory=list)
    around: list[Word] = field(default_factory=list)
    """Words before and behind the text of the work."""
    calls: list[int] = field(default_factory=list)


@dataclass
class Pages:
    """The printed pages of an EPUB: what stands before the first mark, and behind each."""

    before: Section
    marks: list[tuple[Mark, Section]]
    unread: list[Mark] = field(default_factory=list)
    """Marks where nobody reads: among the notes, in what is hidden."""
    dividing: list[tuple[Mark, str]] = field(default_factory=list)
    """Marks inside of a word, with the word."""


def read(book: Epub) -> Pages:
    """Read marks, words and calls in the order of the spine, without the notes themselves.

    Behind the text, links within the book are left out: a note on the text says by them where
    something stands, which each edition does in its own way.
    """
    reading = _Reading(book)
    for path in book.spine:
        reading.document(path)
    return reading.pages


def listed(book: Epub) -> list[Entry]:
    """Return the page list of the navigation document (EPUB 3.3, 7.4.3)."""
    navs = [
        (path, nav)
        for path, root in book.documents.items()
        for nav in root.iter("{*}nav")
        if {"page-list", "pagelist"} & markup.roles(nav)
    ]
    return [
        Entry(markup.plain(link), *book.resolve(path, link.get("href", "")), link.sourceline or 0)
        for path, nav in navs
        for link in nav.iter("{*}a")
    ]


def targets(book: Epub) -> list[Entry]:
    """Return the page list of the NCX (ANSI/NISO Z39.86-2005, 8.4.4)."""
    return [
        Entry(
            " ".join(markup.plain(label) for label in target.iter("{*}text")),
            *book.resolve(path, next((c.get("src", "") for c in target.iter("{*}content")), "")),
            target.sourceline or 0,
            target.get("type", ""),
            _number(target.get("value")),
            _number(target.get("playOrder")),
        )
        for path, root in ncx(book)
        for target in root.iter("{*}pageTarget")
    ]


def ncx(book: Epub) -> list[tuple[str, Element]]:
    """Return the NCX: its member and its tree; nothing where there is none."""
    paths = [each.path for each in book.manifest.values() if each.media_type == NCX_TYPE]
    return [(path, book.tree(path)) for path in paths if path in book.members]


def heads(book: Epub) -> dict[str, int]:
    """Return the numbers in the head of the NCX."""
    metas = [each for _, root in ncx(book) for each in root.iter("{*}meta")]
    return {each.get("name", ""): _number(each.get("content")) for each in metas}


def source(book: Epub) -> str:
    """Return the edition that the pages are of (EPUB Accessibility 1.1, 4.2.3)."""
    metas = (m for m in book.package.iter(f"{OPF}meta") if m.get("property") == "pageBreakSource")
    return next((markup.plain(each) for each in metas), "")


def _number(text: str | None) -> int:
    """Read a number; 0 where there is none."""
    return int(text) if text and text.isdecimal() else 0


def _is_mark(element: Element) -> bool:
    """Tell whether an element marks a page (EPUB SSV 1.1, pagebreak)."""
    return "pagebreak" in markup.roles(element)


def _is_notes(element: Element) -> bool:
    """Tell whether an element holds notes."""
    return bool(markup.roles(element) & {*NOTES, "footnote"})


def _is_call(element: Element) -> bool:
    """Tell whether an element calls a note from the text."""
    called = "noteref" in markup.roles(element)
    return called and not any(map(_is_notes, element.iterancestors()))


def _leads_inside(element: Element) -> bool:
    """Tell whether an element is a link within the book."""
    return markup.tag(element) == "a" and not urlsplit(element.get("href", "")).scheme


class _Reading:
    """The walk along the spine: which marks were met, and the one that counts now."""

    def __init__(self, book: Epub) -> None:
        self.book = book
        self.works = {word.place.part for word in book.text().body}
        self.begun = False
        self.pages = Pages(Section(), [])

    def document(self, path: str) -> None:
        """Read one document."""
        root = copy.deepcopy(self.book.documents[path])
        first = len(self.pages.marks)
        nodes = [each for each in root.iter("{*}*") if _is_mark(each)]
        for sign, node in zip(SIGNS[first:], nodes, strict=False):
            node.text = chr(sign)
            name = node.get("aria-label") or node.get("title") or ""
            mark = Mark(path, node.get("id", ""), name, node.sourceline or 0)
            self.pages.marks.append((mark, Section()))
        for nav in list(root.iter("{*}nav")):
            nav.tag = "section"
        works = path in self.works
        self.begun = self.begun or works
        behind = self.begun and not works
        words = self._words(root, path, behind=behind)
        seen = self._tell(words, first - 1, works=works)
        self.pages.unread += [
            mark for index, (mark, _) in enumerate(self.pages.marks) if first <= index not in seen
        ]
        self._call(root, first - 1)

    def _words(self, root: Element, path: str, *, behind: bool) -> Words:
        """Read the words of a document; `behind` the text without its links."""

        def skip(element: Element) -> bool:
            return _is_notes(element) or (behind and _leads_inside(element))

        found = markup.read(root.iter("{*}body"), Place(self.book.name, part=path), skip)
        return found.written().body

    def _tell(self, words: Words, current: int, *, works: bool) -> set[int]:
        """Share words out among the marks, from the mark `current` on; return those met."""
        seen = set[int]()
        for word in words:
            text = SIGN.sub("", word.text)
            told = False
            for piece in re.split(f"({SIGN.pattern})", word.text):
                if SIGN.fullmatch(piece):
                    current = ord(piece) - SIGNS[0]
                    seen.add(current)
                    if told and not word.text.endswith(piece):
                        self.pages.dividing.append((self.pages.marks[current][0], text))
                elif piece and not told:
                    section = self._section(current)
                    (section.text if works else section.around).append(word._replace(text=text))
                    told = True
        return seen

    def _call(self, root: Element, current: int) -> None:
        """Share the calls of a document out among the marks, from the mark `current` on."""
        for element in root.iter("{*}*"):
            if _is_mark(element):
                current += 1
            elif _is_call(element):
                number = markup.number(markup.plain(element))
                self._section(current).calls.append(number)

    def _section(self, current: int) -> Section:
        """Return what stands behind a mark, or before the first one."""
        return self.pages.before if current < 0 else self.pages.marks[current][1]
