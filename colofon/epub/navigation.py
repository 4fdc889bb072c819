"""Where the reader can go: landmarks, and the table of contents."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from colofon.epub.split import File, start_of_text, words
from colofon.epub.xhtml import LANG, TYPE, child, xhtml
from colofon.labels import Labels


@dataclass(frozen=True)
class Landmark:
    """A place every book has: its `epub:type`, the type of EPUB 2's guide, and its name."""

    type: str
    guide: str
    label: str
    href: str


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
    language = labels.spoken(file.language)
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
