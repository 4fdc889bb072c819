"""Ghostscript finds no colour inside the book, and nowhere more ink than the printer can dry."""

from __future__ import annotations

from collections.abc import Generator
from itertools import chain
from pathlib import Path

from colofon.finding import Finding
from colofon.front import Front
from colofon.preflight import jobs


def check(
    *, front: Front, interiors: dict[str, Path], wraps: dict[str, Path]
) -> Generator[Finding, None, dict[str, int]]:
    """Separate the final files for each printer into inks; raises NotEquipped without the tool."""
    every = chain(jobs.interiors(front, interiors, ()), jobs.covers(front, interiors, wraps))
    return (yield from jobs.examined(every, ghostscript=True))
