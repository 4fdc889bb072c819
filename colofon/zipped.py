"""A ZIP whose bytes depend on its content only."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath

UNIX = 3
"""The system that made each member, said alike on every system (APPNOTE 4.4.2.2)."""

PERMISSIONS = 0o100644
"""A plain file that its owner may write and all may read."""

FIRST_SECOND = 315_532_800
"""1 January 1980, 00:00 UTC: ZIP cannot write an earlier date (APPNOTE 4.4.6)."""


def archive(members: Iterable[tuple[str, bytes]], epoch: int) -> bytes:
    """Store members in the order given, each dated `epoch` (seconds since 1970, UTC).

    Nothing is compressed, because zlib's bytes differ from build to build, and no extra
    field is written, because EPUB wants none before its type (OCF 3.3, 4.3). A name that
    another system could not unpack, or that leaves the folder, is a bug: ValueError.
    """
    if epoch < FIRST_SECOND:
        raise ValueError(f"ZIP dates begin in 1980, and {epoch} is before")
    date = dt.datetime.fromtimestamp(epoch, dt.UTC).timetuple()[:6]
    buffer, seen = io.BytesIO(), set[str]()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        for name, data in members:
            _refuse(name, seen)
            info = zipfile.ZipInfo(name, date)
            info.create_system = UNIX
            info.external_attr = PERMISSIONS << 16
            file.writestr(info, data)
    return buffer.getvalue()


def _refuse(name: str, seen: set[str]) -> None:
    """Raise ValueError for a bad name, or one that some file system takes for another."""
    parts = PurePosixPath(name).parts
    if not parts or str(PurePosixPath(*parts)) != name:
        raise ValueError(f"«{name}» is not the plain name of a file")
    if name.startswith("/") or ".." in parts or "\\" in name or ":" in name:
        raise ValueError(f"«{name}» could be unpacked outside its folder")
    if not name.isprintable():
        raise ValueError(f"{name!r} holds a character that cannot be seen")
    folded = unicodedata.normalize("NFC", name).casefold()
    if folded in seen:
        raise ValueError(f"«{name}» is there twice")
    seen.add(folded)
