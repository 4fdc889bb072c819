"""Everything that the outputs are made from, for those of them that carry it."""

from __future__ import annotations

from colofon import carried
from colofon.formats import Made
from colofon.front import Front
from colofon.source import Edition, Master


def make(*, edition: Edition, front: Front, master: Master) -> Made:
    """Write `source.zip`."""
    return Made({"source.zip": carried.pack(edition, front, master)})
