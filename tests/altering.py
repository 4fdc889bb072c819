"""What changes of finished files share: how they are entered, and how a PDF is saved again."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pikepdf
from pikepdf import ObjectStreamMode
from PIL import Image

from colofon.comparing import Cause

Alter = Callable[[bytes], bytes]


class Altered(NamedTuple):
    """A change of one output: its ending, what changes it, what must be said, and where."""

    ending: str
    alter: Alter
    causes: tuple[Cause, ...]
    """Every cause that must be named, the gravest first."""
    member: str
    """A regular expression."""
    says: str = ""
    """What the first message must hold."""


Table = dict[str, Altered]
"""Changes by their names."""


def entering(table: Table) -> Callable[..., Callable[[Alter], Alter]]:
    """Return a decorator that enters a change into a table."""

    def altered(
        ending: str, causes: Cause | Iterable[Cause], member: str, says: str = ""
    ) -> Callable[[Alter], Alter]:
        return _entering(table, ending, causes, (member, says))

    return altered


def _entering(
    table: Table, ending: str, causes: Cause | Iterable[Cause], said: tuple[str, str]
) -> Callable[[Alter], Alter]:
    """Enter a change."""
    named = (causes,) if isinstance(causes, Cause) else tuple(causes)

    def enter(alter: Alter) -> Alter:
        table[alter.__name__] = Altered(ending, alter, named, *said)
        return alter

    return enter


LINE = r"line \d+, column \d+"


def swap(old: bytes, new: bytes) -> Alter:
    """Return a change of one string, which must be there."""

    def apply(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return apply


def saved(data: bytes, change: Callable[[pikepdf.Pdf], Any], **how: Any) -> bytes:
    """Save a PDF again as it was packed, after `change` has worked on it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        keep = {
            "object_stream_mode": ObjectStreamMode.preserve,
            "stream_decode_level": pikepdf.StreamDecodeLevel.none,
            "compress_streams": False,
            "fix_metadata_version": False,
        }
        how = how if "encryption" in how else keep | how
        pdf.save(file, **how)
    return IDENTITY.sub(rb"/ID [<\1><\1>", file.getvalue())


IDENTITY = re.compile(rb"/ID \[<([0-9a-f]+)><[0-9a-f]+>")
"""The identifier, whose second half qpdf makes up whenever it saves (ISO 32000-1, 14.4)."""


def nothing(_: pikepdf.Pdf) -> None:
    """Change nothing."""


def jpeg(data: bytes, **how: Any) -> bytes:
    """Save a picture again."""
    file = io.BytesIO()
    Image.open(io.BytesIO(data)).save(file, "JPEG", **how)
    return file.getvalue()
