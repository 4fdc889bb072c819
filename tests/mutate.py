"""Finished files -> the same files with one word damaged, by code that shares nothing with readers.

HTML and EPUB are edited as strings, PDF as the operators of its content streams.
"""

from __future__ import annotations

import io
import itertools
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pikepdf

KINDS = ("drop", "double", "swap", "glue", "split", "letter")

Glyph = TypeVar("Glyph")


@dataclass(frozen=True)
class Mutant:
    """A damaged file: how, where («body» or «notes»), and what was there before."""

    kind: str
    part: str
    before: str
    data: bytes


def damage(kind: str, first: list[Glyph], space: Glyph, second: list[Glyph]) -> list[Glyph]:
    """Damage two words and the space between them, whatever their letters are made of."""
    middle = len(first) // 2
    return {
        "drop": second,
        "double": [*first, space, *first, space, *second],
        "swap": [*second, space, *first],
        "glue": [*first, *second],
        "split": [*first[:middle], space, *first[middle:], space, *second],
        "letter": [*first[:middle], first[middle - 1], *first[middle + 1 :], space, *second],
    }[kind]


def is_visible(kind: str, first: str, second: str) -> bool:
    """Tell whether a reader could see the damage."""
    middle = len(first) // 2
    if kind == "swap":
        return first != second
    if kind == "letter":
        return middle > 0 and first[middle - 1] != first[middle]
    return kind != "split" or middle > 0


# --- HTML and EPUB

PAIR = re.compile(r"(?<=\s)([^\s<>&]+)(\s)([^\s<>&]+)(?=\s)")
BODY = re.compile(r"<main\b.*?</main>|<body[^>]*bodymatter.*?</body>", re.DOTALL)
NOTES = re.compile(r"<section[^>]*doc-endnotes.*?</section>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def markup(text: str, part: str, kind: str, chance: random.Random) -> tuple[str, str] | None:
    """Damage a page of HTML or XHTML; return the words and the page, None if it has no words."""
    regions = list((BODY if part == "body" else NOTES).finditer(text))
    pairs = list[re.Match[str]]()
    for region in regions:
        tags = [
            (region.start() + m.start(), region.start() + m.end()) for m in TAG.finditer(region[0])
        ]
        for (_, start), (stop, _) in itertools.pairwise(tags):
            pairs.extend(PAIR.finditer(text, start, stop))
    pairs = [pair for pair in pairs if is_visible(kind, pair[1], pair[3])]
    if not pairs:
        return None
    pair = chance.choice(pairs)
    changed = "".join(damage(kind, list(pair[1]), pair[2], list(pair[3])))
    return pair[0], text[: pair.start()] + changed + text[pair.end() :]


def html(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant:
    """Damage a web page."""
    found = markup(data.decode(), part, kind, chance)
    assert found, "the page has no words"
    return Mutant(kind, part, found[0], found[1].encode())


def epub(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant:
    """Damage one document of an EPUB."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        members = {info.filename: book.read(info) for info in book.infolist()}
    found = None
    pages = [name for name in members if name.endswith(".xhtml")]
    while not found:
        name = chance.choice(pages)
        found = markup(members[name].decode(), part, kind, chance)
    members[name] = found[1].encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        for member, content in members.items():
            book.writestr(member, content)
    return Mutant(kind, part, found[0], target.getvalue())


# --- PDF

Shown = tuple[int, float]
"""A character code, and how far the next one is moved back, in thousandths of the type size."""


def pdf(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant:
    """Damage one string on a page of a PDF that has text and notes."""
    with pikepdf.open(io.BytesIO(data)) as book:
        found = [show for page in book.pages for show in _shows(book, page)]
        text, notes = _commonest(found)[:2]
        size = text if part == "body" else notes
        pages = [{show.page for show in found if show.size == each} for each in (text, notes)]
        pairs = [
            (show, pair)
            for show in found
            if show.size == size and show.page in pages[0] & pages[1]
            for pair in show.pairs()
            if is_visible(kind, show.text(*pair[0]), show.text(*pair[1]))
        ]
        show, (first, second) = chance.choice(pairs)
        before = f"{show.text(*first)} {show.text(*second)}"
        show.damage(kind, first, second)
        target = io.BytesIO()
        book.save(target)
    return Mutant(kind, part, before, target.getvalue())


Span = tuple[int, int]


@dataclass
class _Show:
    """One text-showing operator of a page: its glyphs, and how to put others in their place."""

    page: int
    size: float
    glyphs: list[Shown]
    unicode: dict[int, str]
    replace: Callable[[list[Shown]], None]

    def text(self, start: int, stop: int) -> str:
        """Read some glyphs."""
        return "".join(self.unicode.get(code, "?") for code, _ in self.glyphs[start:stop])

    def pairs(self) -> Iterator[tuple[Span, Span]]:
        """Yield neighbouring words with spaces on all sides."""
        spaces = [i for i, (code, _) in enumerate(self.glyphs) if self.unicode.get(code) == " "]
        for a, b, c in zip(spaces, spaces[1:], spaces[2:], strict=False):
            if a + 1 < b and b + 1 < c:
                yield (a + 1, b), (b + 1, c)

    def damage(self, kind: str, first: Span, second: Span) -> None:
        """Damage two neighbouring words."""
        one, two = self.glyphs[slice(*first)], self.glyphs[slice(*second)]
        if kind == "glue":
            one[-1] = (one[-1][0], 0)
        changed = damage(kind, one, self.glyphs[first[1]], two)
        self.replace([*self.glyphs[: first[0]], *changed, *self.glyphs[second[1] :]])


def _shows(book: pikepdf.Pdf, page: Any) -> Iterator[_Show]:
    """Yield what a page shows besides artifacts and text that ActualText replaces."""
    instructions = [(list(i.operands), i.operator) for i in pikepdf.parse_content_stream(page)]
    marks: list[bool] = []
    font, size = None, 0.0
    for index, (operands, operator) in enumerate(instructions):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            replaced = len(operands) > 1 and "/ActualText" in operands[1]
            marks.append(str(operands[0]) == "/Artifact" or replaced)
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font, size = page.Resources.Font[str(operands[0])], float(operands[1])
        elif name == "TJ" and not any(marks):

            def replace(glyphs: list[Shown], index: int = index) -> None:
                instructions[index] = ([_array(glyphs)], pikepdf.Operator("TJ"))
                page.Contents = book.make_stream(pikepdf.unparse_content_stream(instructions))

            yield _Show(page.index, size, _glyphs(operands[0]), _unicode(font), replace)


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


def _array(glyphs: list[Shown]) -> pikepdf.Array:
    """Write the operand of TJ."""
    items: list[Any] = []
    for code, back in glyphs:
        items.extend((pikepdf.String(code.to_bytes(2, "big")), back))
    return pikepdf.Array(items)


def _unicode(font: Any) -> dict[int, str]:
    """Read what each code of a font means, one code a line as WeasyPrint writes them."""
    pairs = re.findall(rb"<([0-9a-fA-F]{4})> *<([0-9a-fA-F]+)>", font.ToUnicode.read_bytes())
    return {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs}


def _commonest(found: list[_Show]) -> list[float]:
    """Return the type sizes of the book, those of most glyphs first: text, then notes."""
    counts: dict[float, int] = {}
    for show in found:
        counts[show.size] = counts.get(show.size, 0) + len(show.glyphs)
    return sorted(counts, key=lambda size: -counts[size])
