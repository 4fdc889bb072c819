"""HTML, XHTML or TEI as a string -> the same with one damage."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from mutating.strings import (
    TAG,
    Change,
    Span,
    ends_of_words,
    exchanged,
    moved,
    replaced,
    words_or_signs,
)


@dataclass(frozen=True)
class Dialect:
    """How a vocabulary writes a text."""

    body: re.Pattern[str]
    """What holds the text of the work."""
    note: re.Pattern[str]
    """A whole note, inside or outside of the body; its group `content` holds its words."""
    call: re.Pattern[str]
    """The call of a note, which may be the note itself."""
    between: re.Pattern[str]
    """The end of a paragraph and the beginning of the next."""
    unread: re.Pattern[str] = re.compile(r"(?!)")
    """What is no part of the text that is read: what the witness has, descriptions."""


HTML = Dialect(
    re.compile(r"<main\b.*?</main>|<body[^>]*bodymatter.*?</body>", re.DOTALL),
    re.compile(
        r"<div[^>]*doc-footnote[^>]*>\s*(?:<p>)?<a[^>]*doc-backlink[^>]*>[^<]*</a>"
        r"(?P<content>.*?)</div>(?=\s*(?:<div[^>]*doc-footnote|</section>))",
        re.DOTALL,
    ),
    re.compile(r"<a[^>]*doc-noteref[^>]*>[^<]*</a>"),
    re.compile(r"</p>\s*<p\b[^>]*>"),
)
TEI = Dialect(
    re.compile(r"<body\b.*</body>", re.DOTALL),
    re.compile(r"<note\b[^>]*>(?P<content>.*?)</note>", re.DOTALL),
    re.compile(r"<note\b.*?</note>", re.DOTALL),
    re.compile(r"</p>\s*<p\b[^>]*>"),
    re.compile(r"<(sic|surplus|figDesc)\b.*?</\1>", re.DOTALL),
)


def damaged(
    text: str, part: str, kind: str, chance: random.Random, dialect: Dialect
) -> Change | None:
    """Damage a page; None if there is nothing to damage so."""
    notes = [match.span("content") for match in dialect.note.finditer(text)]
    regions = notes if part == "notes" else _without(text, dialect)
    if kind == "note" and part == "notes":
        return exchanged(text, *chance.sample(notes, 2)) if len(notes) > 1 else None
    if kind == "note":
        calls = [match.span() for each in dialect.body.finditer(text)
                 for match in dialect.call.finditer(text, *each.span())]  # fmt: skip
        goals = ends_of_words(text, _runs(text, regions))
        return moved(text, chance.choice(calls), chance.choice(goals)) if calls and goals else None
    if kind == "merge":
        found = [m.span() for each in regions for m in dialect.between.finditer(text, *each)]
        if not found:
            return None
        change = replaced(text, chance.choice(found), " ", margin=40)
        return change._replace(visible=True)
    return words_or_signs(text, _runs(text, regions), kind, chance)


def _without(text: str, dialect: Dialect) -> list[Span]:
    """Return what lies in the body between its notes."""
    spans = []
    for body in dialect.body.finditer(text):
        here = body.start()
        for note in _left_out(text, dialect, *body.span()):
            spans.append((here, note.start()))
            here = note.end()
        spans.append((here, body.end()))
    return spans


def _left_out(text: str, dialect: Dialect, start: int, stop: int) -> list[re.Match[str]]:
    """Return notes and what is not read, in the order of the text; none inside another."""
    notes = list(dialect.note.finditer(text, start, stop))
    unread = [
        each
        for each in dialect.unread.finditer(text, start, stop)
        if not any(note.start() < each.start() < note.end() for note in notes)
    ]
    return sorted([*notes, *unread], key=lambda each: each.start())


def _runs(text: str, regions: list[Span]) -> list[Span]:
    """Return the text between the tags of some regions."""
    runs = []
    for start, stop in regions:
        here = start
        for tag in TAG.finditer(text, start, stop):
            runs.append((here, tag.start()))
            here = tag.end()
        runs.append((here, stop))
    return [(start, stop) for start, stop in runs if start < stop]
