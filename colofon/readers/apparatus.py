"""A finished page of HTML or XHTML -> the lines of its apparatus, and where each leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from colofon.readers.markup import plain

TOP = "apparatus"
"""The id of the apparatus."""


class Row(NamedTuple):
    """One line: its cells as words, whether its link leads to the place, and what stands there.

    `back` is whether the words of the text lead back to this line; true of an empty place.
    """

    cells: tuple[str, ...]
    there: str | None
    back: bool
    line: int


Find = Callable[[str, Element], Element | None]
"""What an address in an element's document leads to."""


def rows(roots: list[Element], follow: Find) -> Iterator[Row]:
    """Yield the lines of the apparatus in the order of the documents."""
    tops = [each for root in roots for each in root.iter() if each.get("id") == TOP]
    for top in tops:
        for row in top.iter("{*}tr"):
            links = [each for each in row.iter("{*}a") if each.get("href")]
            if links:
                yield _row(row, links[0], follow)


def _row(row: Element, link: Element, follow: Find) -> Row:
    """Read one line, and follow its link there and back."""
    cells = tuple(plain(cell) for cell in row.iter("{*}td"))
    goal = follow(link.get("href", ""), link)
    if goal is None:
        return Row(cells, None, back=False, line=row.sourceline or 0)
    said = plain(goal)
    back = not said or follow(goal.get("href", ""), goal) is row
    return Row(cells, said, back, row.sourceline or 0)
