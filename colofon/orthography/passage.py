"""One paragraph, heading or note as plain text, each character with its place in the master."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

CALL = "\ufffc"
"""Stands where a note is called (OBJECT REPLACEMENT CHARACTER)."""

HIDDEN = "\ua78f"
"""Stands for a letter that a rule may not judge; a letter itself, so that words stay words."""

HIDDEN_SIGN = "\ue000"
"""Stands for a sign that a rule may not judge; a master holds no private characters."""

NO_LANGUAGE = "zxx"
"""Code and addresses: «no linguistic content» (ISO 639-2)."""


@dataclass(frozen=True)
class Run:
    """Characters from `start` on that stand side by side in the master.

    Where `step` is 0 they all stand at one place: an entity, an address.
    """

    start: int
    line: int
    column: int
    step: int
    lang: str

    def column_at(self, offset: int) -> int:
        """Return the column of a character of this run."""
        return self.column + self.step * (offset - self.start)


@dataclass(frozen=True)
class Passage:
    """A text that a rule reads at once.

    `kind` is paragraph, heading, note, quotation, item, cell, term, verse, drama,
    epigraph or attribution. Soft line breaks are spaces, hard ones U+000A, calls U+FFFC.
    """

    text: str
    kind: str
    runs: tuple[Run, ...]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character in the master, both from 1."""
        index = bisect.bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        run = self.runs[index]
        return run.line, run.column_at(offset)

    def judged(self, language: str | None = None) -> Passage:
        """Hide what is in another language; code and addresses always."""
        parts = []
        ends = [*(run.start for run in self.runs[1:]), len(self.text)]
        for run, end in zip(self.runs, ends, strict=True):
            own = run.lang.partition("-")[0]
            seen = own == language if language else own != NO_LANGUAGE
            words = self.text[run.start : end]
            parts.append(words if seen else _hidden(words, code=own == NO_LANGUAGE))
        return replace(self, text="".join(parts))

    def word_around(self, start: int, end: int) -> str:
        """Return the characters of a span, and the rest of the words that it cuts."""
        while start > 0 and self.text[start - 1].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end].isalnum():
            end += 1
        return self.text[start:end]


def _hidden(text: str, *, code: bool) -> str:
    """Hide a text: all of it as one word if it is code, else letters and signs by themselves."""
    if code:
        return re.sub(f"[^{CALL}]", HIDDEN, text)
    return re.sub(rf"[^\s\w{CALL}]", HIDDEN_SIGN, re.sub(r"\w", HIDDEN, text))


def plain(text: str, kind: str = "paragraph", lang: str = "es") -> Passage:
    """Make a passage of a text that stands in no master."""
    return Passage(text, kind, (Run(0, 1, 1, 1, lang),))


def words(passages: Iterable[Passage]) -> int:
    """Count the words of some passages."""
    return sum(len(passage.text.replace(CALL, " ").split()) for passage in passages)
