"""The package document of a finished EPUB -> what it says of the publication, refined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from lxml.etree import _Element as Element

from colofon.readers import markup

DC = "{http://purl.org/dc/elements/1.1/}"
META = "{http://www.idpf.org/2007/opf}meta"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ISBN = "urn:isbn:"


class Person(NamedTuple):
    """Somebody who made the book or helped: MARC relators, and the name as shown and as filed."""

    name: str
    filed: str
    relator: str


@dataclass(frozen=True)
class Package:
    """The root of a package document (EPUB 3.3, 5)."""

    root: Element

    def all(self, name: str) -> tuple[str, ...]:
        """Return what every Dublin Core element of a name says."""
        return tuple(markup.plain(each) for each in self.root.iter(f"{DC}{name}"))

    def metas(self, prop: str, refined: str | None = None) -> tuple[str, ...]:
        """Return the values of a property, of the publication or of the datum with an id."""
        target = f"#{refined}" if refined else None
        return tuple(
            markup.plain(each)
            for each in self.root.iter(META)
            if each.get("property") == prop and each.get("refines") == target
        )

    def title(self, kind: str) -> str:
        """Return the title of a type: `main`, `subtitle` …, or nothing."""
        for each in self.root.iter(f"{DC}title"):
            if kind in self.metas("title-type", each.get("id")):
                return markup.plain(each)
        return ""

    @property
    def isbns(self) -> tuple[str, ...]:
        """The ISBNs among the identifiers, without their prefix."""
        found = (each for each in self.all("identifier") if each.startswith(ISBN))
        return tuple(each.removeprefix(ISBN) for each in found)

    @property
    def people(self) -> tuple[Person, ...]:
        """Creators and contributors, in order."""
        return tuple(
            Person(
                markup.plain(each),
                " ".join(self.metas("file-as", each.get("id"))),
                " ".join(self.metas("role", each.get("id"))),
            )
            for each in self.root.iter(f"{DC}creator", f"{DC}contributor")
        )

    @property
    def says_language(self) -> bool:
        """Tell whether the package says in which language it speaks (EPUB 3.3, 5.4)."""
        return bool(self.root.get(LANG))
