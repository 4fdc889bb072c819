"""The recipe: `doit list --all` reads it aloud, `doit` follows it."""

from collections.abc import Iterator
from typing import Any

from colofon import certify, concluding, packing, preview, proof, recipe, tasks

DOIT_CONFIG = tasks.config()
EDITIONS = tasks.editions()  # names only: a broken master still lists
REPORTS = [str(concluding.report_path(edition)) for edition in EDITIONS]

Task = dict[str, Any]


def task_edition() -> Iterator[Task]:
    """Make every stage and every output of each work."""
    for edition in EDITIONS:
        yield from recipe.making(edition)


def task_check() -> Iterator[Task]:
    """Read back what was made; find what is wrong, and where."""
    for edition in EDITIONS:
        yield from recipe.checking(edition)


def task_gather() -> Iterator[Task]:
    """Gather every record and verdict of a work into report.json."""
    for edition in EDITIONS:
        yield {
            "name": edition.task,
            "actions": [(concluding.gather_report, [edition])],
            "file_dep": concluding.report_needs(edition),
            "targets": [str(concluding.report_path(edition))],
        }


def task_certify() -> Iterator[Task]:
    """Record what tools find in the EPUB; write out what a person must check and sign."""
    yield from certify.tasks(EDITIONS)


def task_proof() -> Iterator[Task]:
    """Draw the pages, the cover and the booklet, for looking at them before they are sent."""
    yield from proof.tasks(EDITIONS)


def task_press() -> Iterator[Task]:
    """Pack what each printer is sent: interior, cover, instructions and preflight."""
    yield from packing.tasks(EDITIONS)


def task_report() -> Task:
    """Print every finding, sorted; fail if any is an error."""
    return {"actions": [(concluding.print_reports, [EDITIONS])], "file_dep": REPORTS}


def task_seal() -> Task:
    """Publish to dist/ what is sound, whole, with its catalogue and checksums."""
    return recipe.sealing(EDITIONS)


def task_verify() -> Task:
    """Build everything again in a clean place; say where dist/ is not what its sources make."""
    return recipe.verifying(EDITIONS)


def task_serve() -> Task:
    """Preview dist/ in a browser; build it again whenever a source is saved."""
    port = {"name": "port", "long": "port", "type": int, "default": preview.PORT}
    return {"actions": [preview.serve], "params": [port], "uptodate": [False]}
