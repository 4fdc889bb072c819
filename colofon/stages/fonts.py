"""The edition's fonts, cut down to the characters it uses."""

from __future__ import annotations

from colofon import typefaces
from colofon.formats import Made


def make(*, page: bytes) -> Made:
    """Subset every face to the characters of the page (its tags do no harm)."""
    faces = typefaces.subset(set(page.decode("utf-8")))
    return Made({f"fonts/{name}.ttf": data for name, data in faces.items()})
