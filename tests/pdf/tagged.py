"""What a tagged PDF holds, read with pikepdf: elements, artifacts and the text of both."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

BFCHAR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


@dataclass
class Elem:
    """A structure element; `kids` are elements, texts and annotations, in order."""

    role: str
    raw: Any
    kids: list[Any] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """All text below."""
        return "".join(kid.text if isinstance(kid, Elem) else str(kid) for kid in self.texts())

    def texts(self) -> Iterator[Any]:
        """Yield elements and texts, without annotations."""
        return (kid for kid in self.kids if isinstance(kid, Elem | str))

    def all(self, *wanted: str) -> list[Elem]:
        """Return the elements below of some types, in order."""
        found = []
        for kid in self.kids:
            if isinstance(kid, Elem):
                found.extend([kid] if kid.role in wanted else [])
                found.extend(kid.all(*wanted))
        return found

    def one(self, role: str) -> Elem:
        """Return the one element of a type."""
        (found,) = self.all(role)
        return found

    @property
    def children(self) -> list[str]:
        """The types of the elements right below."""
        return [kid.role for kid in self.kids if isinstance(kid, Elem)]


class Tagged:
    """A PDF, its tree, and what is outside of it; `used` counts each content in the tree."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.artifacts: list[tuple[int, dict[str, str], str]] = []
        self.marked: dict[tuple[int, int], str] = {}
        self.loose: list[str] = []
        self.used: dict[tuple[int, int], int] = {}
        self._pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        for number, page in enumerate(self.pdf.pages):
            self._read(number, page)
        (top,) = self.pdf.Root.StructTreeRoot.K
        self.top = self._elem(top)

    def _read(self, number: int, page: pikepdf.Page) -> None:
        """Read what one page shows."""
        stack: list[tuple[str, Any]] = []
        maps = {str(name): _to_unicode(font) for name, font in page.resources.Font.items()}
        current: dict[int, str] = {}
        for operation in pikepdf.parse_content_stream(page):
            operands: Any = operation.operands
            match str(operation.operator):
                case "BDC" | "BMC":
                    properties = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
                    stack.append((str(operands[0]), properties))
                    self._show(number, stack, str(properties.get("/ActualText", "")))
                case "EMC":
                    stack.pop()
                case "Tf":
                    current = maps[str(operands[0])]
                case "TJ" if not any("/ActualText" in each for _, each in stack):
                    self._show(number, stack, _spell(operands[0], current))

    def _show(self, number: int, stack: list[tuple[str, Any]], text: str) -> None:
        """Put text where its innermost sequence belongs."""
        if not stack:
            self.loose.append(text)
            return
        tag, properties = stack[-1]
        if "/MCID" in properties:
            key = (number, int(properties.MCID))
            self.marked[key] = self.marked.get(key, "") + text
        elif tag == "/Artifact":
            kind = {key: str(value) for key, value in properties.items()}
            self.artifacts.append((number, kind, text))

    def _elem(self, raw: Any, page: Any = None) -> Elem:
        """Read an element and what is below it."""
        page = raw.get("/Pg", page)
        elem = Elem(str(raw.S)[1:], raw)
        for kid in raw.get("/K", []):
            if isinstance(kid, int):
                elem.kids.append(self._content(elem, page, kid))
            elif kid.get("/Type") == "/MCR":
                elem.kids.append(self._content(elem, kid.Pg, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                elem.kids.append(kid.Obj)
            else:
                elem.kids.append(self._elem(kid, page))
        return elem

    def _content(self, elem: Elem, page: Any, mcid: int) -> str:
        """Return the text of a marked-content sequence."""
        key = (self._pages[page.objgen], mcid)
        elem.pages.add(key[0])
        self.used[key] = self.used.get(key, 0) + 1
        return self.marked[key]


def _to_unicode(font: Any) -> dict[int, str]:
    """Read a font's ToUnicode map."""
    pairs = BFCHAR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _spell(shown: Any, font: dict[int, str]) -> str:
    """Return the text of a TJ operation."""
    codes = b"".join(bytes(each) for each in shown if isinstance(each, pikepdf.String))
    return "".join(
        font[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2)
    )
