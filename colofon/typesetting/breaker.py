"""Where a line may end -> where the lines of a paragraph end, chosen together.

After Donald E. Knuth and Michael F. Plass, «Breaking Paragraphs into Lines», Software: Practice
and Experience 11 (1981), 1119-1184: of all ways to break a paragraph, the one with the fewest
demerits. The letters of a line may give as well as its spaces (Hàn Thế Thành, «Micro-typographic
extensions to the TeX typesetting system», 2000), and what hangs is no part of its width.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

TIGHTEST = 0.7
"""A space may shrink to 70 % of the font's own."""

STRETCH = 0.34
"""A space that is wider by so much of its width counts as stretched by 1 (TeX: about 0.5)."""

POWER = 1.1875
"""The badness of a line grows with this power of what it gives.

With Knuth and Plass's 3, a good paragraph gets one more hyphen to make a fair line better. This
one and the demerits below were chosen by trial on our edition, so that it has no more hyphens and
no more loose lines than LuaLaTeX makes of it, with expansion and without. IEEE 754 has square
roots rounded correctly, so that they are alike everywhere; `pow` depends on libm and processor.
"""

LINE_DEMERITS = 1
"""What each line costs: fewer lines are better (plain TeX's \\linepenalty is 10)."""

LOOSE = 1.5
"""A line whose spaces are wider than one and a half of the font's own is loose."""

LOOSE_DEMERITS = 30_000
"""For a loose line."""

LOOSER_DEMERITS = 60_000
"""For a line that is looser still, times how much beyond that its spaces are."""

HYPHEN_DEMERITS = 25_000
"""For a division, and for a hyphen that is written, at the end of a line."""

LADDER_DEMERITS = 3_000
"""For two of them, one after the other (plain TeX's \\doublehyphendemerits: 10 000)."""

UNEVEN_DEMERITS = 3_000
"""For a tight line beside a loose one (plain TeX's \\adjdemerits: 10 000)."""

LADDER = 2
"""As many lines may end in hyphens, one after the other."""

EVENNESS = (-0.5, 0.5, 1.0)
"""Where tight, decent, loose and very loose lines are parted (Knuth and Plass, p. 1155)."""

DECENT = 1


class Break(NamedTuple):
    """A place where a line may end; all widths in one unit, spaces at the font's own width."""

    end: float
    """How wide all text before it is."""
    end_spaces: float
    """How much of that is spaces."""
    start: float
    """How wide all text is before the next line."""
    start_spaces: float
    hyphen: float = 0
    """The width of the hyphen that is set here if the line ends here."""
    divides: bool = False
    """Whether the line then ends in a hyphen."""
    hang: float = 0
    """How far what ends the line hangs."""
    hang_next: float = 0
    """How far what begins the next line hangs."""


@dataclass(frozen=True)
class Rules:
    """What the lines of a paragraph must keep to; widths in the unit of its breaks."""

    width: float
    indent: float = 0
    """Of the first line."""
    least: float = 0
    """How wide a last line must be that is not the only one."""
    expansion: float = 0
    """By what share of their width the letters may give."""
    loosest: float = math.inf
    """How wide spaces may become, where the font's own width is 1."""
    ladder: float = LADDER

    def relaxed(self) -> Iterator[Rules]:
        """Yield the rules as they stand, and less and less strict ones."""
        for loosest in (2.0, math.inf):
            yield replace(self, loosest=loosest)
        yield replace(self, least=0)
        yield replace(self, least=0, ladder=math.inf)


class State(NamedTuple):
    """The best way to a break with so many hyphens in a row and so loose a last line."""

    demerits: float
    before: int
    """The break where the line begins."""
    key: tuple[int, int]
    """How the line before it ended."""


States = dict[tuple[int, int], State]


def choose(breaks: Sequence[Break], rules: Rules) -> list[int] | None:
    """Return at which of the breaks the lines end, the last of them included.

    The first break is the beginning of the text and the last one its end. None if whatever
    is done some line is too wide.
    """
    for each in rules.relaxed():
        found = Search(breaks, each).run()
        if found:
            return found
    return None


