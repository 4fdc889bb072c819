"""Two PDFs -> pages, objects and packing that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest

from pikepdf import Array, Name, Pdf, String
from pypdfium2 import PdfiumError

from colofon.comparing import pdf_words
from colofon.comparing.difference import Cause, Difference
from colofon.comparing.pdf_pairs import Pairs
from colofon.comparing.pdf_walk import Walk
from colofon.guarded import pdfs
from colofon.readers.pdf_glyphs import opened

Within = Callable[[str, bytes, bytes], Iterator[Difference]]


def differences(ours: bytes, theirs: bytes, within: Within) -> Iterator[Difference]:
    """Yield the differences of two PDFs; `within` compares two attached files of one name.

    Raises Unsafe if one cannot be read.
    """
    with pdfs.opened(ours) as mine, pdfs.opened(theirs) as other:
        pairs = Pairs(mine, other)
        walk = Walk(mine, other, pairs, within)
        walk.run()
        found = [*pairs.differences(), *_drawn(ours, theirs, pairs, walk), *walk.found]
        yield from found
        around = [*_packing(walk, ours, theirs), *_around(mine, other, ours, theirs)]
        yield from around
        if not found and not around:
            text = "Objects are the same, but numbered or placed otherwise."
            yield Difference("", text, Cause.CONTAINER)


def _drawn(ours: bytes, theirs: bytes, pairs: Pairs, walk: Walk) -> Iterator[Difference]:
    """Yield what pages show otherwise."""
    if not walk.redrawn:
        return
    try:
        with opened(ours) as mine, opened(theirs) as other:
            yield from pdf_words.differences(mine, other, pairs.both, walk.redrawn)
    except PdfiumError:
        for number in sorted(walk.redrawn):
            text = "The page is drawn otherwise, and cannot be shown."
            yield Difference(f"page {number}", text, Cause.DAMAGED)


def _packing(walk: Walk, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Say what is packed otherwise though its content is the same."""
    parts = list(dict.fromkeys(walk.repacked))
    if parts:
        more = f" So it is with {len(parts) - 1:,} more." if parts[1:] else ""
        text = f"The content is the same, but packed otherwise.{more}"
        yield Difference(parts[0], text, Cause.RECOMPRESSED)
    before, after = (b"/ObjStm" in each for each in (ours, theirs))
    if before != after:
        there, here = ("" if each else " not" for each in (before, after))
        text = f"Objects are{here} packed together in streams; in the reference they are{there}."
        yield Difference("", text, Cause.RECOMPRESSED)


def _around(mine: Pdf, other: Pdf, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Say what differs in what holds the objects together."""
    if theirs.startswith(ours):
        text = (
            f"{len(theirs) - len(ours):,} bytes were added behind the end of the reference, as "
            "programs do that sign, comment or fill in."
        )
        yield Difference("", text, Cause.CONTAINER)
    facts = zip_longest(_facts(mine), _facts(other))
    for (name, old), (_, new) in facts:
        if old != new:
            text = f"{name} is {new}; in the reference {old}."
            yield Difference("", text, Cause.CONTAINER)


def _facts(pdf: Pdf) -> list[tuple[str, str]]:
    """Return what a file says around its objects."""
    identity = pdf.trailer.get(Name.ID)
    halves = list(identity) if isinstance(identity, Array) else []
    numbers = [f"{bytes(each).hex()[:8]}…" for each in halves if isinstance(each, String)]
    table = "a stream" if pdf.trailer.get(Name.Type) == Name.XRef else "a table"
    return [
        ("The version of PDF", pdf.pdf_version),
        ("The file's identifier", " ".join(numbers) or "none"),
        ("The list of objects", table),
        ("Linearization (for the web)", "there" if pdf.is_linearized else "not there"),
    ]
