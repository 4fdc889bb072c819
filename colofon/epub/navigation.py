"""Where the reader can go: landmarks, table of contents, and the NCX of older readers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from colofon.epub.split import File, start_of_text, words
from colofon.epub.xhtml import LANG, TYPE, child, xhtml
from colofon.front import Front
from colofon.labels import Labels

NCX = "http://www.daisy.org/z3986/2005/ncx/"


@dataclass(frozen=True)
class Landmark:
    """A place every book has: its `epub:type`, the type of EPUB 2's guide, and its name."""

    type: str
    guide: str
    label: str
    href: str


def spoken(labels: Labels, language: str) -> str:
    """Return the language that labels are in: the book's own tag, if it is one with theirs."""
    primary = language.partition("-")[0].lower()
    return language if primary == labels.language else labels.language


def landmarks(files: list[File], labels: Labels) -> list[Landmark]:
    """List the landmarks in the order of the spine, one type each (Apple takes no more)."""
    start = start_of_text(files)
    marks = [
        Landmark("cover", "cover", labels("Cover"), "cover.xhtml"),
        Landmark("titlepage", "title-page", labels("Title page"), "title.xhtml"),
        Landmark("toc", "toc", labels("Contents"), "nav.xhtml#contents"),
        Landmark("bodymatter", "text", labels("Start of the text"), start.name),
    ]
    if any(file.name == "notes.xhtml" for file in files):
        marks.append(Landmark("endnotes", "notes", labels("Notes"), "notes.xhtml"))
    return marks


def add_landmarks(file: File, marks: list[Landmark], labels: Labels) -> None:
    """Put the landmarks behind the contents, for machines: they are hidden (EPUB 3.3, 7.4)."""
    language = spoken(labels, file.language)
    nav = etree.Element(xhtml("nav"), {TYPE: "landmarks", "id": "landmarks", "hidden": ""})
    nav.set("aria-labelledby", "landmarks-title")
    nav.set("lang", language)
    nav.set(LANG, language)
    child(nav, "h2", labels("Landmarks"), id="landmarks-title")
    entries = child(nav, "ol")
    for mark in marks:
        href = mark.href.removeprefix(file.name)
        child(child(entries, "li"), "a", mark.label, href=href).set(TYPE, mark.type)
    file.nodes.append(nav)


@dataclass
class Entry:
    """One line of the contents with those below it."""

    label: str
    href: str
    below: list[Entry]

    @property
    def depth(self) -> int:
        """How many levels it has, its own included."""
        return 1 + max((entry.depth for entry in self.below), default=0)


def contents(nav: Element) -> list[Entry]:
    """Read the table of contents of the page."""
    entries = []
    for item in nav.iterfind(f"{xhtml('ol')}/{xhtml('li')}"):
        link = item.find(xhtml("a"))
        if link is not None:
            entries.append(Entry(words(link), link.get("href", ""), contents(item)))
    return entries


def ncx(entries: list[Entry], front: Front) -> bytes:
    """Write the NCX (OPF 2.0.1, 2.4.1), which Kindle and ADE still read."""
    root = etree.Element(f"{{{NCX}}}ncx", nsmap={None: NCX}, version="2005-1")
    root.set(LANG, front.language)
    head = _add(root, "head")
    numbers = {"depth": max(entry.depth for entry in entries), "totalPageCount": 0}
    values = {"uid": front.identifier, **numbers, "maxPageNumber": 0}
    for name, value in values.items():
        _add(head, "meta", name=f"dtb:{name}", content=str(value))
    _add(_add(root, "docTitle"), "text", front.title)
    for author in front.authors:
        _add(_add(root, "docAuthor"), "text", author.name)
    _points(_add(root, "navMap"), entries, itertools.count(1))
    etree.indent(root)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _points(parent: Element, entries: list[Entry], order: Iterator[int]) -> None:
    """Write the points of one level, numbered as they are read."""
    for entry in entries:
        number = str(next(order))
        point = _add(parent, "navPoint", id=f"point-{number}", playOrder=number)
        _add(_add(point, "navLabel"), "text", entry.label)
        _add(point, "content", src=entry.href)
        _points(point, entry.below, order)


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Make an NCX element at the end of `parent`."""
    made = etree.SubElement(parent, f"{{{NCX}}}{tag}", attributes)
    made.text = text
    return made
