"""What a page shows: its marks, the strings of its fonts, its groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from colofon.preflight.colours import Colour
from colofon.preflight.state import Box

Kind = Literal["text", "fill", "stroke", "image", "shading"]


@dataclass(frozen=True)
class Mark:
    """Something drawn on a page (from 1)."""

    kind: Kind
    page: int
    box: Box
    colour: Colour
    size: float = 0.0
    """Points: of text its size, of a stroke its width, of a filled path its thinnest rectangle."""
    overprints: bool = False
    mode: int = 0
    """The overprint mode (ISO 32000-1, 8.6.7): 1 lets an ink of 0 % stand."""
    see_through: tuple[str, ...] = ()
    picture: Any = None
    resolution: float = 0.0
    """Of an image, pixels to the inch as it is printed."""


@dataclass
class Sheet:
    """What a page shows."""

    number: int
    marks: list[Mark] = field(default_factory=list)
    codes: dict[Any, tuple[Any, set[bytes]]] = field(default_factory=dict)
    """Each font that is used, by its object, and the strings that it shows."""
    hidden: int = 0
    """Strings of text that are shown without a mark."""
    groups: list[Any] = field(default_factory=list)
    """The transparency groups of the page and of its forms."""
    faults: set[str] = field(default_factory=set)
    """What in its content cannot be followed."""
