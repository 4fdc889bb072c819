"""Two pictures -> whether they look alike, and if so what else differs."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from PIL import Image, ImageChops, UnidentifiedImageError

from colofon.comparing.difference import Cause, Difference
from colofon.finding import Place
from colofon.guarded import Unsafe

MOST_PIXELS = 64_000_000
"""Pixels that are unpacked: A3 at 600 to the inch has 70 million, our covers 10."""

SAID = range(0xE0, 0xF0)
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
"""What books have; decoders of other formats stay closed to strangers."""

MARK = 0xFF
COMMENT = 0xFE
SCAN = 0xDA
ALONE = (0x01, *range(0xD0, 0xD9))
"""JPEG markers: APPn, COM, SOS, and those without a length (ITU-T T.81, B.1.1.3)."""


def differences(name: str, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Yield the one difference of two pictures; raises Unsafe for one that is none."""
    mine, other = _opened(name, ours), _opened(name, theirs)
    if mine.size != other.size or mine.mode != other.mode:
        old, new = (f"{each.width}×{each.height} {each.mode}" for each in (mine, other))
        yield Difference("", f"The picture is {new}; the reference is {old}.", Cause.IMAGE)
    elif mine.tobytes() != other.tobytes():
        yield Difference("", f"The picture looks otherwise: {_changed(mine, other)}.", Cause.IMAGE)
    elif _without_words(ours) == _without_words(theirs):
        text = "The picture is the same; what its file says about it differs."
        yield Difference("", text, Cause.METADATA)
    else:
        text = "The picture is the same to the pixel; it is packed otherwise."
        yield Difference("", text, Cause.RECOMPRESSED)


def _opened(name: str, data: bytes) -> Image.Image:
    """Unpack a picture; raises Unsafe if it is none, or too large."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                text = f"The picture has more than {MOST_PIXELS:,} pixels."
                raise Unsafe("too-large", text, Place(name))
            image.load()
            return image
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        struct.error,
    ) as error:
        raise Unsafe("damaged", "The picture cannot be unpacked.", Place(name)) from error


def _changed(mine: Image.Image, other: Image.Image) -> str:
    """Say how many pixels differ, and by how much at most."""
    off = ImageChops.difference(mine.convert("RGB"), other.convert("RGB"))
    most = max(max(each.getextrema()) for each in off.split())
    counted = off.convert("L").histogram()
    part = 1 - counted[0] / sum(counted)
    return f"{part:.1%} of its pixels, by {most} of 255 at most"


def _without_words(data: bytes) -> bytes:
    """Return a JPEG without what it says about itself; any other as it is (ITU-T T.81, B.1.1)."""
    if not data.startswith(b"\xff\xd8"):
        return data
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == MARK:
        kind = data[at + 1]
        length = 2 if kind in ALONE else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == SCAN:
            break
        if kind not in SAID and kind != COMMENT:
            kept.append(data[at : at + length])
        at += length
    return b"".join([*kept, data[at:]])
