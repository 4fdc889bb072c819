"""The page -> the files of the book, with every link leading to the right one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from colofon.epub.xhtml import LANG, relevel, xhtml
from colofon.labels import Labels
from colofon.page_breaks import is_mark

LARGEST = 250_000
"""Bytes of markup that an old reading system opens without waiting; above, we split."""

BEFORE_THE_TEXT = {"dedication", "foreword", "preface", "acknowledgments"}
"""Roles of divisions that a reader who opens the book may pass by."""


@dataclass
class File:
    """One XHTML file before it is written: `part` as EPUB's `epub:type` of a body."""

    name: str
    part: str
    title: str
    language: str
    nodes: list[Element]
    before: list[Element] = field(default_factory=list)
    """Marks of printed pages, which may stand before the contents but not in them."""

    @property
    def tops(self) -> list[Element]:
        """Everything the file holds, in the order of reading."""
        return [*self.before, *self.nodes]

    @property
    def role(self) -> str:
        """The DPUB-ARIA role of what the file begins with, without «doc-»."""
        return str(self.nodes[0].get("role", "")).removeprefix("doc-")


def split(root: Element, labels: Labels) -> list[File]:
    """Cut the page into files, in the order of the spine; the half-title is print's own."""
    titles = {a.get("href", "").removeprefix("#"): words(a) for a in _contents(root)}
    language = root.get("lang", "")

    def file(name: str, part: str, node: Element, title: str = "") -> File:
        title = title or titles.get(node.get("id", "")) or _work(root)
        marks = itertools.takewhile(is_mark, node.itersiblings(preceding=True))
        return File(name, part, title, node.get("lang", language), [node], list(marks)[::-1])

    front = [
        file("title.xhtml", "frontmatter", _one(root, "title-page"), _work(root)),
        file("imprint.xhtml", "frontmatter", _one(root, "imprint"), labels("Imprint")),
        file("nav.xhtml", "frontmatter", _one(root, "contents"), labels("Contents")),
    ]
    divisions = [piece for division in _one(root, "text") for piece in _pieces(division)]
    text = [
        file(f"text-{number}.xhtml", "bodymatter", node)
        for number, node in enumerate(divisions, start=1)
    ]
    back = [
        file(f"{name}.xhtml", "backmatter", node)
        for name in ("notes", "apparatus", "colophon")
        for node in root.iterfind(f"*/{xhtml('section')}[@id='{name}']")
    ]
    files = [*front, *text, *back]
    for each in files:
        relevel(each.nodes)
    _link(files)
    return files


def words(node: Element) -> str:
    """Return what an element says, on one line."""
    return " ".join("".join(node.itertext()).split())


def start_of_text(files: list[File]) -> File:
    """Return the file where reading begins: after forewords and the like, if there are any."""
    text = [file for file in files if file.part == "bodymatter"]
    return next((file for file in text if file.role not in BEFORE_THE_TEXT), text[0])


def _one(root: Element, name: str) -> Element:
    """Return the child of `<body>` with an id; the page always has it."""
    found = root.find(f"*/*[@id='{name}']")
    if found is None:
        raise ValueError(f"the page has no #{name}")
    return found


def _work(root: Element) -> str:
    """Return the title of the work."""
    return str(root.findtext(f".//{xhtml('title')}"))


def _contents(root: Element) -> Iterator[Element]:
    """Yield the links of the table of contents."""
    yield from _one(root, "contents").iter(xhtml("a"))


def _pieces(division: Element) -> list[Element]:
    """Cut a large division before each division that it ends with; words keep their order.

    What is cut off takes the language of the whole with it.
    """
    if len(etree.tostring(division)) <= LARGEST:
        return [division]
    inner: list[Element] = []
    while len(division) and division[-1].tag == xhtml("section"):
        inner.insert(0, division[-1])
        division.remove(division[-1])
    inherited = {name: division.get(name) for name in ("lang", LANG) if division.get(name)}
    for each in inner:
        each.attrib.update(inherited | dict(each.attrib))
    return [division, *(piece for each in inner for piece in _pieces(each))]


def _link(files: list[File]) -> None:
    """Make every internal link lead to the file that now holds its target.

    What a file begins with is reached by the file's name alone, as Kobo wants of contents.
    A link that leads nowhere stays as it is: checks name it, with its line in the master.
    """
    homes: dict[str, tuple[str, str]] = {}
    for file in files:
        for node in file.nodes[0].iter():
            if name := node.get("id"):
                fragment = "" if node is file.nodes[0] else f"#{name}"
                homes[name] = (file.name, fragment)
    for file in files:
        for link in file.nodes[0].iter(xhtml("a")):
            target = link.get("href", "")
            home, fragment = homes.get(target.removeprefix("#"), (file.name, ""))
            if target.startswith("#") and home != file.name:
                link.set("href", home + fragment)
