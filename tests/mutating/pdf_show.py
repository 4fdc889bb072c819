"""The content streams of a PDF -> what each text-showing operator shows, to be put otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Shown = tuple[int, float]
"""A character code, and how far the next one is moved back, in thousandths of the type size."""

Span = tuple[int, int]


@dataclass
class Contents:
    """The operators of one page, written back at every change."""

    book: pikepdf.Pdf
    page: Any
    operators: list[tuple[list[Any], pikepdf.Operator]] = field(init=False)

    def __post_init__(self) -> None:
        read = pikepdf.parse_content_stream(self.page)
        self.operators = [(list(each.operands), each.operator) for each in read]

    def write(self, index: int, operands: list[Any]) -> None:
        """Give an operator other operands."""
        self.operators[index] = (operands, self.operators[index][1])
        data = pikepdf.unparse_content_stream(self.operators)
        self.page.Contents = self.book.make_stream(data)


@dataclass(eq=False)
class Show:
    """One TJ: its page from 0, its marked-content id, its glyphs, and where they begin.

    `size`, `x` and `y` are in the units of the page's content.
    """

    contents: Contents
    index: int
    placed: int
    """Index of the Tm before it."""
    mcid: int
    font: str
    size: float
    glyphs: list[Shown]
    unicode: dict[int, str] = field(repr=False)
    widths: dict[int, float] = field(repr=False)

    @property
    def page(self) -> int:
        """The index of its page."""
        return int(self.contents.page.index)

    @property
    def x(self) -> float:
        """Where it begins."""
        return float(self.contents.operators[self.placed][0][4])

    @property
    def y(self) -> float:
        """Its baseline."""
        return float(self.contents.operators[self.placed][0][5])

    @property
    def codes(self) -> dict[str, int]:
        """The code of each character that the font has."""
        return {text: code for code, text in reversed(self.unicode.items())}

    @property
    def text(self) -> str:
        """What it says."""
        return self.read((0, len(self.glyphs)))

    def read(self, span: Span) -> str:
        """Read some glyphs."""
        return "".join(self.unicode.get(code, "?") for code, _ in self.glyphs[slice(*span)])

    def width(self, span: Span) -> float:
        """Return how wide some glyphs are set."""
        glyphs = self.glyphs[slice(*span)]
        return sum(self.widths.get(code, 1000) - back for code, back in glyphs) * self.size / 1000

    def pairs(self) -> Iterator[tuple[Span, Span]]:
        """Yield neighbouring words with spaces on all sides."""
        spaces = [i for i, (code, _) in enumerate(self.glyphs) if self.unicode.get(code) == " "]
        for a, b, c in zip(spaces, spaces[1:], spaces[2:], strict=False):
            if a + 1 < b and b + 1 < c:
                yield (a + 1, b), (b + 1, c)

    def put(self, span: Span, glyphs: list[Shown]) -> tuple[str, str]:
        """Put glyphs in the place of others; return what it said there before and after."""
        around = (max(0, span[0] - 8), span[1] + 8)
        before = self.read(around)
        self.glyphs = [*self.glyphs[: span[0]], *glyphs, *self.glyphs[span[1] :]]
        items: list[Any] = []
        for code, back in self.glyphs:
            items.extend((pikepdf.String(code.to_bytes(2, "big")), back))
        self.contents.write(self.index, [pikepdf.Array(items)])
        return before, self.read((around[0], around[1] + len(glyphs) - (span[1] - span[0])))

    def end_with_space(self) -> None:
        """Put a space at the end, if none is there."""
        if not self.text.endswith(" ") and " " in self.codes:
            end = len(self.glyphs)
            self.put((end, end), [(self.codes[" "], 0)])

    def move(self, by: float) -> None:
        """Move it to the right."""
        matrix = list(self.contents.operators[self.placed][0])
        self.contents.write(self.placed, [*matrix[:4], float(matrix[4]) + by, matrix[5]])


def shows(book: pikepdf.Pdf, page: Any) -> Iterator[Show]:
    """Yield what a page shows in the structure, but for text that ActualText replaces."""
    contents = Contents(book, page)
    marks: list[int] = []
    font, size, placed = "", 0.0, 0
    for index, (operands, operator) in enumerate(contents.operators):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if len(operands) > 1 else {}
            marks.append(-1 if "/ActualText" in properties else int(properties.get("/MCID", -1)))
        elif name == "EMC":
            marks.pop()
        elif name == "Tm":
            placed = index
        elif name == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif name == "TJ" and marks and min(marks) >= 0:
            about = _font(page.Resources.Font[font])
            glyphs = _glyphs(operands[0])
            yield Show(contents, index, placed, marks[-1], font, size, glyphs, *about)


def _glyphs(array: Any) -> list[Shown]:
    """Read the operand of TJ."""
    glyphs: list[Shown] = []
    for each in array:
        if isinstance(each, pikepdf.String):
            data = bytes(each)
            glyphs.extend(
                (int.from_bytes(data[i : i + 2], "big"), 0) for i in range(0, len(data), 2)
            )
        elif glyphs:
            glyphs[-1] = (glyphs[-1][0], glyphs[-1][1] + float(each))
    return glyphs


_KNOWN: dict[bytes, tuple[dict[int, str], dict[int, float]]] = {}


def _font(font: Any) -> tuple[dict[int, str], dict[int, float]]:
    """Read what each code of a font means, one a line as WeasyPrint writes them, and its width."""
    data = font.ToUnicode.read_bytes()
    if data not in _KNOWN:
        pairs = re.findall(rb"<([0-9a-fA-F]{4})> *<([0-9a-fA-F]+)>", data)
        meanings = {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs}
        _KNOWN[data] = meanings, _widths(list(font.DescendantFonts[0].W))
    return _KNOWN[data]


def _widths(array: list[Any]) -> dict[int, float]:
    """Read the widths of a font (ISO 32000-1, 9.7.4.3), in thousandths of the type size."""
    widths: dict[int, float] = {}
    while array:
        if isinstance(array[1], pikepdf.Array):
            first, some = array.pop(0), array.pop(0)
            widths.update((int(first) + i, float(width)) for i, width in enumerate(some))
        else:
            low, high, width = (array.pop(0) for _ in range(3))
            widths.update((code, float(width)) for code in range(int(low), int(high) + 1))
    return widths
