"""`doit press`: what each printer is sent of a sound work, in one file that passes preflight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from doit.exceptions import TaskFailed

from colofon import inputs, records, report, sealing
from colofon.finding import Finding
from colofon.source import Edition

FOLDER = "press"
"""Below `.build/<slug>/`."""


def tasks(works: Sequence[Edition]) -> Iterator[dict[str, Any]]:
    """Yield the task of each work, which runs whenever it is asked for."""
    for work in works:
        yield {
            "name": work.task,
            "doc": f"Pack what each printer of {work.slug} is sent.",
            "actions": [(pack, [work])],
            "file_dep": [str(work.build / sealing.REPORT)],
            "uptodate": [False],
        }


def pack(edition: Edition) -> TaskFailed | None:
    """Write a parcel for each printer, and print where; none of a book that is not sound."""
    from colofon.packing import parcels  # noqa: PLC0415  # pydantic is heavy
    from colofon.preflight import jobs  # noqa: PLC0415

    known = report.read(edition)
    if not known.sound:
        return TaskFailed("\n".join([*known.lines(), f"{edition.slug} is not packed."]))
    given = inputs.gather(("front", "master", "ast", "interiors", "wraps"), edition)
    front, master, ast, interiors, wraps = given.values()
    said = jobs.words(ast, master)
    broken: list[Finding] = []
    for inside, cover in zip(
        jobs.interiors(front, interiors, said), jobs.covers(front, interiors, wraps), strict=True
    ):
        parcel = parcels.parcel(edition.slug, inside, cover)
        if not parcel.data:
            broken.extend(parcel.findings)
        else:
            path = edition.build / FOLDER / parcel.name
            records.write(path, parcel.data)
            print(f"{path}: {parcel.summary}")  # noqa: T201  # what the user asked for
    return TaskFailed("\n".join(map(str, broken))) if broken else None
