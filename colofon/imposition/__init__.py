"""The pages of a book -> the sheets of a booklet, two pages to a side, to be folded together."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from colofon import styles

FILE = styles.FOLDER / "booklet.toml"

MM = 72 / 25.4
"""Points to a millimetre."""


@dataclass(frozen=True)
class Practice:
    """How booklets are made where there is an office printer; lengths in points."""

    width: float
    """Of a sheet that lies on its long side."""
    height: float
    caliper: float
    """The thickness of a leaf."""
    most: int
    """Sheets that are folded together, at most."""
    mark_length: float
    mark_room: float
    """The least room for marks beside the pages."""
    mark_width: float

    @classmethod
    def read(cls) -> Practice:
        """Read `styles/booklet.toml`, which names its sources."""
        data: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
        return cls(
            width=data["sheet"]["width"] * MM,
            height=data["sheet"]["height"] * MM,
            caliper=data["paper"]["caliper"] * MM,
            most=data["signature"]["most"],
            mark_length=data["marks"]["length"] * MM,
            mark_room=data["marks"]["room"] * MM,
            mark_width=data["marks"]["width"],
        )
