"""What a rule is: whose it is, what it finds, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from colofon.finding import Severity
from colofon.orthography.passage import Passage

Hit = tuple[Passage, int, int]
"""A passage, and from where to where it breaks a rule."""

Finder = Callable[[Sequence[Passage]], Iterator[Hit]]
Spans = Callable[[Passage], Iterator[tuple[int, int]]]

SIGNS = {
    "␣": "[ \n\u00a0\u202f]",
    "<a>": "[a-záéíóúüñ]",
    "<A>": "[A-ZÁÉÍÓÚÜÑ]",
    "<L>": r"[^\W\d_]",
    "<months>": "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    "|septiembre|setiembre|octubre|noviembre|diciembre)",
}
"""What we write in a pattern for what: any space, a small letter, a capital, a letter, a month.

The master is typed by people: a plain space and a no-break one count alike.
"""


@dataclass(frozen=True)
class Rule:
    """One rule; `message` has «{}» for what was found, `before` and `after` show it."""

    code: str
    authority: str
    """OLE: Ortografía de la lengua española (2010); DPD: Diccionario panhispánico de dudas."""
    message: str
    hint: str
    before: str
    after: str
    find: Finder
    severity: Severity = Severity.WARNING
    """An error only where no correct text can break the rule."""


def each(spans: Spans, *, kinds: str = "", but: str = "") -> Finder:
    """Ask every passage by itself: those of some kinds, or all but some."""

    def find(passages: Sequence[Passage]) -> Iterator[Hit]:
        for passage in passages:
            if passage.kind not in but.split() and (not kinds or passage.kind in kinds.split()):
                for start, end in spans(passage):
                    yield passage, start, end

    return find


def pattern(regex: str, *, kinds: str = "", but: str = "") -> Finder:
    """Find every match, or its group `at` where it has one."""
    for sign, meaning in SIGNS.items():
        regex = regex.replace(sign, meaning)
    compiled = re.compile(regex)
    group = "at" if "at" in compiled.groupindex else 0

    def spans(passage: Passage) -> Iterator[tuple[int, int]]:
        for match in compiled.finditer(passage.text):
            yield match.span(group)

    return each(spans, kinds=kinds, but=but)


def words(text: str) -> Finder:
    """Find any of some words, whole, in small letters or with a capital."""
    listed = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in text.split())
    return pattern(rf"(?<!\w)(?:{listed})(?!\w)")
