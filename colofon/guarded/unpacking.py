"""The members of a stranger's ZIP -> files in a new folder, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

from colofon.finding import Place
from colofon.guarded.unsafe import Unsafe
from colofon.guarded.zips import Members

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


def unpack(members: Members, into: Path) -> list[Path]:
    """Write every member below `into`, which must be new or empty; return the paths written.

    Raises Unsafe before anything is written if `into` is a link, is no folder or holds
    something, or if a member is damaged. No link is ever followed: each folder is opened from
    the one above it, so that nobody can put a link in the way meanwhile.
    """
    for info in members.infos.values():
        for _ in members.chunks(info):
            pass
    top = _new_or_empty(into)
    try:
        for name in members:
            _write(top, name, members)
    finally:
        os.close(top)
    return [into / name for name in members]


def _new_or_empty(into: Path) -> int:
    """Make or open the folder; the caller closes it."""
    place = Place(str(into))
    try:
        into.mkdir(parents=True, exist_ok=True)
        top = os.open(into, FOLDER)
    except OSError as error:
        text = f"Nothing can be unpacked here: {error.strerror}."
        raise Unsafe("bad-target", text, place, "Name a folder that is new or empty.") from error
    if os.listdir(top):  # noqa: PTH208  # an open folder, not a path
        os.close(top)
        text = "The folder is not empty."
        raise Unsafe("bad-target", text, place, "Name a folder that is new or empty.")
    return top


def _write(top: int, name: str, members: Members) -> None:
    """Write one member, step by step down from the open folder `top`."""
    *folders, last = name.split("/")
    here = os.dup(top)
    try:
        for step in folders:
            _make(step, here)
            below = os.open(step, FOLDER, dir_fd=here)
            os.close(here)
            here = below
        descriptor = os.open(last, NEW_FILE, 0o666, dir_fd=here)
    finally:
        os.close(here)
    with open(descriptor, "wb") as file:  # noqa: PTH123  # a descriptor, not a path
        file.writelines(members.chunks(members.infos[name]))


def _make(step: str, here: int) -> None:
    """Make a folder in an open one, unless an earlier member did."""
    if step not in os.listdir(here):  # an open folder, not a path
        os.mkdir(step, dir_fd=here)  # the same
