"""The cover is one picture, in the EPUB, by itself and small, and is put into words."""

from __future__ import annotations

import io
from collections.abc import Generator
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from colofon.finding import Finding, Place
from colofon.readers import description
from colofon.readers import epub as epub_reader

FULL = (1600, 2560)
"""Pixels that shops ask for: the longer side 1.6 times the shorter (Kindle Publishing Guidelines,
«Cover Image Guidelines»)."""

SMALL = (320, 512)

APART = 8
"""How far, of 255, a thumbnail may be from the cover on average: drawing is not shrinking."""


END = b"\xff\xd9"
"""The last marker of a JPEG (ISO/IEC 10918-1, B.1.1.3): Pillow may have been told to miss it."""


def check(*, cover: Path, thumbnail: Path, epub: Path) -> Generator[Finding, None, dict[str, int]]:
    """Open both pictures; compare them with each other and with the EPUB's."""
    pictures = yield from _in_epub(epub, cover)
    whole = yield from _open(cover, FULL)
    small = yield from _open(thumbnail, SMALL)
    if whole and small and _apart(whole, small) > APART:
        yield Finding(
            "thumbnail-other",
            "The thumbnail shows another picture than the cover.",
            Place(thumbnail.name),
            "Draw both from the same page.",
        )
    return {"pictures": pictures + 2}


def _in_epub(epub: Path, cover: Path) -> Generator[Finding, None, int]:
    """Compare the EPUB's cover with the other, ask for its words, and count it."""
    book = epub_reader.read(epub)
    items = [each for each in book.manifest.values() if "cover-image" in each.properties]
    if [book.members.get(each.path) for each in items] != [cover.read_bytes()]:
        yield Finding(
            "cover-other",
            "The cover in the EPUB is not the one that is published by itself.",
            Place(epub.name),
            "Make both again: the EPUB takes the other's bytes.",
        )
    if not description.describe(book).cover:
        yield Finding(
            "cover-unspoken",
            "The cover has no alternative text.",
            Place(epub.name),
            "Give the image of the cover's page an «alt».",
        )
    return len(items)


def _open(path: Path, size: tuple[int, int]) -> Generator[Finding, None, Image.Image | None]:
    """Return a picture, if it is a whole JPEG; its size must be this one."""
    data = path.read_bytes()
    try:
        picture = Image.open(io.BytesIO(data)).convert("RGB") if data.endswith(END) else None
    except OSError:
        picture = None
    if picture is None:
        yield Finding("bad-picture", "It is no whole JPEG.", Place(path.name), "Make it again.")
    elif picture.size != size:
        said, wanted = (f"{width} × {height}" for width, height in (picture.size, size))
        yield Finding(
            "cover-size",
            f"The picture has {said} pixels.",
            Place(path.name),
            f"Draw it with {wanted}.",
        )
    return picture


def _apart(whole: Image.Image, small: Image.Image) -> float:
    """Return how far two pictures are from each other on average, in the worst channel."""
    shrunk = whole.resize(small.size, Image.Resampling.BOX)
    return max(ImageStat.Stat(ImageChops.difference(shrunk, small)).mean)
