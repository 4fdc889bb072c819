"""The edition's fonts, cut down to the characters it uses."""

from __future__ import annotations

import re

from colofon import typefaces
from colofon.formats import Made
from colofon.front import Front
from colofon.labels import labels_for

BOLD = re.compile(rb"<(?:strong|th|dt)[ >]")
"""What a style sheet of ours sets in semi-bold; without any, no output needs those faces."""


def make(*, front: Front, page: bytes) -> Made:
    """Subset the faces that the page needs to its characters (those of its tags do no harm).

    The EPUB adds labels of its own: landmarks, the names of its parts. Large print has faces
    of its own, and those of the text for letters that they lack.
    """
    bold = BOLD.search(page) is not None
    names = [
        name for name, face in typefaces.FACES.items() if bold or face.weight == typefaces.TEXT
    ]
    characters = set(page.decode("utf-8")) | labels_for(front.language).characters()
    files = {
        f"{folder}/{name}.ttf": data
        for folder, faces in (("fonts", names), ("large-fonts", typefaces.LARGE_FACES))
        for name, data in typefaces.subset(characters, faces).items()
    }
    return Made(files)
