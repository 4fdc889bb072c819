"""The state of drawing (ISO 32000-1, 8.4 and 9.3): where, in which colour, how it overprints."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pikepdf import Dictionary, Matrix, Name

from colofon.preflight import colours

NORMAL = {"/Normal", "/Compatible"}
"""The blend modes that hide what lies below (ISO 32000-1, 11.3.5)."""


class Box(NamedTuple):
    """A rectangle in points, from the corner of a page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def grown(self, by: float) -> Box:
        """Return it larger by as much on each side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def holds(self, other: Box, slack: float = 0.0) -> bool:
        """Tell whether another lies within it, but for some slack."""
        grown = self.grown(slack)
        return (
            grown.left <= other.left
            and grown.bottom <= other.bottom
            and grown.right >= other.right
            and grown.top >= other.top
        )

    def shared(self, other: Box) -> Box | None:
        """Return what it has in common with another; a line or a point is something."""
        corners = (max(self.left, other.left), max(self.bottom, other.bottom))
        both = Box(*corners, min(self.right, other.right), min(self.top, other.top))
        return both if both.width >= 0 and both.height >= 0 else None


def around(points: list[tuple[float, float]]) -> Box:
    """Return the smallest box around some points."""
    across, up = zip(*points, strict=True)
    return Box(min(across), min(up), max(across), max(up))


def moved(matrix: Matrix, box: Box) -> Box:
    """Return the box around a box that a matrix moves."""
    corners = [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    return around([matrix.transform(corner) for corner in corners])


def stretch(matrix: Matrix) -> tuple[float, float]:
    """Return by how much a matrix lengthens what is level, and what is upright."""
    return math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)


@dataclass(frozen=True)
class State:
    """What q saves and Q brings back."""

    matrix: Matrix = field(default_factory=Matrix)
    clip: Box | None = None
    fill: colours.Colour = colours.INITIAL
    stroke: colours.Colour = colours.INITIAL
    pattern: Any = None
    width: float = 1.0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    mode: int = 0
    see_through: tuple[str, ...] = ()
    """Why what is drawn does not wholly hide what lies below."""
    font: Any = None
    size: float = 0.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0
    tiled: Box | None = None
    """Where the tile that is drawn is repeated."""

    def clipped(self, box: Box) -> State:
        """Return it with a narrower window; one that nothing passes is a point far away."""
        both = self.clip.shared(box) if self.clip else box
        return replace(self, clip=both or Box(math.inf, math.inf, -math.inf, -math.inf))

    def shown(self, box: Box) -> Box | None:
        """Return as much of a box as the window lets pass."""
        return self.clip.shared(box) if self.clip else box

    def extended(self, given: Any) -> State:
        """Take over what a dictionary of graphics state says (ISO 32000-1, 8.4.5)."""
        state = self
        if Name.OP in given:
            state = replace(state, stroke_overprints=bool(given.OP))
        if Name.op in given or Name.OP in given:
            state = replace(state, fill_overprints=bool(given.get(Name.op, given.get(Name.OP))))
        if Name.OPM in given:
            state = replace(state, mode=int(given.OPM))
        if Name.LW in given:
            state = replace(state, width=float(given.LW))
        if Name.Font in given:
            font, size = given.Font
            state = replace(state, font=font, size=float(size))
        return replace(state, see_through=_see_through(given, state.see_through))


def _see_through(given: Any, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return what keeps things from hiding those below (ISO 32000-1, 11.6)."""
    kept = set(before)
    for key, what in ((Name.ca, "ca"), (Name.CA, "CA")):
        if key in given:
            kept = kept - {what} | ({what} if float(given[key]) < 1 else set())
    if Name.SMask in given:
        kept = kept - {"SMask"} | ({"SMask"} if isinstance(given.SMask, Dictionary) else set())
    if Name.BM in given:
        modes = [given.BM] if isinstance(given.BM, Name) else list(given.BM)
        normal = all(str(mode) in NORMAL for mode in modes)
        kept = kept - {"BM"} | (set() if normal else {"BM"})
    return tuple(sorted(kept))
