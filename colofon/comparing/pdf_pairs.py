"""The pages of two PDFs -> which stand for each other, by what is drawn on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from difflib import SequenceMatcher

from pikepdf import Array, Name, Page, Pdf, Stream

from colofon.comparing.difference import Cause, Difference
from colofon.finding import Place
from colofon.guarded.streams import decoded

Number = tuple[int, int]


class Pairs:
    """Pages of two PDFs, counted from 0: `both` in pairs, `missing` and `added` without one."""

    def __init__(self, ours: Pdf, theirs: Pdf) -> None:
        self.both: list[tuple[int, int]] = []
        self.missing: list[int] = []
        self.added: list[int] = []
        if len(ours.pages) == len(theirs.pages):
            self.both = [(number, number) for number in range(len(ours.pages))]
        else:
            self._match(_digests(ours), _digests(theirs))
        mine, other = ([each.obj.objgen for each in pdf.pages] for pdf in (ours, theirs))
        self._alike = {(mine[one], other[two]) for one, two in self.both}
        self._mine, self._other = set(mine), set(other)
        self._lone = {mine[one] for one in self.missing}, {other[two] for two in self.added}

    def _match(self, ours: list[bytes], theirs: list[bytes]) -> None:
        """Pair the pages of two PDFs that do not have as many."""
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        for _, start, stop, low, high in matcher.get_opcodes():
            both = min(stop - start, high - low)
            self.both.extend((start + step, low + step) for step in range(both))
            self.missing.extend(range(start + both, stop))
            self.added.extend(range(low + both, high))

    def alike(self, ours: Number, theirs: Number) -> bool:
        """Tell whether two objects are pages of one pair, or one of them a page without one."""
        if (ours, theirs) in self._alike:
            return True
        return ours in self._lone[0] or theirs in self._lone[1]

    def differences(self) -> Iterator[Difference]:
        """Yield each page that only one of the files has."""
        for number in self.missing:
            yield Difference(f"page {number + 1}", "The page is missing.", Cause.MISSING)
        for number in self.added:
            text = "The page is not in the reference."
            yield Difference(f"page {number + 1}", text, Cause.ADDED)


def _digests(pdf: Pdf) -> list[bytes]:
    """Return what tells each page from others: a digest of what draws it."""
    return [_digest(page) for page in pdf.pages]


def _digest(page: Page) -> bytes:
    """Return a digest of what draws a page."""
    contents = page.obj.get(Name.Contents)
    listed = list(contents) if isinstance(contents, Array) else [contents]
    drawn = (decoded(each, Place("")) for each in listed if isinstance(each, Stream))
    return hashlib.sha256(b"\n".join(drawn)).digest()
