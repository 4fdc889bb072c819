"""The bodies of two editions -> their passages, and which of them belong together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from colofon.revision.agreeing import agreements
from colofon.revision.linking import Group, linked, moved
from colofon.revision.reading import Passage, Reading, Token, passages
from colofon.revision.settling import firm, settled, told

Gap = tuple[list[int], list[int]]


@dataclass
class Pairing:
    """The passages of two editions, and how they belong together.

    `groups` are in the order of both; `moved` are single passages in another order. What is
    in neither stands alone.
    """

    first: list[Passage] = field(default_factory=list)
    second: list[Passage] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    moved: list[Group] = field(default_factory=list)

    def add(self, old: Sequence[Passage], new: Sequence[Passage]) -> Gap:
        """Add passages of both, and group those that are the same; return the others."""
        start, low = len(self.first), len(self.second)
        self.first += old
        self.second += new
        same = [
            (start + each.here + step, low + each.there + step)
            for each in agreements([each.words for each in old], [each.words for each in new])
            for step in range(each.size)
        ]
        self.groups += [Group((i,), (j,)) for i, j in same]
        return (
            sorted(set(range(start, len(self.first))) - {i for i, _ in same}),
            sorted(set(range(low, len(self.second))) - {j for _, j in same}),
        )

    def alone(self) -> Gap:
        """Return the passages of both that belong to none."""
        every = (*self.groups, *self.moved)
        olds, news = ({at for each in every for at in each[side]} for side in (0, 1))
        return (
            [i for i in range(len(self.first)) if i not in olds],
            [j for j in range(len(self.second)) if j not in news],
        )


def paired(first: Reading, second: Reading) -> Pairing:
    """Cut both bodies into passages and find what belongs together.

    Passages with the same words come first. What stands between two of them is settled word by
    word, and then linked by the words that are the same. What is left over may have moved.
    """
    here, there = (told(side.body, paged=side.paged) for side in (first, second))
    pairing = Pairing()
    for mine, theirs in _stretches(here, there):
        pairing.add(list(passages(mine)), list(passages(theirs)))
    pairing.moved = [
        Group((i,), (j,))
        for i, j in moved(pairing.first, pairing.second, *pairing.alone())
        if pairing.first[i].words == pairing.second[j].words
    ]
    pairing.groups.sort()
    pairing.groups += [
        group
        for old, new in _gaps(pairing)
        for group in linked(pairing.first, pairing.second, old, new)
    ]
    pairing.groups.sort()
    left = moved(pairing.first, pairing.second, *pairing.alone())
    pairing.moved += [Group((i,), (j,)) for i, j in left]
    return pairing


def _gaps(pairing: Pairing) -> Iterator[Gap]:
    """Yield the passages that belong to none between two groups that follow one another."""
    olds, news = pairing.alone()
    end = Group((len(pairing.first),), (len(pairing.second),))
    i = j = 0
    for group in (*pairing.groups, end):
        old, new = [], []
        while i < len(olds) and olds[i] < group.old[0]:
            old.append(olds[i])
            i += 1
        while j < len(news) and news[j] < group.new[0]:
            new.append(news[j])
            j += 1
        if old and new:
            yield old, new


def _stretches(
    here: list[Token], there: list[Token]
) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Part both bodies into stretches of the same passages, and others, which are settled."""
    cuts = [_cuts(firm(side)) for side in (here, there)]
    keys = [
        [tuple(token.text for token in side[a:b]) for a, b in itertools.pairwise(cut)]
        for side, cut in zip((here, there), cuts, strict=True)
    ]
    low = high = 0
    for start, stop, size in (*agreements(*keys), (len(keys[0]), len(keys[1]), 0)):
        mine = here[cuts[0][low] : cuts[0][start]]
        theirs = there[cuts[1][high] : cuts[1][stop]]
        if mine or theirs:
            yield settled(mine, theirs)
        low, high = start + size, stop + size
        if size:
            yield (
                firm(here[cuts[0][start] : cuts[0][low]]),
                firm(there[cuts[1][stop] : cuts[1][high]]),
            )


def _cuts(found: Sequence[Token]) -> list[int]:
    """Return where passages surely begin, and where the last one ends."""
    return [at for at, token in enumerate(found) if at == 0 or token.begins] + [len(found)]
