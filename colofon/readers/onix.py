"""The finished ONIX message -> its products, and what it tells of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.readers.once import once

SPACE = {"o": "http://ns.editeur.org/onix/3.1/reference"}
UNNAMED = "UnnamedPersons"


@dataclass(frozen=True)
class Person:
    """A contributor: roles of list 17, and the name as shown and as filed, where they are said."""

    roles: tuple[str, ...]
    name: str
    """Empty for somebody without a name."""
    inverted: str


@dataclass(frozen=True)
class Product:
    """One record of a message."""

    file: str
    root: Element

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return Place(self.file, self.root.sourceline or 0, part=self.one("o:RecordReference"))

    def all(self, path: str) -> tuple[str, ...]:
        """Return the text of every element that an XPath in the namespace `o:` finds."""
        found = self.root.xpath(path, namespaces=SPACE)
        return tuple("".join(each.itertext()).strip() for each in found)

    def one(self, path: str) -> str:
        """Return the first of them, or nothing."""
        return next(iter(self.all(path)), "")

    @property
    def is_epub(self) -> bool:
        """Tell an EPUB from what is traded in other forms (list 175, E101)."""
        return "E101" in self.all("o:DescriptiveDetail/o:ProductFormDetail")

    def identifiers(self, kind: str) -> tuple[str, ...]:
        """Return the product's own identifiers of a kind of list 5."""
        return self.all(f"o:ProductIdentifier[o:ProductIDType='{kind}']/o:IDValue")

    def features(self, kind: str) -> dict[str, str]:
        """Return values of list 79's features of a kind, each with its description or nothing."""
        value, words = "ProductFormFeatureValue", "ProductFormFeatureDescription"
        where = f"o:ProductFormFeatureType='{kind}'"
        return self._pairs("ProductFormFeature", value, words, where)

    def extents(self, unit: str) -> dict[str, str]:
        """Return extents of list 23 in a unit of list 24."""
        return self._pairs("Extent", "ExtentType", "ExtentValue", f"o:ExtentUnit='{unit}'")

    def measures(self, unit: str) -> dict[str, str]:
        """Return measures of list 48 in a unit of list 50."""
        where = f"o:MeasureUnitCode='{unit}'"
        return self._pairs("Measure", "MeasureType", "Measurement", where)

    def _pairs(self, tag: str, key: str, value: str, where: str) -> dict[str, str]:
        """Return a key and a value from every composite of a name that satisfies an XPath."""
        return {
            each.findtext(f"o:{key}", "", SPACE): each.findtext(f"o:{value}", "", SPACE)
            for each in self.root.xpath(f".//o:{tag}[{where}]", namespaces=SPACE)
        }

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who is named, or is said to have no name."""
        return tuple(
            Person(
                tuple(each.text or "" for each in made.iterfind("o:ContributorRole", SPACE)),
                made.findtext("o:PersonName", "", SPACE),
                made.findtext("o:PersonNameInverted", "", SPACE),
            )
            for made in self.root.iterfind("o:DescriptiveDetail/o:Contributor", SPACE)
        )


@dataclass(frozen=True)
class Message:
    """A message: its file's name and its root."""

    name: str
    root: Element

    @property
    def sent(self) -> str:
        """The day it was sent, as written: YYYYMMDD, and perhaps more."""
        return str(self.root.findtext("o:Header/o:SentDateTime", "", SPACE))

    @cached_property
    def products(self) -> tuple[Product, ...]:
        """Its records, in order."""
        return tuple(self._products())

    def _products(self) -> Iterator[Product]:
        """Yield every record."""
        for each in self.root.iterfind("o:Product", SPACE):
            yield Product(self.name, each)


@once
def read(path: Path) -> Message:
    """Parse a message; raise `lxml.etree.XMLSyntaxError` if it is not well formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return Message(path.name, etree.fromstring(path.read_bytes(), parser))
