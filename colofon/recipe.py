"""The tasks of the recipe that are alike for each entry of a registry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from colofon import concluding, registry, tasks
from colofon.records import Record, verdict_path
from colofon.source import Edition


def making(edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield the tasks that make every stage and every output of a work."""
    yield {"basename": edition.task, "name": None, "doc": f"Every output of {edition.slug}."}
    for entry in (*registry.STAGES, *registry.FORMATS, *registry.CLOSINGS):
        yield {
            "basename": edition.task,
            "name": entry.name,
            "doc": entry.claim,
            "actions": [(tasks.make, [edition, entry])],
            "file_dep": tasks.make_needs(edition, entry),
            "targets": [str(Record.path(edition, entry.name))],
            "uptodate": tasks.made_before(edition, entry),
            "clean": [(tasks.sweep, [edition])],
        }


def checking(edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield the tasks that judge a work, one for each claim."""
    for entry in registry.CHECKS:
        yield {
            "name": f"{edition.task}:{entry.name}",
            "doc": entry.claim,
            "actions": [(tasks.examine, [edition, entry])],
            "file_dep": tasks.check_needs(edition, entry),
            "targets": [str(verdict_path(edition, entry.name))],
            "uptodate": tasks.judged_before(edition, entry),
        }


def verifying(works: Sequence[Edition]) -> dict[str, Any]:
    """Return the task that builds everything again elsewhere and compares; it changes nothing."""
    return {"actions": [(concluding.verify, [works])], "uptodate": [False]}


def sealing(works: Sequence[Edition]) -> dict[str, Any]:
    """Return the task that publishes; other bytes than were sealed must be accepted."""
    accept = {"name": "accept", "long": "accept", "type": bool, "default": False}
    return {
        "actions": [(concluding.seal, [works])],
        "file_dep": concluding.seal_needs(works),
        "params": [
            {**accept, "help": "publish other bytes than were sealed of the same materials"}
        ],
        "uptodate": [(concluding.sealed, [works])],
    }