class Search:
    """A search for the best breaks under some rules."""

    def __init__(self, breaks: Sequence[Break], rules: Rules) -> None:
        self.breaks, self.rules = breaks, rules
        self.last = len(breaks) - 1
        self.spare = max(each.hang for each in breaks)
        self.states: list[States] = [{} for _ in breaks]
        self.states[0] = {(0, DECENT): State(0, -1, (0, DECENT))}
        self.active = [0]

    def run(self) -> list[int] | None:
        """Go through all breaks; return the best, or None if nothing reaches the end."""
        for at in range(1, self.last + 1):
            self._reach(at)
            if self.states[at]:
                self.active.append(at)
            elif not self.active:
                return None
        ends = self.states[self.last]
        if not ends:
            return None
        return self._way(min(ends, key=lambda key: ends[key].demerits))

    def _way(self, key: tuple[int, int]) -> list[int]:
        """Go back from the end of the text to its beginning."""
        way, at = [], self.last
        while at:
            way.append(at)
            _, at, key = self.states[at][key]
        return way[::-1]

    def _reach(self, at: int) -> None:
        """Find the best lines that end at a break; forget the beginnings that are too far."""
        dead = 0
        for begin in self.active:
            slack, spaces, letters = self._measure(begin, at)
            give = spaces * (1 - TIGHTEST - self.rules.expansion) + letters
            if -slack > give:
                here = self.breaks[at]
                too_far = -slack - here.hyphen > give + self.spare
                dead += too_far
                continue
            room = spaces * (self.rules.loosest - 1 - self.rules.expansion) if spaces else 0
            if at != self.last and slack > room + letters and self.rules.loosest < math.inf:
                if slack - self.breaks[begin].hang_next > room + letters:
                    break  # every later beginning makes a looser line
                continue
            beyond = slack - spaces * (LOOSE - 1 - self.rules.expansion) - letters
            loose = beyond / max(spaces, 1) if at != self.last else 0
            self._join(begin, at, _adjustment(slack, spaces, letters), loose)
        del self.active[:dead]

    def _measure(self, begin: int, at: int) -> tuple[float, float, float]:
        """Return what a line lacks to its width, how wide its spaces are, how much letters give."""
        start, end = self.breaks[begin], self.breaks[at]
        natural = end.end - start.start + end.hyphen
        goal = self.rules.width + start.hang_next + end.hang - (0 if begin else self.rules.indent)
        return (
            goal - natural,
            end.end_spaces - start.start_spaces,
            natural * self.rules.expansion,
        )

    def _join(self, begin: int, at: int, adjustment: float, loose: float) -> None:
        """Go on from every way to a line's beginning to its end, and keep the best."""
        ends, divides, last = self.states[at], self.breaks[at].divides, at == self.last
        if last:
            here, start = self.breaks[at], self.breaks[begin]
            if begin and here.end - start.start < self.rules.least:
                return
            adjustment = min(adjustment, 0)
        fitness = sum(adjustment > limit for limit in EVENNESS)
        cost = (LINE_DEMERITS + 100 * _power(abs(adjustment))) ** 2
        cost += LOOSE_DEMERITS + LOOSER_DEMERITS * loose if loose > 0 else 0
        cost += HYPHEN_DEMERITS if divides else 0
        for key, state in self.states[begin].items():
            run = key[0] + 1 if divides else 0
            if run > self.rules.ladder:
                continue
            total = state.demerits + cost
            total += LADDER_DEMERITS if run > 1 else 0
            total += UNEVEN_DEMERITS if abs(fitness - key[1]) > 1 else 0
            known = ends.get((run, fitness))
            if known is None or total < known.demerits:
                ends[run, fitness] = State(total, begin, key)


def _adjustment(slack: float, spaces: float, letters: float) -> float:
    """Return how much of what a line can give it must: 0 as the font has it, -1 tightest."""
    if slack < 0:
        return slack / (spaces * (1 - TIGHTEST) + letters)
    return slack / max(spaces * STRETCH + letters, 1e-9)


def _power(given: float) -> float:
    """Raise what a line gives to POWER by square roots alone (1 + 1/8 + 1/16)."""
    eighth = math.sqrt(math.sqrt(math.sqrt(given)))
    return given * eighth * math.sqrt(eighth)
