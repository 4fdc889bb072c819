"""The bag: an edition whole, for archives, with all that it was made from and with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from colofon import bagging, materials
from colofon.bagging.contents import Contents
from colofon.formats import Made
from colofon.front import Front
from colofon.source import Edition

RECIPE = "dodo.py"
"""It makes the source in a bag a project that `doit` builds."""


def make(
    *,
    edition: Edition,
    front: Front,
    outputs: Mapping[str, Path],
    record: bytes,
    release: Mapping[str, bytes],
) -> Made:
    """Write `<slug>.bag.zip`."""
    source = {name: path.read_bytes() for name, path in materials.of(edition).items()}
    source[RECIPE] = release[RECIPE]
    bag = bagging.bag(Contents(front, outputs, source, record, release))
    return Made({f"{edition.slug}.bag.zip": bag})
