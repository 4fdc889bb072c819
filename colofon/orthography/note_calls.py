"""Where notes are called (DPD «llamada de nota»; OLE III 3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from colofon.finding import Severity
from colofon.orthography.passage import CALL, Passage
from colofon.orthography.rule import Hit, Rule, pattern

BEFORE = re.compile(rf"(?<=[\w»)\]…]){CALL}(?=[.,;:](?!\.))")
AFTER = re.compile(rf"(?<=\w{{4}}[.,;:]){CALL}|(?<=[»)\]][.,;:]){CALL}")


def _mixed(passages: Sequence[Passage]) -> Iterator[Hit]:
    """Yield every call that is not placed as most are: before the marks, or after them."""
    before = [(each, match) for each in passages for match in BEFORE.finditer(each.text)]
    after = [(each, match) for each in passages for match in AFTER.finditer(each.text)]
    if before and after:
        for passage, match in after if len(after) <= len(before) else before:
            yield passage, match.start(), match.end()


SPANISH = (
    Rule(
        "es-calls-mixed",
        "DPD «llamada de nota» 3; Libro de estilo de la lengua española",
        "Most notes are called on the other side of the mark.",
        "Call every note before the mark, or every one after it.",
        "pan[^], paz[^]. Vino.[^]",
        "pan[^], paz[^]. Vino[^].",
        _mixed,
    ),
)

NEUTRAL = (
    Rule(
        "call-spaced",
        "DPD «llamada de nota» 2",
        "There is a space before the call of a note.",
        "Join the call to the word.",
        "la paz [^]",
        "la paz[^]",
        pattern(rf"(?<=[\w.,;:?!»”)\]])␣+(?={CALL}(?:\W|$))"),
        Severity.ERROR,
    ),
    Rule(
        "calls-adjacent",
        "DPD «llamada de nota» 2",
        "Two calls stand side by side: 1 and 2 read as 12.",
        "Write a comma in superscript between them, ^,^, or make one note.",
        "la paz[^][^]",
        "la paz[^]",
        pattern(rf"(?<={CALL}){CALL}"),
    ),
)
