"""Two streams of words -> where they differ, in time that grows with their length."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

Content = TypeVar("Content", str, bytes, memoryview)

WINDOW = 64
"""Words on each side of a difference that are compared first."""

WIDEST = 4096
"""Words on each side at which we stop looking for where the streams agree again."""

AGREEMENT = 4
"""Words in a row that must be the same for the streams to agree again."""


class Difference(NamedTuple):
    """Words `start` to `stop` of the first stream stand as `low` to `high` in the second."""

    start: int
    stop: int
    low: int
    high: int


def differences(first: Sequence[Hashable], second: Sequence[Hashable]) -> Iterator[Difference]:
    """Yield the differences of two streams in order; nothing if they are equal.

    Streams are compared word by word while they agree. At a difference difflib looks
    for the next agreement in a window, which grows until one is found; without one
    the rest of both streams is one difference.
    """
    if first == second:
        return
    here, there = 0, 0
    while here < len(first) or there < len(second):
        if here < len(first) and there < len(second) and first[here] == second[there]:
            here, there = here + 1, there + 1
            continue
        found, here, there = _resume(first, second, here, there)
        yield from found


def _resume(
    first: Sequence[Hashable], second: Sequence[Hashable], here: int, there: int
) -> tuple[list[Difference], int, int]:
    """Compare windows from a difference on; return what differs and where both go on."""
    width = WINDOW
    while True:
        left, right = first[here : here + width], second[there : there + width]
        ends = here + len(left) == len(first) and there + len(right) == len(second)
        found: list[Difference] = []
        matcher = SequenceMatcher(None, left, right, autojunk=False)
        for kind, start, stop, low, high in matcher.get_opcodes():
            if kind != "equal":
                found.append(Difference(here + start, here + stop, there + low, there + high))
            elif found and stop - start >= AGREEMENT:
                return found, here + stop, there + high
        if ends:
            return found, len(first), len(second)
        if width >= WIDEST:
            return [Difference(here, len(first), there, len(second))], len(first), len(second)
        width *= 4


def first_difference(ours: Content, theirs: Content) -> int:
    """Return how much is the same at the beginning of both, by halves: files can be long."""
    low, high = 0, min(len(ours), len(theirs))
    while low < high:
        middle = (low + high + 1) // 2
        if ours[low:middle] == theirs[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
