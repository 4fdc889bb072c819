"""The structure tree of a PDF -> what belongs to text and notes, and which paragraphs are next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Key = tuple[int, int]
"""A page from 0, and a marked-content id."""


@dataclass
class Neighbours:
    """Two paragraphs that follow one another.

    `end` is the last marked content of the first, `start` the first of the other.
    """

    part: str
    parent: Any
    first: Any
    second: Any
    end: Key
    start: Key


class Tree:
    """What the tree says of the text of the work."""

    def __init__(self, book: pikepdf.Pdf) -> None:
        self.book = book
        self.pages = {page.obj.objgen: index for index, page in enumerate(book.pages)}
        self.parts: dict[Key, str] = {}
        """«body», «notes», or «label» for the number of a note."""
        self.calls: list[Key] = []
        self.labels: list[Key] = []
        self.neighbours: list[Neighbours] = []
        self._walk(book.Root.StructTreeRoot, 0, "")

    def merge(self, pair: Neighbours) -> None:
        """Put all of the second paragraph into the first one."""
        kids = list(_kids(pair.first))
        for kid in _kids(pair.second):
            if isinstance(kid, int):
                mark = Dictionary(Type=Name.MCR, MCID=kid, Pg=pair.second.Pg)
                kids.append(self.book.make_indirect(mark))
                self._adopt(pair.second.Pg, kid, pair.first)
            else:
                kids.append(kid)
                if "/P" in kid:
                    kid.P = pair.first
        pair.first.K = Array(kids)
        pair.parent.K = Array([each for each in _kids(pair.parent) if not _same(each, pair.second)])

    def _adopt(self, page: Any, mcid: int, parent: Any) -> None:
        """Tell the parent tree whose a marked content is (ISO 32000-1, 14.7.4.4)."""
        numbers = self.book.Root.StructTreeRoot.ParentTree.Nums
        for key, value in zip(list(numbers)[::2], list(numbers)[1::2], strict=True):
            if key == page.StructParents:
                value[mcid] = parent

    def _walk(self, node: Any, page: int, part: str) -> None:
        """Read an element; `part` is empty outside of the text of the work."""
        role = str(node.get("/S", ""))
        page = self._page(node, page)
        part = _part(node, role, part)
        before = len(self.parts)
        for kid in _kids(node):
            if isinstance(kid, int):
                self._put((page, kid), part)
            elif kid.get("/Type") == Name.MCR:
                self._put((self._page(kid, page), int(kid.MCID)), part)
            elif "/S" in kid:
                self._walk(kid, page, part)
        fresh = list(self.parts)[before:]
        if role == "/Reference" and part:
            self.calls.extend(key for key in fresh if self.parts[key] == "body")
        elif part == "label" and role == "/Lbl":
            self.labels.extend(fresh)
        if part:
            self.neighbours.extend(self._neighbours(node, page, part))

    def _put(self, key: Key, part: str) -> None:
        """Note where a marked content belongs."""
        if part:
            self.parts[key] = part

    def _neighbours(self, node: Any, page: int, part: str) -> Iterator[Neighbours]:
        """Yield the paragraphs of an element between which there are but notes."""
        last = None
        for kid in _kids(node):
            role = "" if isinstance(kid, int) else str(kid.get("/S", ""))
            if role == "/P":
                if last is not None:
                    ends, starts = list(self._keys(last, page)), list(self._keys(kid, page))
                    if ends and starts:
                        yield Neighbours(part, node, last, kid, ends[-1], starts[0])
                last = kid
            elif role != "/Note":
                last = None

    def _keys(self, node: Any, page: int) -> Iterator[Key]:
        """Yield every marked content below an element."""
        page = self._page(node, page)
        for kid in _kids(node):
            if isinstance(kid, int):
                yield page, kid
            elif kid.get("/Type") == Name.MCR:
                yield self._page(kid, page), int(kid.MCID)
            elif "/S" in kid:
                yield from self._keys(kid, page)

    def _page(self, node: Any, page: int) -> int:
        """Return the page that an element names, or the one that it inherits."""
        return self.pages[node.Pg.objgen] if "/Pg" in node else page


def _part(node: Any, role: str, outer: str) -> str:
    """Return where an element belongs that stands in `outer`."""
    if role == "/Part":
        return "body"
    if role == "/Note" and outer:
        return "notes"
    return "label" if role == "/Lbl" and str(node.P.get("/S", "")) == "/Note" else outer


def _kids(node: Any) -> list[Any]:
    """Return what an element holds."""
    kids = node.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _same(one: Any, other: Any) -> bool:
    """Tell whether two objects are one."""
    return not isinstance(one, int) and one.objgen == other.objgen
