"""What doit calls when all is made and judged: a work's report, the seal, the verification."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from doit.exceptions import TaskFailed

from colofon import lock, materials, observed, records, registry, report, sealing
from colofon.finding import Refused
from colofon.records import Record
from colofon.source import Edition


def report_needs(edition: Edition) -> list[str]:
    """Name every record and verdict of a work."""
    return [str(path) for path in report.sources(edition)]


def report_path(edition: Edition) -> Path:
    """Name the report of a work."""
    return edition.build / sealing.REPORT


def gather_report(edition: Edition) -> None:
    """Write `report.json`, with what was observed of this machine."""
    seen = observed.machine() | {"seconds": records.seconds(edition)}
    data = report.read(edition).to_dict() | {"observed": seen}
    records.write(report_path(edition), records.as_json(data))


def print_reports(works: Sequence[Edition]) -> TaskFailed | None:
    """Print every finding of every work; fail if one may not be published."""
    found = [report.read(work) for work in works]
    print("\n".join(line for each in found for line in each.lines()))  # noqa: T201  # what the user asked for
    sound = all(each.sound for each in found)
    return None if sound else TaskFailed("", report=False)


def sealed(works: Sequence[Edition]) -> bool:
    """Tell whether `dist/` holds every work as it was verified, and its sums."""
    return sealing.holds(Path("dist"), works)


def seal(works: Sequence[Edition], *, accept: bool) -> TaskFailed | None:
    """Publish every sound work in one step each; leave the others as they are.

    What was made with other tools than the lock names would have a record that is not true.
    """
    text = (materials.PROJECT / materials.LOCK).read_text("utf-8")
    if others := [str(each) for each in lock.differences(lock.read(text)) if each.locked]:
        hint = "Hint: pip install --require-hashes -r requirements.lock"
        return TaskFailed(f"Nothing was published: {others[0]}. {hint}")
    try:
        left = sealing.seal(Path("dist"), works, accept=accept)
    except PermissionError as error:
        return TaskFailed(f"Nothing was published: {error.filename} cannot be written.")
    return TaskFailed("\n".join(left)) if left else None


def seal_needs(works: Sequence[Edition]) -> list[str]:
    """Name what must be there before anything is published."""
    closings = (Record.path(work, entry.name) for work in works for entry in registry.CLOSINGS)
    return [str(path) for path in (*closings, *(report_path(work) for work in works))]


def verify(works: Sequence[Edition]) -> TaskFailed | None:
    """Build the works again in a clean place, and say where `dist/` is not what comes of them."""
    from colofon.verifying import sealed as rebuilt  # noqa: PLC0415  # many readers

    try:
        told = rebuilt.verify(works)
    except Refused as refused:
        return TaskFailed(str(refused))
    if told.lines:
        return TaskFailed("\n".join(told.lines))
    print(f"{told.files} sealed files are what their sources make, byte for byte.")  # noqa: T201  # what the user asked for
    return None
