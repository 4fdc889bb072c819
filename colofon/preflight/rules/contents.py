"""The content of each page: a press can follow it to the end."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.preflight.job import Job
from colofon.preflight.rule import Fault, rule


@rule("content-sound", "ISO 32000-1, 7.8.2 and 8.4.2", "Make the file anew.")
def content_sound(job: Job) -> Iterator[Fault]:
    """Every page uses known operators and resources that are there, and q and Q in pairs."""
    for sheet in job.sheets:
        for fault in sorted(sheet.faults):
            yield Fault(f"The content has {fault}.", sheet.number)
