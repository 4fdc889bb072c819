"""A number of pages -> which of them stand side by side on each sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

PAGES = 4
"""Of a sheet that is folded once."""


class Sheet(NamedTuple):
    """One sheet; pages count from 1, and those behind the last one of the book are blank."""

    signature: int
    """The heap that it is folded with, from 1."""
    outside: int
    """How many sheets of its signature are folded around it."""
    front: tuple[int, int]
    """The pages at the left and at the right."""
    back: tuple[int, int]
    """The same, when the sheet has been turned over its short edge."""


def sheets(pages: int, most: int) -> Iterator[Sheet]:
    """Yield the sheets of a book in the order of printing: each signature's outermost first.

    A signature has at most `most` sheets; where one does not do, all are as equal as they can
    be, the thicker ones first. Blank pages stand at the end of the last one.
    """
    number = -(-pages // PAGES)
    signatures = -(-number // most)
    first = 1
    for signature in range(signatures):
        size = number // signatures + (signature < number % signatures)
        last = first + PAGES * size - 1
        for outside in range(size):
            low, high = first + 2 * outside, last - 2 * outside
            yield Sheet(signature + 1, outside, (high, low), (low + 1, high - 1))
        first = last + 1
