"""The folder of rules -> every rule, and what each finds in a file."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from colofon.preflight.job import Job
from colofon.preflight.rule import Fault, Rule

FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True)
class Outcome:
    """What one rule found in one file."""

    rule: Rule
    faults: tuple[Fault, ...]


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, subject by subject."""
    return tuple(
        each
        for path in sorted(FOLDER.glob("[!_]*.py"))
        for each in vars(importlib.import_module(f"{__package__}.rules.{path.stem}")).values()
        if isinstance(each, Rule)
    )


def judge(job: Job, *, ghostscript: bool) -> Iterator[Outcome]:
    """Hold a file to the rules that Ghostscript is asked for, or else to all others.

    Raises `pikepdf.PdfError` if the file is no PDF, `NotEquipped` without Ghostscript.
    """
    for each in rules():
        if job.part in each.parts and (each.tool == "Ghostscript") is ghostscript:
            yield Outcome(each, tuple(each.faults(job)))
