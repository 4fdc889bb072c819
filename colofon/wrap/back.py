"""Title, author and description -> what stands on the back, as large as there is room for."""

from __future__ import annotations

from dataclasses import dataclass

from colofon import typefaces
from colofon.cover.fitting import Box, Lines, fit
from colofon.printers import MILLIMETRE
from colofon.wrap.measuring import lines
from colofon.wrap.panels import FOOT, HEAD, Panels

TITLE, AUTHOR, TEXT = "EBGaramond-SemiBold", "EBGaramond-Italic", "EBGaramond-Regular"
"""The faces that wrap.css sets them in."""

SIZES = (14, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9)
"""In which a description is tried, in pt."""

LEADING = 1.42
"""Of the description, in lines of its own size."""

BY = 11
"""The size of the author's name, in pt."""

BELOW = 46
"""What publisher and bar code take at the foot, with the white above them, in mm."""

BETWEEN = 16
"""What the rule and the white round it take, with a line to spare, in mm."""


@dataclass(frozen=True)
class Back:
    """The words of the back; sizes in pt."""

    title: Lines
    by: float
    size: float
    """Of the description; 0 where it has no room."""


def compose(title: str, authors: str, description: str, panels: Panels, below: float) -> Back:
    """Find the sizes, with `below` mm taken at the foot; a description is set whole or not."""
    face = typefaces.FACES[TITLE].file.read_bytes()
    measure = panels.back_measure * MILLIMETRE
    head = fit([title], face, Box(measure, 15 * 1.2 * 4, largest=15, leading=1.2))
    height = (1 - HEAD) * panels.height - FOOT - below - BETWEEN
    named = lines(authors, AUTHOR, measure / BY) * BY * 1.3
    left = height * MILLIMETRE - len(head.lines) * head.size * 1.2 - named
    return Back(head, BY, _size(description, measure, left))


def _size(description: str, measure: float, height: float) -> float:
    """Return the largest size at which a description fits; 0 for none."""
    return next((size for size in SIZES if room(description, size, measure) <= height), 0)


def room(description: str, size: float, measure: float) -> float:
    """Return how high a description is, in pt."""
    return lines(description, TEXT, measure / size) * size * LEADING
