"""The finished web page -> what a browser finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml import html as parser
from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.readers import hypertext, markup
from colofon.readers.metadata import Metadata
from colofon.readers.once import once
from colofon.readers.words import Text


@dataclass(frozen=True)
class Html:
    """A web page: its file's name and its tree as an HTML parser builds it."""

    name: str
    root: Element

    def text(self) -> Text:
        """Read the words of `<main id="text">`, and the notes wherever they stand."""
        main = [each for each in self.root.iter("main") if each.get("id") == "text"]
        body = markup.read(main, Place(self.name), lambda _: False)
        outside = [
            each
            for each in self.root.iter()
            if "footnote" in markup.roles(each)
            and not any(top in main for top in each.iterancestors())
        ]
        notes = markup.read(outside, Place(self.name), lambda _: False)
        return Text(body.body, (*body.notes, *notes.notes))

    def metadata(self) -> Metadata:
        """Read the head (HTML, 4.2.5; Dublin Core in HTML)."""
        titles = [markup.plain(each) for each in self.root.iter("title")]
        values: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            values.setdefault(element.get("name", ""), []).append(element.get("content", ""))
        return Metadata(
            title=" ".join(titles[:1]),
            authors=tuple(values.get("author", [])),
            language=self.root.get("lang", ""),
            identifier=" ".join(values.get("dcterms.identifier", [])),
            issued=" ".join(values.get("dcterms.date", [])),
            created=" ".join(values.get("dcterms.created", [])),
            description=" ".join(values.get("description", [])),
            publisher=" ".join(values.get("dcterms.publisher", [])),
        )

    def links(self) -> list[hypertext.Link]:
        """Return every hyperlink."""
        return hypertext.links(self.root)

    def place(self, line: int) -> Place:
        """Return the place of a line of the file."""
        return Place(self.name, line)


@once
def read(path: Path) -> Html:
    """Parse a web page as HTML in UTF-8; raise `lxml.etree.ParserError` if it is empty."""
    reader = parser.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    tree = etree.fromstring(path.read_bytes(), reader)
    if tree is None:
        raise etree.ParserError("Document is empty")
    return Html(path.name, tree)
