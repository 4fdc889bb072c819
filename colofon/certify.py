"""`doit certify`: ask the tools about the EPUB, and write out what is left to a person."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from doit.exceptions import TaskFailed

from colofon import clients, inputs, java, records
from colofon.finding import NotJudged
from colofon.records import Record
from colofon.source import Edition


def tasks(works: Sequence[Edition]) -> Iterator[dict[str, Any]]:
    """Yield the task of each work, which runs whenever it is asked for."""
    for work in works:
        yield {
            "name": work.task,
            "doc": f"Record what the tools find in the EPUB of {work.slug}; ask the rest.",
            "actions": [(certify, [work])],
            "file_dep": [str(Record.path(work, "epub"))],
            "uptodate": [False],
        }


def certify(edition: Edition) -> TaskFailed | None:
    """Write record and checklist of a work into its folder, and print what to do; sign nothing."""
    from colofon.certification import record  # noqa: PLC0415  # pydantic is heavy

    try:
        front, epub = inputs.gather(("front", "unclaimed"), edition).values()
        report, judged = java.epubcheck(epub), clients.ace(epub)
    except inputs.NotMade as missing:
        return TaskFailed(f"{edition.slug}: {missing} was not made; doit report says why.")
    except NotJudged as missing:
        return TaskFailed(f"{edition.slug} cannot be certified here: {missing}")
    weights = [message.severity for message in report.messages]
    errors = weights.count("FATAL") + weights.count("ERROR")
    found = record.Record(
        digest=hashlib.sha256(epub.read_bytes()).hexdigest(),
        date=dt.datetime.now(dt.UTC).date(),
        epubcheck=record.Epubcheck(
            version=version("epubcheck"), errors=errors, warnings=weights.count("WARNING")
        ),
        ace=record.Ace(version=judged.version, violations=len(judged.violations)),
        files=record.Files(epub=f"{edition.slug}.epub"),
    )
    return _write(edition, front, found, epub.read_bytes())


def _write(edition: Edition, front: Any, found: Any, epub: bytes) -> TaskFailed | None:
    """Write the files that are new and print the rest; leave unreadable answers as they are."""
    from colofon import certification  # noqa: PLC0415  # pydantic is heavy
    from colofon.certification import record, writing  # noqa: PLC0415

    try:
        written = writing.write(edition, front, found)
    except record.Malformed as error:
        path = certification.folder(edition) / found.files.checklist
        return TaskFailed(f"{path} is malformed, and nothing was written over it. {error}")
    for path, data in written.files.items():
        if records.sha256(path) != hashlib.sha256(data).hexdigest():
            records.write(path, data)
    done = certification.standing(edition, front.language, epub).conformance
    left = [f"It is certified by {done.certifier}, {done.date}."] if done else written.steps
    print("\n".join([*written.lines, *left]))  # noqa: T201  # what the user asked for
    return None
