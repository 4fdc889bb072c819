"""The marks of question and exclamation in Spanish (OLE III 3.4.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from colofon.finding import Severity
from colofon.orthography.passage import Passage
from colofon.orthography.rule import Rule, Spans, each, pattern

MARKS = re.compile(r"\([?!]+\)|[¿¡?!]")
AUTHORITY = "OLE III 3.4.9; DPD «interrogación y exclamación (signos de)»"
VERSE = "verse drama"
"""There a question may run on over several passages."""


def _unopened(closing: str) -> Spans:
    """Return what yields each closing mark that nothing opens.

    «¿…!» and «¡…?» are right where a sentence asks and exclaims at once, and so are «1485?»
    and «(?)» for a doubt.
    """

    def spans(passage: Passage) -> Iterator[tuple[int, int]]:
        depth = 0
        for match in MARKS.finditer(passage.text):
            before = passage.text[match.start() - 1 : match.start()]
            if match[0] in "¿¡":
                depth += 1
            elif match[0] in "?!" and before not in {"?", "!"}:
                if match[0] == closing and not depth and not before.isdigit():
                    yield match.span()
                depth = max(depth - 1, 0)

    return spans


def _unclosed(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each opening mark that nothing closes in its passage."""
    opened: list[tuple[int, int]] = []
    for match in MARKS.finditer(passage.text):
        if match[0] in "¿¡":
            opened.append(match.span())
        elif match[0] in "?!":
            opened.clear()
    yield from opened[:1]


RULES = (
    Rule(
        "es-question-unopened",
        AUTHORITY,
        "The question has no ¿.",
        "Write ¿ where it begins.",
        "Qué hacer?",
        "¿Qué hacer?",
        each(_unopened("?"), but=VERSE),
    ),
    Rule(
        "es-exclamation-unopened",
        AUTHORITY,
        "The exclamation has no ¡.",
        "Write ¡ where it begins.",
        "Abajo la guerra!",
        "¡Abajo la guerra!",
        each(_unopened("!"), but=VERSE),
    ),
    Rule(
        "es-mark-unclosed",
        AUTHORITY,
        "«{}» opens and nothing closes it.",
        "Write ? or ! where it ends.",
        "¿Qué hacer.",
        "¿Qué hacer?",
        each(_unclosed, but=VERSE),
    ),
    Rule(
        "es-mark-spaced",
        AUTHORITY,
        "There is a space after the opening mark.",
        "Join the mark to the first word.",
        "¿ Qué hacer?",
        "¿Qué hacer?",
        pattern("(?<=[¿¡])[ \u00a0\u202f]+(?![yoe,] )"),
        Severity.ERROR,
    ),
    Rule(
        "es-stop-after-mark",
        AUTHORITY,
        "A stop follows «?» or «!».",
        "Delete it: the mark ends the sentence.",
        "¿Qué hacer?.",
        "¿Qué hacer?",
        pattern(r"(?<=\w[?!])\.(?!\.)"),
        Severity.ERROR,
    ),
)
