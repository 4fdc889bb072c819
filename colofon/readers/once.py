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


def once(read: Callable[..., Read]) -> Callable[..., Read]:
    """Let a reader of one path or several remember what it read; nobody may change that."""

    @functools.lru_cache(maxsize=KEPT)
    def remembered(_digests: tuple[str, ...], *paths: Path) -> Read:
        return read(*paths)

    @functools.wraps(read)
    def reader(*paths: Path) -> Read:
        return remembered(tuple(map(_digest, paths)), *paths)

    return reader


def _digest(path: Path) -> str:
    """Tell the content of a file from any other."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
