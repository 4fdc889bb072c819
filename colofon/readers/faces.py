"""A font file, as TrueType or WOFF2 -> its name and the characters it can set."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from fontTools.ttLib import TTFont

FAMILY, TYPOGRAPHIC = 1, 16
"""Name IDs of the family (OpenType, «name»); the second is that of a family of many faces."""


@dataclass(frozen=True)
class Face:
    """A font as its own file describes it."""

    family: str
    characters: frozenset[str]


def read(data: bytes) -> Face:
    """Read a font file; raise `fontTools.ttLib.TTLibError` if it is none."""
    with TTFont(io.BytesIO(data), lazy=True) as font:
        names = font["name"]
        family = names.getDebugName(TYPOGRAPHIC) or names.getDebugName(FAMILY) or ""
        return Face(family, frozenset(map(chr, font.getBestCmap())))


def from_data_url(url: str) -> bytes:
    """Return the content of a `data:` address (RFC 2397); nothing for any other."""
    head, _, body = url.partition(",")
    if not head.startswith("data:"):
        return b""
    return base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
