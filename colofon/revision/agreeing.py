"""Two sequences -> where they agree, in time that hardly grows faster than their length."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from colofon.readers.differences import Difference, differences

SMALL = 250_000
"""Pairs of items up to which difflib compares each with each."""

LENGTHS = (8, 4, 2, 1)
"""Items in a row by which we look for what both sequences have once, the surest first."""


class Agreement(NamedTuple):
    """So many items are the same, from `here` in the first sequence and `there` in the second."""

    here: int
    there: int
    size: int


class _Span(NamedTuple):
    """A stretch of both sequences that is to be compared."""

    start: int
    stop: int
    low: int
    high: int

    @property
    def pairs(self) -> int:
        """How many pairs of items there are."""
        return (self.stop - self.start) * (self.high - self.low)


def agreements(first: Sequence[Hashable], second: Sequence[Hashable]) -> list[Agreement]:
    """Return the stretches that agree, in the order of both.

    What both have once, and in the same order, is held to be the same (patience diff, by
    runs of items); difflib compares the small stretches between. Long ones in which nothing
    stands once repeat themselves, or have nothing in common: they are followed side by side.
    """
    found: list[Agreement] = []
    waiting = [_Span(0, len(first), 0, len(second))]
    while waiting:
        span = _trimmed(first, second, waiting.pop(), found)
        if not span.pairs:
            continue
        if span.pairs <= SMALL:
            found.extend(_matched(first, second, span))
            continue
        anchors = _anchors(first, second, span)
        if not anchors:
            found.extend(_resumed(first, second, span))
            continue
        ends = [(span.start, span.low), *anchors, (span.stop, span.high)]
        waiting += [
            _Span(start, stop, low, high) for (start, low), (stop, high) in itertools.pairwise(ends)
        ]
    return sorted(each for each in found if each.size)


def _trimmed(
    first: Sequence[Hashable], second: Sequence[Hashable], span: _Span, found: list[Agreement]
) -> _Span:
    """Take off what agrees at the beginning and at the end of a span, into `found`."""
    start, stop, low, high = span
    while start < stop and low < high and first[start] == second[low]:
        start, low = start + 1, low + 1
    found.append(Agreement(span.start, span.low, start - span.start))
    while start < stop and low < high and first[stop - 1] == second[high - 1]:
        stop, high = stop - 1, high - 1
    found.append(Agreement(stop, high, span.stop - stop))
    return _Span(start, stop, low, high)


def _matched(
    first: Sequence[Hashable], second: Sequence[Hashable], span: _Span
) -> Iterator[Agreement]:
    """Compare each item of a span with each."""
    here, there = first[span.start : span.stop], second[span.low : span.high]
    for match in SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks():
        yield Agreement(span.start + match.a, span.low + match.b, match.size)


def _resumed(
    first: Sequence[Hashable], second: Sequence[Hashable], span: _Span
) -> Iterator[Agreement]:
    """Follow both sides of a span, and look at each difference for where they agree again."""
    here, there = first[span.start : span.stop], second[span.low : span.high]
    start, low = 0, 0
    end = Difference(len(here), len(here), len(there), len(there))
    for each in (*differences(here, there), end):
        yield Agreement(span.start + start, span.low + low, each.start - start)
        start, low = each.stop, each.high


def _anchors(
    first: Sequence[Hashable], second: Sequence[Hashable], span: _Span
) -> list[tuple[int, int]]:
    """Return where runs of items stand that both have once, as many as are in the same order."""
    for length in LENGTHS:
        here = _once(first, span.start, span.stop, length)
        there = _once(second, span.low, span.high, length)
        if pairs := [(here[run], there[run]) for run in here.keys() & there.keys()]:
            return _rising(sorted(pairs))
    return []


def _once(items: Sequence[Hashable], start: int, stop: int, length: int) -> dict[int, int]:
    """Map the hash of each run of items that a stretch has once to where the run begins."""
    found: dict[int, int] = {}
    for at in range(start, stop - length + 1):
        run = hash(tuple(items[at : at + length]))
        found[run] = -1 if run in found else at
    return {run: at for run, at in found.items() if at >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest series of pairs that rises in both (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(pairs):
        place = bisect_left(tops, there)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [there]
        ends[place : place + 1] = [index]
    series, index = [], ends[-1] if ends else -1
    while index >= 0:
        series.append(pairs[index])
        index = before[index]
    return series[::-1]
