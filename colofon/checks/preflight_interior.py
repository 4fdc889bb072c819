"""The pages that each printer is sent break no rule of its own, nor of PDF/X."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from colofon.finding import Finding
from colofon.front import Front
from colofon.preflight import jobs
from colofon.source import Master


def check(
    *, master: Master, ast: dict[str, Any], front: Front, interiors: dict[str, Path]
) -> Generator[Finding, None, dict[str, int]]:
    """Hold the final file for each printer to every rule that needs no Ghostscript."""
    every = jobs.interiors(front, interiors, jobs.words(ast, master))
    return (yield from jobs.examined(every, ghostscript=False))
