"""A printed book without links -> the links that its contents, calls and notes would have."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from colofon.labels import Labels, available
from colofon.readers.pdf_glyphs import Glyph, Page
from colofon.readers.pdf_lines import Line, lines
from colofon.readers.pdf_links import Goal, Link
from colofon.readers.pdf_marks import START, raised

LEADER = re.compile(r"(?:\.\s*){2,}(\S+)")
"""What stands behind an entry of the contents: dots, and the number of a page."""

COMMON = 0.2
"""How much of the commonest type size there must be of the text's: notes may outweigh the text."""

EVEN = 0.5
"""Difference in pt below which two lines stand on one baseline."""

APPARATUS = "Note on the text"
"""What we call the apparatus, in English."""


def linked(pages: list[Page]) -> tuple[list[Page], Goal | None]:
    """Give pages the links that they lack, and tell where the apparatus begins.

    The contents lead to the tops of pages. A call is a superior figure, a note begins with
    its number, small; both count from 1, and a note stands on the page of its call.
    """
    found = {page.number: lines(page) for page in pages}
    entries = list(_entries(pages, found))
    named = {Labels(language)(APPARATUS) for language in available()}
    apparatus = next((Goal(*each[-3:]) for _, said, each in entries if said in named), None)
    links = {number: [link for at, _, link in entries if at == number] for number in found}
    size = _size(itertools.chain(*found.values()))
    following = 1
    for page in pages:
        notes = list(_notes(found[page.number], size, following))
        links[page.number] += _called(page, found[page.number], notes, following)
        following += len(notes)
    return [page._replace(links=links[page.number]) for page in pages], apparatus


def _entries(pages: list[Page], found: dict[int, list[Line]]) -> Iterator[tuple[int, str, Link]]:
    """Yield the entries of the contents: the page they are on, what they say, and a link."""
    labels = {page.label: page.number for page in pages}
    first = math.inf
    for page in pages:
        if page.number >= first:
            return
        text = [line for line in found[page.number] if not line.artifact]
        for leader in found[page.number]:
            match = LEADER.fullmatch(leader.text.strip())
            goal = labels.get(match[1], 0) if match and leader.artifact else 0
            beside = [line for line in text if abs(line.baseline - leader.baseline) < EVEN]
            if goal > page.number and beside:
                first = min(first, goal)
                said = " ".join(line.text.strip() for line in beside)
                yield page.number, said, _link(beside[0].glyphs, Goal(goal, math.nan, math.inf))


def _size(every: Iterable[Line]) -> float:
    """Return the type size of the text: the largest of those that are common."""
    letters = Counter[float]()
    for line in every:
        if not line.artifact:
            letters[line.size] += len(line.glyphs)
    most = max(letters.values(), default=0)
    return max((size for size, count in letters.items() if count >= COMMON * most), default=0)


def _notes(found: list[Line], size: float, following: int) -> Iterator[Line]:
    """Yield the lines that begin the notes of a page, of which the first has a known number."""
    for line in found:
        match = START.match(line.text)
        if match and line.size < size and not line.artifact and int(match[1]) == following:
            yield line
            following += 1


def _called(page: Page, found: list[Line], notes: list[Line], following: int) -> Iterator[Link]:
    """Yield links from the calls of a page's notes to them, and from their numbers back."""
    wanted = iter(enumerate(notes, start=following))
    number, note = next(wanted, (0, None))
    for line in found:
        for start, stop in raised(line):
            glyphs = line.glyphs[start:stop]
            if note is None or "".join(glyph.text for glyph in glyphs) != str(number):
                continue
            yield _link(glyphs, Goal(page.number, note.left, note.baseline))
            back = Goal(page.number, line.left, line.baseline)
            yield _link(note.glyphs[: len(str(number))], back)
            number, note = next(wanted, (0, None))


def _link(glyphs: list[Glyph], goal: Goal) -> Link:
    """Make a link of some characters."""
    bottom = min(glyph.bottom for glyph in glyphs)
    top = max(glyph.baseline + glyph.size for glyph in glyphs)
    return Link(glyphs[0].left, bottom, glyphs[-1].right, top, *goal)
