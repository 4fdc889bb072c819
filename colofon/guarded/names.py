"""The names in a stranger's ZIP -> whether each stays in its folder, on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

LONGEST_STEP = 255
"""Bytes of a file's name that common file systems take."""

LONGEST_PATH = 1024
"""Bytes of a name with its folders."""

DEEPEST = 32
"""Folders in folders."""


def fault(name: str) -> str:
    """Say what is wrong with the name of a member, or nothing; folders end in «/»."""
    plain = name.removesuffix("/")
    parts = plain.split("/")
    if not plain:
        return "has no name"
    if not name.isprintable():
        return "has a character in its name that cannot be seen"
    if name.startswith("/") or "\\" in name or ":" in name or ".." in parts:
        return "would be unpacked outside its folder"
    if str(PurePosixPath(plain)) != plain:
        return "has «.» or an empty step in its name"
    return _misfit(plain, parts)


def _misfit(plain: str, parts: list[str]) -> str:
    """Say why some file system could not take a name, or nothing."""
    try:
        longest = max(len(each.encode()) for each in parts)
    except UnicodeEncodeError:
        return "has a name that is no Unicode"
    if longest > LONGEST_STEP or len(plain.encode()) > LONGEST_PATH or len(parts) > DEEPEST:
        return "has a name that is too long or too deep"
    return ""


def clash(names: Iterable[str]) -> str:
    """Return the first name that some file system takes for an earlier one, or nothing.

    So it is with letters' case, with accents composed or not, and with a file that a later name
    takes for a folder.
    """
    files, folders = set[str](), set[str]()
    for name in names:
        folded = unicodedata.normalize("NFC", name.removesuffix("/")).casefold()
        above = {str(each) for each in PurePosixPath(folded).parents} - {"."}
        if folded in files or above & files or (folded in folders and not name.endswith("/")):
            return name
        folders |= above
        (folders if name.endswith("/") else files).add(folded)
    return ""
