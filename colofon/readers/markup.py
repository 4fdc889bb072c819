"""A tree of HTML or XHTML -> its words and its notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree
from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.readers import markers
from colofon.readers.words import Note, Stream, Text, opening

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"

INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
    "u", "var", "wbr"
}  # fmt: skip
"""Elements that do not end a word (HTML, 3.2.5.2.5 «phrasing content»).

`br` does; any other begins a block and ends one.
"""

UNREAD = {
    "head", "math", "nav", "noscript", "script", "style", "svg", "template", "title"
}  # fmt: skip
"""Elements that hold no text of the work."""

Skip = Callable[[Element], bool]


def tag(element: Element) -> str:
    """Return an element's name without its namespace; nothing for a comment."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def roles(element: Element) -> frozenset[str]:
    """Return the words of `role` and `epub:type`, without «doc-»."""
    found = f"{element.get('role', '')} {element.get(EPUB_TYPE, '')}".split()
    return frozenset(role.removeprefix("doc-") for role in found)


def plain(element: Element) -> str:
    """Return an element's text, its white space folded."""
    return " ".join("".join(element.itertext()).split())


def is_backlink(element: Element) -> bool:
    """Tell the link from a note to its call."""
    return "backlink" in roles(element)


def number(words: str) -> int:
    """Read a note's number: «12.» or «12»; anything else is 0."""
    match = re.fullmatch(r"(\d+)\.?", words)
    return int(match[1]) if match else 0


def marker(item: Element) -> str:
    """Return what stands before an item: a bullet, or its number (HTML, 4.4.5 and 4.4.8)."""
    listing = item.getparent()
    if listing is None or tag(listing) != "ol":
        return markers.BULLET
    start = listing.get("start", "1")
    before = sum(tag(each) == "li" for each in item.itersiblings(preceding=True))
    first = int(start) if re.fullmatch(r"-?\d+", start) else 1
    return markers.number(first + before, listing.get("type", "1"))


def read(tops: Iterable[Element], place: Place, skip: Skip) -> Text:
    """Read the words below some elements; each note goes to a stream of its own.

    `place` names the file and its part; each word gets the line of its element. The marker of
    an item of a list, which a browser makes up, is a generated word.
    What `skip` accepts is passed over.
    """
    walk = _Walk(place, skip)
    for top in tops:
        walk.visit(top)
    return Text(walk.stream.words(), tuple(walk.notes))


class _Walk:
    """The state of a walk through a tree."""

    def __init__(self, place: Place, skip: Skip) -> None:
        self.stream = Stream()
        self.notes: list[Note] = []
        self.place = place
        self.skip = skip

    def visit(self, element: Element) -> None:
        """Read an element, not what follows it."""
        name = tag(element)
        if not name or name in UNREAD or element.get("hidden") is not None or self.skip(element):
            return
        if "footnote" in roles(element):
            self._note(element)
        elif "noteref" in roles(element) and (said := plain(element)).isdecimal():
            self.stream.call(said, self._here(element))
        elif name in INLINE:
            self._content(element)
        elif name == "br":
            self.stream.space()
        else:
            self._block(element, name)

    def _block(self, element: Element, name: str) -> None:
        """Read a block, an item of a list behind its marker."""
        heading = re.fullmatch("h[1-6]", name) is not None
        self.stream.block(opens=opening(element.get("id", ""), heading=heading))
        if name == "li":
            self.stream.generate(marker(element), self._here(element))
            self.stream.block()
        self._content(element)
        self.stream.block()

    def _here(self, element: Element) -> Place:
        """Return the place of an element."""
        return Place(self.place.file, element.sourceline or 0, 0, self.place.part)

    def _content(self, element: Element) -> None:
        """Read the text of an element and its children."""
        here = self._here(element)
        self.stream.add(element.text or "", here)
        for child in element:
            self.visit(child)
            self.stream.add(child.tail or "", here)

    def _note(self, element: Element) -> None:
        """Read a note into its own stream, without the link back to its call."""
        body, skip = self.stream, self.skip
        self.stream, self.skip = Stream(), is_backlink
        self.stream.block()
        back = next((each for each in element.iter() if is_backlink(each)), None)
        self._content(element)
        words = self.stream.words()
        self.notes.append(Note(0 if back is None else number(plain(back)), words))
        self.stream, self.skip = body, skip
