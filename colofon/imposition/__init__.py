"""The pages of a book -> the sheets of a booklet, two pages to a side, to be folded together."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from colofon import styles
from colofon.printers import MILLIMETRE

FILE = styles.FOLDER / "booklet.toml"


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
            width=data["sheet"]["width"] * MILLIMETRE,
            height=data["sheet"]["height"] * MILLIMETRE,
            caliper=data["paper"]["caliper"] * MILLIMETRE,
            most=data["signature"]["most"],
            mark_length=data["marks"]["length"] * MILLIMETRE,
            mark_room=data["marks"]["room"] * MILLIMETRE,
            mark_width=data["marks"]["width"],
        )
