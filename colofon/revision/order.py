"""Changes -> the same, in the order in which a reader of the second edition meets them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")


def ordered(
    changes: Iterable[tuple[tuple[int, ...], tuple[int, ...], Item]],
    pairs: Iterable[tuple[int, int]],
) -> list[Item]:
    """Sort changes by where they stand in the second edition, each with its places in both.

    What only the first has stands behind what it followed there; `pairs` tell where that is.
    """
    known = sorted(pairs)
    olds = [old for old, _ in known]

    def place(change: tuple[tuple[int, ...], tuple[int, ...], Item]) -> tuple[int, int, int]:
        old, new, _ = change
        if new:
            return new[0], 0, 0
        at = bisect_left(olds, old[0])
        return (known[at - 1][1] if at else -1), 1, old[0]

    return [item for _, _, item in sorted(changes, key=place)]
