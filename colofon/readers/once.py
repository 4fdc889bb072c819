"""A finished file is read once for each state of its content, however many checks ask."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Read = TypeVar("Read")

KEPT = 2
"""Files whose reading is kept: those of one work, so that memory does not grow with works."""


def once(read: Callable[[Path], Read]) -> Callable[[Path], Read]:
    """Let a reader remember what it read; nobody may change what it returns."""

    @functools.lru_cache(maxsize=KEPT)
    def remembered(path: Path, _digest: str) -> Read:
        return read(path)

    @functools.wraps(read)
    def reader(path: Path) -> Read:
        with path.open("rb") as file:
            return remembered(path, hashlib.file_digest(file, "sha256").hexdigest())

    return reader
