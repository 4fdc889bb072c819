"""The cover by itself, and small: for shops, catalogues and shelves."""

from __future__ import annotations

from colofon.cover.drawing import draw
from colofon.formats import Made
from colofon.front import Front


def make(*, front: Front) -> Made:
    """Write `<slug>-cover.jpg`, 1600 × 2560 pixels, and `<slug>-thumbnail.jpg`, 320 × 512."""
    cover, complaints = draw(front)
    files = {
        f"{front.slug}-cover.jpg": cover.full,
        f"{front.slug}-thumbnail.jpg": cover.thumbnail,
    }
    return Made(files, tuple(complaints))
