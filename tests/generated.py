"""Chance -> a master, and what its outputs must say, written together.

What is expected is written by the same hand as the Markdown, and knows neither pandoc nor our
model, makers or readers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from alphabet import SIGNS, STOPS, WORD

HEAD = """---
title: Prueba
authors:
  - name: Ana Pérez
language: es
issued: 2024-02-29
---

"""


@dataclass(frozen=True)
class Line:
    """The words of one block; `mark` if a list shows them and the master does not hold them."""

    words: tuple[str, ...]
    mark: bool = False


@dataclass
class Work:
    """A master, and the blocks that its body and each of its notes must have."""

    text: str = ""
    body: list[Line] = field(default_factory=list)
    notes: list[list[Line]] = field(default_factory=list)


class Writer:
    """Writes a work by drawing from chance."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.work = Work()
        self.lines = self.work.body
        self.defined: list[str] = []
        self.in_note = False

    def one_of(self, *makers: Callable[[], str]) -> str:
        """Write one of several things."""
        index: int = self.draw(st.integers(0, len(makers) - 1))
        return makers[index]()

    def number(self, low: int, high: int) -> int:
        """Draw a number."""
        return self.draw(st.integers(low, high))

    def word(self) -> str:
        """Draw a word."""
        return self.draw(WORD)

    def words(self, low: int = 1, high: int = 4) -> str:
        """Draw some words."""
        return " ".join(self.word() for _ in range(self.number(low, high)))

    # --- phrases: what is written, and what is shown

    def phrase(self, *, long: bool = True) -> tuple[str, str]:
        """Write a phrase that begins with a word."""
        first = self.word()
        parts = [(first, first)]
        for _ in range(self.number(1, 6 if long else 2)):
            parts.append(self.piece(long=long))
        written = " ".join(part for part, _ in parts)
        return written, " ".join(shown for _, shown in parts)

    def piece(self, *, long: bool) -> tuple[str, str]:
        """Write a part of a phrase, perhaps with a stop, perhaps with the call of a note."""
        choice = self.number(0, 9)
        word, stop = self.words(), self.draw(STOPS)
        if choice == 0:
            return self.draw(SIGNS)
        if choice in {1, 2} and not self.in_note:
            call, shown = self.call()
            stops = (stop, "") if choice == 1 else ("", stop)
            return call.join((word + stops[0], stops[1])), shown.join((word + stops[0], stops[1]))
        if choice in {3, 4} and long:
            other, end = self.word() + stop, ("\\\n", "\n")[choice - 3]
            return f"{word}{end}{other}", f"{word} {other}"
        before, after = MARKS.get(choice, [("", "")])[self.number(0, 2) if choice in MARKS else 0]
        return f"{before}{word}{after}{stop}", f"{word}{stop}"

    def call(self) -> tuple[str, str]:
        """Write a note and its call."""
        number = len(self.work.notes) + 1
        outer, self.lines = self.lines, []
        self.work.notes.append(self.lines)
        self.in_note = True
        blocks = [self.paragraph()]
        for _ in range(self.number(0, 2)):
            blocks.append(self.one_of(self.paragraph, self.paragraph, self.bullets, self.quotation))
        self.in_note, self.lines = False, outer
        body = "\n\n".join(blocks).replace("\n", "\n    ")
        self.defined.append(f"[^ed-{number}]: {body}")
        return f"[^ed-{number}]", str(number)

    # --- blocks

    def show(self, shown: str, *, mark: bool = False) -> None:
        """Expect a block."""
        self.lines.append(Line(tuple(shown.split()), mark))

    def paragraph(self) -> str:
        """Write a paragraph."""
        written, shown = self.phrase()
        self.show(shown)
        return written

    def heading(self) -> str:
        """Write a heading of level 1 to 3."""
        written, shown = self.phrase(long=False)
        self.show(shown)
        return f"{'#' * self.number(1, 3)} {written}"

    def quotation(self) -> str:
        """Write a quotation of one or two paragraphs."""
        inner = [self.paragraph() for _ in range(self.number(1, 2))]
        return "> " + "\n\n".join(inner).replace("\n", "\n> ")

    def bullets(self) -> str:
        """Write a list without numbers, tight or loose."""
        return self.listing(["-"] * self.number(1, 3), "–")

    def numbers(self) -> str:
        """Write a list with numbers."""
        first = self.number(1, 12)
        return self.listing([f"{first + i}." for i in range(self.number(1, 3))], "")

    def listing(self, marks: list[str], shown: str) -> str:
        """Write a list, each item after its mark."""
        items, loose = [], self.number(0, 2) == 0
        for mark in marks:
            self.show(shown or mark, mark=True)
            item = self.paragraph()
            if loose:
                item += f"\n\n{self.paragraph()}"
            indent = "\n" + " " * (len(mark) + 1)
            items.append(f"{mark} {item}".replace("\n", indent))
        return ("\n\n" if loose else "\n").join(items)

    def verse(self) -> str:
        """Write stanzas, each a block."""
        stanzas = []
        for _ in range(self.number(1, 2)):
            lines = [self.words(1, 5) for _ in range(self.number(1, 3))]
            self.show(" ".join(lines))
            stanzas.append("\\\n".join(lines))
        return "::: verse\n" + "\n\n".join(stanzas) + "\n:::"

    def epigraph(self) -> str:
        """Write an epigraph and whose it is."""
        return f"::: epigraph\n{self.paragraph()}\n\n::: attribution\n{self.paragraph()}\n:::\n:::"

    def foreign(self) -> str:
        """Write paragraphs in another language."""
        return f"::: {{lang=fr}}\n{self.paragraph()}\n\n{self.paragraph()}\n:::"

    def drama(self) -> str:
        """Write two speeches."""
        speeches = []
        for _ in range(2):
            (name, (written, shown)) = (self.word(), self.phrase())
            self.show(f"{name}. {shown}")
            speeches.append(f"[{name}.]{{.speaker}} {written}")
        return "::: drama\n" + "\n\n".join(speeches) + "\n:::"

    def definition(self) -> str:
        """Write a term and its explanation."""
        term = self.words()
        self.show(term)
        return f"{term}\n:   {self.paragraph()}".replace("\n", "\n    ").replace("\n    :", "\n:")

    def table(self) -> str:
        """Write a table of two columns."""
        rows = []
        for _ in range(self.number(2, 3)):
            cells = [self.phrase(long=False) for _ in range(2)]
            for _, shown in cells:
                self.show(shown)
            rows.append(f"| {' | '.join(written for written, _ in cells)} |")
        return "\n".join([rows[0], "|---|---|", *rows[1:]])

    def code(self) -> str:
        """Write lines whose spaces count."""
        words = self.words(2, 4)
        self.show(words)
        return "```\n" + words.replace(" ", "\n   ") + "\n```"

    def rule(self) -> str:
        """Write a break in the sense."""
        return "***"

    def write(self) -> Work:
        """Write a whole work."""
        blocks = [self.one_of(self.heading, self.paragraph)]
        for _ in range(self.number(1, 9)):
            blocks.append(
                self.one_of(
                    *(self.paragraph, self.paragraph, self.paragraph, self.heading, self.quotation),
                    *(self.bullets, self.numbers, self.verse, self.epigraph, self.foreign),
                    *(self.drama, self.definition, self.table, self.code, self.rule),
                )
            )
            blocks.append(self.paragraph())
        self.work.text = HEAD + "\n\n".join([*blocks, *self.defined]) + "\n"
        return self.work


MARKS = {
    5: [("*", "*"), ("**", "**"), ("~~", "~~")],
    6: [("[", "]{lang=ru}"), ("[*", "*]{lang=de}"), ("[", "]{.smallcaps}")],
    7: [("[", ']{.corr sic="x y"}'), ('[]{.pb n="2"}', ""), ("", '[]{.pb n="3"}')],
    8: [("[", "](https://example.org/a)"), ("***", "***"), ("*[", "]{lang=fr}*")],
}
"""What may stand around words, before and behind."""


@st.composite
def works(draw: st.DrawFn) -> Work:
    """Draw a work."""
    return Writer(draw).write()
