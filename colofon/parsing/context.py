"""What a walk through pandoc's tree carries along: place, notes, ids, findings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from colofon.document import Note
from colofon.finding import Finding, Place
from colofon.source import Edition, Master

RESERVED_ID = re.compile(
    r"[nrpea]\d+|title-page|imprint|contents|text|notes|apparatus|colophon|.*-title"
)
"""Ids that the page gives to notes, calls, paragraphs, emendations and its own parts."""


@dataclass
class Attributes:
    """A node's attributes, without the position that pandoc adds."""

    id: str
    classes: list[str]
    values: dict[str, str]
    position: str
    """pandoc's `data-pos`: «12:3-12:9», or nothing."""
    wrapper: bool
    """True for a node that only carries a position."""

    @classmethod
    def of(cls, raw: list[Any]) -> Attributes:
        """Read pandoc's triple of id, classes and pairs."""
        identifier, classes, pairs = raw
        values = dict(pairs)
        position = values.pop("data-pos", "")
        wrapper = values.pop("wrapper", "") == "1"
        return cls(identifier, list(classes), values, position, wrapper)


@dataclass
class Context:
    """The state of one walk; `place` is where the walk stands in the master."""

    edition: Edition
    master: Master
    place: Place = field(init=False)
    lines: list[str] = field(init=False)
    notes: list[Note] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    paragraphs: int = 0
    """How many paragraphs are numbered so far."""
    emendations: int = 0
    """How many emendations are numbered so far."""
    editorial: bool = False
    """There the editors speak, and nothing is numbered."""
    in_note: bool = False
    in_verse: bool = False
    """There every line of the master is a line of the poem."""

    def __post_init__(self) -> None:
        self.place = self.master.place(1)
        self.lines = self.master.text.split("\n")

    def stand(self, position: str) -> None:
        """Move to where a `data-pos` begins."""
        if match := re.match(r"(\d+):(\d+)", position):
            self.place = self.master.place(int(match[1]), int(match[2]))

    def report(self, code: str, message: str, hint: str = "") -> None:
        """Note a finding where the walk stands."""
        self.findings.append(Finding(code, message, self.place, hint))

    def refuse_attributes(self, attributes: Attributes, known: set[str]) -> None:
        """Report classes and attributes that no output would keep."""
        for name in sorted(set(attributes.classes) - known):
            hint = f"Known here: {', '.join(sorted(known))}." if known else ""
            self.report("unknown-class", f"The class «.{name}» means nothing here.", hint)
        for name in sorted(set(attributes.values) - known - {"lang"}):
            self.report("unknown-attribute", f"The attribute «{name}» means nothing here.")

    def new_id(self, wanted: str, words: str) -> str:
        """Give a division its id: the one it asks for, or one made of its words."""
        if wanted:
            self._refuse_id(wanted)
            self.ids.add(wanted)
            return wanted
        base = _ascii(words) or "division"
        if RESERVED_ID.fullmatch(base):
            base = f"{base}-1"
        name, count = base, 1
        while name in self.ids:
            count += 1
            name = f"{base}-{count}"
        self.ids.add(name)
        return name

    def _refuse_id(self, wanted: str) -> None:
        """Report an id that stands twice, is ours, or is not portable."""
        if wanted in self.ids:
            self.report("doubled-id", f"The id «#{wanted}» stands twice.", "Give one another id.")
        if RESERVED_ID.fullmatch(wanted) or not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", wanted):
            hint = "Use letters a-z, digits and hyphens; n1, r1, p1, notes … are ours."
            self.report("bad-id", f"The id «#{wanted}» cannot be used.", hint)


def _ascii(words: str) -> str:
    """Turn words into an id that every format accepts: «La paz» -> «la-paz»."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return slug if slug[:1].isalpha() else ""
