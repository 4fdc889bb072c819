"""The operators that make a path (ISO 32000-1, 8.5.2) -> where it runs, and how thin it is."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pikepdf import Matrix

from colofon.preflight.state import around

Point = tuple[float, float]

EVEN = 1e-3
"""Points by which a level line may rise, for rounding."""

CORNERS = 4
"""Of a rectangle; it may come back to the first."""


class Path:
    """A path as it is made, in the coordinates of the page."""

    FILLING = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
    STROKING = frozenset(("S", "s", "B", "B*", "b", "b*"))
    PAINTING = FILLING | STROKING | {"n"}

    def __init__(self) -> None:
        self.parts: list[list[Point]] = []
        self.curved: set[int] = set()
        self.clips = False

    @property
    def points(self) -> list[Point]:
        """Every point of it, with those that only pull a curve."""
        return [point for part in self.parts for point in part]

    def draws(self, name: str, operands: list[Any], matrix: Matrix) -> bool:
        """Take over an operator; False for one that makes no path."""
        if name in {"W", "W*"}:
            self.clips = True
            return True
        if name not in {"m", "l", "c", "v", "y", "re", "h"}:
            return False
        numbers = [float(each) for each in operands]
        if name == "re":
            x, y, width, height = numbers
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
            self.parts.append([matrix.transform(corner) for corner in corners])
            return True
        points = [matrix.transform(pair) for pair in zip(*[iter(numbers)] * 2, strict=True)]
        if name == "m" or not self.parts:
            self.parts.append([])
        if name in {"c", "v", "y"}:
            self.curved.add(len(self.parts) - 1)
        self.parts[-1].extend(points)
        return True

    def thinnest(self) -> float:
        """Return the least side of its rectangles in points; 0 if it has none with a surface."""
        sides = []
        for index, part in enumerate(self.parts):
            straight = index not in self.curved and CORNERS <= len(part) <= CORNERS + 1
            if straight and (box := around(part)).width and box.height and _level(part):
                sides.append(min(box.width, box.height))
        return min(sides, default=0.0)


def _level(part: list[Point]) -> bool:
    """Tell whether each side of a part is level or upright."""
    return all(min(abs(x - a), abs(y - b)) < EVEN for (x, y), (a, b) in pairwise(part))
