"""Passages that are not the same -> which of them belong together, by the words they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from colofon.revision.agreeing import agreements
from colofon.revision.reading import Passage

HALF = 0.5
"""How much of the shorter of two passages is in the other, if they belong together."""

QUARTER = 0.25
"""How much of the longer one is, where both stand alone between others that do."""

FEW = 3
"""Words of what may be a cell or an item, at most."""

RUN = 3
"""Words in a row by which a passage that has moved and changed is known again."""


class Group(NamedTuple):
    """Passages of the first edition and of the second that belong together, by index."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def linked(
    first: Sequence[Passage], second: Sequence[Passage], old: Sequence[int], new: Sequence[int]
) -> list[Group]:
    """Group passages of a stretch by the words that are the same, in their order."""
    shared = _shared(first, second, old, new)
    links = [
        pair
        for pair, count in shared.items()
        if count >= HALF * min(len(first[pair[0]].words), len(second[pair[1]].words))
    ]
    links += _lonely(first, second, _between(old, new, sorted(links)), shared)
    groups: list[Group] = []
    for i, j in sorted(links):
        last = groups[-1] if groups else Group((), ())
        if i in last.old or j in last.new:
            groups[-1] = Group(_with(last.old, i), _with(last.new, j))
        else:
            groups.append(Group((i,), (j,)))
    return groups


def _with(found: tuple[int, ...], one: int) -> tuple[int, ...]:
    """Add an index, once."""
    return found if one in found else (*found, one)


def _shared(
    first: Sequence[Passage], second: Sequence[Passage], old: Sequence[int], new: Sequence[int]
) -> Counter[tuple[int, int]]:
    """Count the words that two passages have in common, in the order of the stretch."""
    here = [(i, word) for i in old for word in first[i].words]
    there = [(j, word) for j in new for word in second[j].words]
    shared: Counter[tuple[int, int]] = Counter()
    for each in agreements([word for _, word in here], [word for _, word in there]):
        for step in range(each.size):
            shared[here[each.here + step][0], there[each.there + step][0]] += 1
    return shared


def _between(
    old: Sequence[int], new: Sequence[int], links: list[tuple[int, int]]
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the passages of both between two links."""
    low = high = -1
    for i, j in (*links, (max(old, default=0) + 1, max(new, default=0) + 1)):
        yield [each for each in old if low < each < i], [each for each in new if high < each < j]
        low, high = max(low, i), max(high, j)


def _lonely(
    first: Sequence[Passage],
    second: Sequence[Passage],
    between: Iterator[tuple[list[int], list[int]]],
    shared: Counter[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Link two that stand alone between others: headings, a few words, or what shares some."""
    for olds, news in between:
        if len(olds) == len(news) == 1:
            [i], [j] = olds, news
            longer = max(len(first[i].words), len(second[j].words))
            headings = first[i].is_heading and second[j].is_heading
            if headings or longer <= FEW or shared[i, j] >= QUARTER * longer:
                yield i, j


def moved(
    first: Sequence[Passage], second: Sequence[Passage], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield passages that stand elsewhere: with the same words, or with most of them."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in reversed(new):
        places[second[j].words].append(j)
    taken, left = set[int](), list[int]()
    for i in old:
        if places[first[i].words]:
            taken.add(j := places[first[i].words].pop())
            yield i, j
        else:
            left.append(i)
    yield from _alike(first, second, left, [j for j in new if j not in taken])


def _alike(
    first: Sequence[Passage], second: Sequence[Passage], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield passages that have most runs of words in common."""
    runs = {j: _runs(second[j]) for j in new}
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in new:
        for run in runs[j]:
            places[run].append(j)
    taken = set[int]()
    for i in old:
        mine = _runs(first[i])
        counts = Counter(j for run in mine for j in places.get(run, ()) if j not in taken)
        best = max(counts, key=lambda j: (counts[j], -j), default=None)
        if best is not None and counts[best] >= HALF * max(len(mine), len(runs[best])):
            taken.add(best)
            yield i, best


def _runs(passage: Passage) -> set[tuple[str, ...]]:
    """Return the runs of words of a passage."""
    words = passage.words
    return {words[at : at + RUN] for at in range(len(words) - RUN + 1)}
