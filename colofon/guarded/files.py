"""A path that somebody names -> its bytes, if it is a plain file of a bearable size."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from colofon.finding import Place
from colofon.guarded.limits import LIMITS
from colofon.guarded.unsafe import Unsafe


def read(path: Path, limit: int = LIMITS.file) -> bytes:
    """Read a file of at most `limit` bytes; raises Unsafe if it is none, or larger.

    A pipe or a device is never waited for: it is opened without blocking, and looked at first.
    """
    place = Place(str(path))
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:  # a name with a null byte is a ValueError
        reason = getattr(error, "strerror", None) or "its name is none"
        raise Unsafe("not-a-file", f"The file cannot be opened: {reason}.", place) from error
    try:
        _insist_on_plain(descriptor, place, limit)
    except Unsafe:
        os.close(descriptor)
        raise
    with open(descriptor, "rb") as file:  # noqa: PTH123  # a descriptor, not a path
        return file.read(limit)


def _insist_on_plain(descriptor: int, place: Place, limit: int) -> None:
    """Raise Unsafe unless an open file is a plain one, of a size that we read."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or a device"
        raise Unsafe("not-a-file", f"This is {kind}, not a file.", place)
    if status.st_size > limit:
        text = f"The file has {status.st_size:,} bytes; we read {limit:,} at most."
        raise Unsafe("too-large", text, place)
