"""The edition's fonts, cut down to the characters it uses."""

from __future__ import annotations

import re

from colofon import typefaces
from colofon.formats import Made

BOLD = re.compile(rb"<(?:strong|th|dt)[ >]")
"""What a style sheet of ours sets in semi-bold; without any, no output needs those faces."""


def make(*, page: bytes) -> Made:
    """Subset the faces that the page needs to its characters (those of its tags do no harm)."""
    bold = BOLD.search(page) is not None
    names = [
        name for name, face in typefaces.FACES.items() if bold or face.weight == typefaces.TEXT
    ]
    faces = typefaces.subset(set(page.decode("utf-8")), names)
    return Made({f"fonts/{name}.ttf": data for name, data in faces.items()})
