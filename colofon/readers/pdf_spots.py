"""A printed book -> what stands where its named destinations lead: words, lines, rows of tables."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from colofon.readers import pdf_geometry, pdf_glyphs
from colofon.readers.once import once
from colofon.readers.pdf_flow import SOFT_HYPHEN
from colofon.readers.pdf_lines import Line, Standing, lines
from colofon.readers.pdf_links import Goal

EVEN = 1.0
"""Difference in pt below which two baselines, or two left ends, are the same."""


HAIR = 0.5
"""How far in pt a sign reaches beyond a point, if it is not before it: the first may hang."""


class Spot(NamedTuple):
    """A character of the text: its page's label, its line on that page from 1, its baseline."""

    page: int
    label: str
    line: int
    baseline: float


@dataclass(frozen=True)
class Spots:
    """The lines of a printed book's text, numbered on each page, and its named destinations."""

    printed: pdf_geometry.Printed
    numbers: list[int]
    """The number of each line on its page: lines on one baseline share theirs."""

    @property
    def goals(self) -> dict[str, Goal]:
        """Where every named destination is."""
        return self.printed.goals

    def at(self, name: str, letters: int) -> tuple[str, Spot, Spot] | None:
        """Read so many letters from a destination on, with the places of the first and last.

        White space and line-end hyphens of ours do not count. None if there is no such place.
        """
        goal = self.goals.get(name)
        read = list(itertools.islice(self._letters(goal), letters)) if goal else []
        if not read:
            return None
        return (
            "".join(letter for letter, _ in read),
            self._spot(read[0][1]),
            self._spot(read[-1][1]),
        )

    def _letters(self, goal: Goal) -> Iterator[tuple[str, int]]:
        """Yield the letters from a point on, each with the index of its line."""
        below = [
            (goal.y - self.printed.lines[index].line.baseline, index)
            for index in self._on_page.get(goal.page, ())
            if self.printed.lines[index].line.baseline < goal.y
        ]
        if not below:
            return
        first = min(below)[1]
        for index in range(first, len(self.printed.lines)):
            for glyph in self.printed.lines[index].line.glyphs:
                before = index == first and glyph.right < goal.x + HAIR
                if not before and not glyph.text.isspace() and glyph.text != SOFT_HYPHEN:
                    yield glyph.text, index

    @cached_property
    def _on_page(self) -> dict[int, list[int]]:
        """The indices of the lines of each page: a book may have as many places as lines."""
        found: dict[int, list[int]] = defaultdict(list)
        for index, standing in enumerate(self.printed.lines):
            found[standing.page].append(index)
        return found

    def _spot(self, index: int) -> Spot:
        """Say where a line stands."""
        page, label, line = self.printed.lines[index]
        return Spot(page, label, self.numbers[index], line.baseline)


@once
def read(path: Path) -> Spots:
    """Read the book, and count the lines of every page."""
    printed = pdf_geometry.read(path)
    return Spots(printed, _numbers(printed.lines))


def _numbers(standing: list[Standing]) -> list[int]:
    """Count lines from the top of each page; those on one baseline are one."""
    tops: dict[int, list[float]] = defaultdict(list)
    for page, _, line in sorted(standing, key=lambda each: -each.line.baseline):
        if not tops[page] or tops[page][-1] - line.baseline > EVEN:
            tops[page].append(line.baseline)
    return [sum(top > line.baseline - EVEN for top in tops[page]) for page, _, line in standing]


def rows(path: Path, names: list[str]) -> list[list[str]]:
    """Read rows of a table that have names: the words of each cell, from left to right.

    A row reaches to the next one on its page, a cell is what shares its left end.
    """
    goals = read(path).goals
    found = [goals.get(name) for name in names]
    with pdf_glyphs.opened(path) as document:
        pages = {
            goal.page: lines(pdf_glyphs.read(document, goal.page - 1)) for goal in found if goal
        }
    return [
        _cells(pages[goal.page], goal, follower) if goal else []
        for goal, follower in itertools.zip_longest(found, found[1:])
    ]


def _cells(page: list[Line], goal: Goal, follower: Goal | None) -> list[str]:
    """Read the cells of a row: what is no artifact between it and the next one."""
    foot = follower.y if follower and follower.page == goal.page else 0
    cells: dict[int, list[str]] = defaultdict(list)
    for line in page:
        if foot < line.baseline < goal.y and not line.artifact:
            left = next((key for key in cells if abs(key - line.left) < EVEN), round(line.left))
            cells[left].append(line.text.strip().removesuffix(SOFT_HYPHEN))
    return [" ".join(" ".join(cells[left]).split()) for left in sorted(cells)]
