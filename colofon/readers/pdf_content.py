"""The content streams of a PDF -> the characters of each marked content, and the glyphs used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from colofon.readers.once import once

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""What a glyph is read as that says no character (ISO 32000-1, 9.10.2)."""

NOTDEF = 0
"""The glyph that stands for a missing one (OpenType, «Recommendations»)."""

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass
class Font:
    """One font as the text uses it.

    `name` is its PostScript name with the tag of its subset; `embedded` tells
    whether a font file goes with it; `codes` counts nothing but says which
    character codes the text shows.
    """

    name: str
    embedded: bool
    width: int
    """Bytes of a character code."""
    unicode: dict[int, str] = field(repr=False)
    codes: set[int] = field(default_factory=set, repr=False)

    def read(self, data: bytes) -> str:
        """Turn a shown string into characters."""
        width = self.width
        codes = [int.from_bytes(data[i : i + width], "big") for i in range(0, len(data), width)]
        self.codes.update(codes)
        return "".join(self.unicode.get(code, UNKNOWN) for code in codes)


@dataclass
class Content:
    """What the pages of a PDF show.

    `marked` gives the characters of a page (from 1) and a marked-content id;
    `loose` those of each page that belong neither to the structure nor to an artifact.
    """

    fonts: dict[Any, Font] = field(default_factory=dict)
    marked: dict[tuple[int, int], str] = field(default_factory=lambda: defaultdict(str))
    loose: dict[int, str] = field(default_factory=lambda: defaultdict(str))


@once
def read(path: Path) -> Content:
    """Read every page of a PDF; raise `pikepdf.PdfError` if it is none."""
    content = Content()
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            reader = _Reader(content, number)
            reader.run(page.obj, page.obj.get(Name.Resources, Dictionary()))
    return content


@dataclass
class _Mark:
    """An open marked-content sequence."""

    tag: str
    mcid: int | None
    replaced: bool
    """True inside ActualText, which stands for whatever is shown."""


class _Reader:
    """The state of reading one page: current font, open marks."""

    def __init__(self, content: Content, page: int) -> None:
        self.content = content
        self.page = page
        self.font: Font | None = None
        self.saved: list[Font | None] = []
        self.marks: list[_Mark] = []

    def run(self, stream: Any, resources: Any) -> None:
        """Read the operators of a page or of a form (ISO 32000-1, annex A)."""
        for instruction in pikepdf.parse_content_stream(stream):
            name, operands = str(instruction.operator), list(instruction.operands)
            if name in {"Tj", "TJ", "'", '"'}:
                for string in _strings(operands[-1]):
                    self._show(string)
            elif name in {"BMC", "BDC", "EMC"}:
                self._mark(name, operands, resources)
            elif name == "Do":
                form = resources.XObject[str(operands[0])]
                if form.get(Name.Subtype) == Name.Form:
                    self.run(form, form.get(Name.Resources, resources))
            else:
                self._state(name, operands, resources)

    def _state(self, name: str, operands: list[Any], resources: Any) -> None:
        """Keep the current font (ISO 32000-1, 8.4.2 and 9.3.1)."""
        if name == "Tf":
            self.font = self._font(resources.Font[str(operands[0])])
        elif name == "q":
            self.saved.append(self.font)
        elif name == "Q":
            self.font = self.saved.pop()

    def _show(self, string: bytes) -> None:
        """Read the characters of a shown string."""
        self._put(self.font.read(string) if self.font else UNKNOWN * len(string))

    def _mark(self, name: str, operands: list[Any], resources: Any) -> None:
        """Open or close a marked-content sequence (ISO 32000-1, 14.6).

        Its ActualText stands for whatever it shows (14.9.4).
        """
        if name == "EMC":
            self.marks.pop()
            return
        properties = operands[1] if name == "BDC" else Dictionary()
        if isinstance(properties, Name):
            properties = resources.Properties[str(properties)]
        number = properties.get(Name.MCID)
        mark = _Mark(str(operands[0]), None if number is None else int(number), replaced=False)
        self.marks.append(mark)
        if (actual := properties.get(Name.ActualText)) is not None:
            self._put(str(actual))
            mark.replaced = True

    def _put(self, text: str) -> None:
        """Put characters where they belong; inside of ActualText they belong nowhere."""
        if any(mark.replaced for mark in self.marks):
            return
        mcid = next((mark.mcid for mark in self.marks[::-1] if mark.mcid is not None), None)
        if mcid is not None:
            self.content.marked[self.page, mcid] += text
        elif all(mark.tag != "/Artifact" for mark in self.marks):
            self.content.loose[self.page] += text

    def _font(self, font: Any) -> Font:
        """Return a font, read once."""
        key = font.objgen if font.is_indirect else id(font)
        if key not in self.content.fonts:
            self.content.fonts[key] = _read_font(font)
        return self.content.fonts[key]


def _strings(operand: Any) -> Iterator[bytes]:
    """Yield the strings that a text-showing operator shows."""
    for each in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(each, pikepdf.String):
            yield bytes(each)


def _read_font(font: Any) -> Font:
    """Read a font's name, whether it is embedded, and its ToUnicode map."""
    composite = font.get(Name.Subtype) == Name.Type0
    own = font.DescendantFonts[0] if composite else font
    descriptor = own.get(Name.FontDescriptor, Dictionary())
    files = (Name.FontFile, Name.FontFile2, Name.FontFile3)
    embedded = any(each in descriptor for each in files)
    mapping = font.get(Name.ToUnicode)
    unicode = to_unicode(mapping.read_bytes()) if isinstance(mapping, pikepdf.Stream) else {}
    name = str(font.get(Name.BaseFont, "/unnamed")).removeprefix("/")
    return Font(name, embedded, 2 if composite else 1, unicode)


def to_unicode(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode CMap: character codes and what each means (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(cmap):
        items = list(_items(TOKEN.findall(body)))
        if kind == b"bfchar":
            for code, text in zip(items[::2], items[1::2], strict=True):
                found[int.from_bytes(code, "big")] = text.decode("utf-16-be")
            continue
        for low, high, target in zip(items[::3], items[1::3], items[2::3], strict=True):
            codes = range(int.from_bytes(low, "big"), int.from_bytes(high, "big") + 1)
            found.update(zip(codes, _range(target, len(codes)), strict=True))
    return found


def _items(tokens: Iterable[tuple[bytes, bytes, bytes]]) -> Iterator[Any]:
    """Yield hexadecimal strings as bytes, arrays of them as lists."""
    array: list[bytes] | None = None
    for digits, opens, closes in tokens:
        if opens:
            array = []
        elif closes:
            yield array
            array = None
        elif array is None:
            yield bytes.fromhex(digits.decode())
        else:
            array.append(bytes.fromhex(digits.decode()))


def _range(target: Any, count: int) -> list[str]:
    """Return the texts of a range: a list of them, or one whose last unit counts up."""
    if isinstance(target, list):
        return [each.decode("utf-16-be") for each in target]
    head, last = target[:-2], int.from_bytes(target[-2:], "big")
    return [(head + (last + step).to_bytes(2, "big")).decode("utf-16-be") for step in range(count)]
