"""The last bytes of a ZIP -> how many members it has, counted before any of them is believed."""

from __future__ import annotations

import struct

from colofon.finding import Place
from colofon.guarded.limits import Limits
from colofon.guarded.unsafe import Unsafe

END = struct.Struct("<4s4H2LH")
"""The end of the central directory (APPNOTE 4.3.16)."""

END_SIGN, ENTRY_SIGN, LOCAL_SIGN = b"PK\5\6", b"PK\1\2", b"PK\3\4"
LOCATOR_SIGN = b"PK\6\7"
LOCATOR_SIZE = 20
ENTRY_SIZE = 46
LONGEST_COMMENT = 65_535


def count(data: bytes, place: Place, limits: Limits) -> int:
    """Count the members of a ZIP, by its directory and by what it says itself.

    Raises Unsafe where the two differ, where there are more than `limits.entries`, and for
    what no book needs: several volumes, ZIP64, bytes behind the end.
    """
    at = _end(data, place)
    _, disk, start_disk, here, said, size, start, _ = END.unpack_from(data, at)
    if data[max(at - LOCATOR_SIZE, 0) : at][:4] == LOCATOR_SIGN:
        raise Unsafe("unsafe-zip", "The ZIP uses ZIP64, which no file of ours needs.", place)
    if disk or start_disk or here != said:
        raise Unsafe("unsafe-zip", "The ZIP is one of several volumes.", place)
    if said > limits.entries:
        raise _too_many(said, place, limits)
    if start + size != at:
        raise Unsafe("damaged", "The ZIP's directory is not where its end says.", place)
    found = _walk(data, start, at, place, limits)
    if found != said:
        text = f"The ZIP says that it has {said} members, and lists {found}."
        raise Unsafe("damaged", text, place)
    return found


def _end(data: bytes, place: Place) -> int:
    """Find where the end record begins."""
    if not data:
        raise Unsafe("truncated", "The file is empty.", place)
    at = data.rfind(END_SIGN, max(len(data) - END.size - LONGEST_COMMENT, 0))
    if at < 0 or at + END.size > len(data):
        if data.startswith(LOCAL_SIGN):
            text = "The ZIP is cut off: it has no directory at its end."
            raise Unsafe("truncated", text, place)
        raise Unsafe("not-a-zip", "This is no ZIP, and so no EPUB and no bag.", place)
    comment = END.unpack_from(data, at)[-1]
    if at + END.size + comment > len(data):
        raise Unsafe("truncated", "The ZIP is cut off: its comment has no end.", place)
    if at + END.size + comment < len(data):
        raise Unsafe("unsafe-zip", "Bytes follow the end of the ZIP.", place)
    return at


def _walk(data: bytes, start: int, end: int, place: Place, limits: Limits) -> int:
    """Step through the entries of the directory (APPNOTE 4.3.12), no further than the limit."""
    found, at = 0, start
    while at < end:
        if data[at : at + 4] != ENTRY_SIGN or at + ENTRY_SIZE > end:
            raise Unsafe("damaged", "The ZIP's directory is damaged.", place)
        at += ENTRY_SIZE + sum(struct.unpack_from("<3H", data, at + 28))
        found += 1
        if found > limits.entries:
            raise _too_many(found, place, limits)
    if at != end:
        raise Unsafe("damaged", "The ZIP's directory is damaged.", place)
    return found


def _too_many(found: int, place: Place, limits: Limits) -> Unsafe:
    """Say that there are too many members."""
    text = f"The ZIP has {found:,} members or more; we read {limits.entries:,} at most."
    return Unsafe("too-many", text, place)
