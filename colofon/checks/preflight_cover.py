"""The cover that each printer is sent breaks no rule of its own, nor of PDF/X."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from colofon.finding import Finding
from colofon.front import Front
from colofon.preflight import jobs


def check(
    *, front: Front, interiors: dict[str, Path], wraps: dict[str, Path]
) -> Generator[Finding, None, dict[str, int]]:
    """Hold the final file for each printer to every rule that needs no Ghostscript."""
    every = jobs.covers(front, interiors, wraps)
    return (yield from jobs.examined(every, ghostscript=False))
