"""What doit calls: every task's action, which writes what makers and checks give back."""

from __future__ import annotations

import gc
import hashlib
import shutil
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

from doit.dependency import FileChangedChecker
from doit.tools import config_changed

from colofon import (
    inputs,
    records,
    source,
    toolchain,
)
from colofon.finding import Finding, Judgement, NotJudged, Refused, Severity, Verdict
from colofon.records import Record
from colofon.registry import Entry
from colofon.source import Edition


class Content(FileChangedChecker):  # type: ignore[misc]  # doit has no types
    """Tell files apart by what they hold; doit's own checker trusts the clock."""

    CheckerError = OSError

    def check_modified(self, file_path: str, _file_stat: object, state: str) -> bool:
        """Tell whether a file is no longer what it was."""
        return _digest(file_path) != state

    def get_state(self, dep: str, _current_state: str | None) -> str:
        """Return the SHA-256 of a file."""
        return _digest(dep)


def _digest(path: str) -> str:
    """Hash a file; a task may have rewritten it since it was last asked."""
    return records.sha256(Path(path))


def config() -> dict[str, Any]:
    """Return doit's settings: one failing work does not stop the others."""
    # Trees and pages live as long as their task: cycles are rarely worth looking for.
    gc.set_threshold(200_000, 20, 100)
    Path(".build").mkdir(exist_ok=True)
    return {
        "backend": "sqlite3",
        "check_file_uptodate": Content,
        "continue": True,
        "default_tasks": ["report", "seal"],
        "dep_file": ".build/doit.db",
        "verbosity": 2,
    }


def editions() -> list[Edition]:
    """Return every work below the working directory, by name."""
    return source.editions(Path())


# --- making


def make_needs(edition: Edition, entry: Entry) -> list[str]:
    """Name the files whose content decides what a maker makes.

    The first stage reads the master itself; the others read what was made of it.
    """
    made = _records_of(edition, entry)
    paths = [*(made or {edition.master_path})]
    if "edition" in entry.inputs:
        paths.extend(edition.companions)
    return sorted(str(path) for path in paths)


def _records_of(edition: Edition, entry: Entry) -> set[Path]:
    """Name the records behind the inputs of a maker or a check."""
    makers = (maker for name in entry.inputs for maker in inputs.INPUTS[name].made_by)
    return {Record.path(edition, maker) for maker in makers}


def make(edition: Edition, entry: Entry) -> None:
    """Run a maker, and keep how long it took."""
    started = time.perf_counter()
    _make(edition, entry)
    records.took(edition, "made", entry.name, started)


def _make(edition: Edition, entry: Entry) -> None:
    """Write a maker's files and its record, or a record that says why not."""
    try:
        made = entry.load()(**inputs.gather(entry.inputs, edition))
    except inputs.NotMade:
        record = Record(entry.name, refused=True)
    except Refused as refused:
        record = Record(entry.name, findings=refused.findings, refused=True)
    else:
        for name, data in made.files.items():
            records.write(edition.build / name, data)
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in made.files.items()}
        record = Record(entry.name, digests, made.findings)
    _sweep(edition, record)
    record.write(edition)


def _sweep(edition: Edition, record: Record) -> None:
    """Take away what the maker made last time and not now."""
    if Record.path(edition, record.maker).is_file():
        last = Record.read(edition, record.maker)
        for name in set(last.files) - set(record.files):
            (edition.build / name).unlink(missing_ok=True)


def made_before(edition: Edition, entry: Entry) -> list[Any]:
    """Return doit's test of a maker: the same code and tools, and its files untouched."""
    return [config_changed(toolchain.behind(entry)), (untouched, [edition, entry.name])]


def untouched(edition: Edition, maker: str) -> bool:
    """Tell whether a maker's files are what it wrote: doit never looks at targets."""
    path = Record.path(edition, maker)
    return path.is_file() and Record.read(edition, maker).untouched(edition)


# --- checking


def check_needs(edition: Edition, entry: Entry) -> list[str]:
    """Name the files whose content decides a verdict."""
    needed = _records_of(edition, entry)
    given = edition.companions if "edition" in entry.inputs else []
    return sorted(str(path) for path in (*needed, *given))


def examine(edition: Edition, entry: Entry) -> None:
    """Run a check and write its verdict; a crash is ours, and stops the run with exit 2."""
    started = time.perf_counter()
    try:
        verdict = _judge(entry, inputs.gather(entry.inputs, edition))
    except inputs.NotMade as missing:
        verdict = Verdict(entry.name, Judgement.NOT_JUDGED, reason=f"{missing} was not made")
    except NotJudged as missing:
        judgement, reason = Judgement.NOT_JUDGED, str(missing)
        verdict = Verdict(entry.name, judgement, reason=reason, excused=missing.excused)
    records.write(records.verdict_path(edition, entry.name), records.as_json(verdict.to_dict()))
    records.took(edition, "judged", entry.name, started)


def judged_before(edition: Edition, entry: Entry) -> list[Any]:
    """Return doit's test of a check: the same code and tools, and nothing it said has passed."""
    return [config_changed(toolchain.judges()), (unsurpassed, [edition, entry])]


def unsurpassed(edition: Edition, entry: Entry) -> bool:
    """Tell whether what a check found against the sealed edition may still hold.

    Sealing may have done away with it; where nothing was found, it changes nothing.
    """
    path = records.verdict_path(edition, entry.name)
    return "sealed" not in entry.inputs or (
        path.is_file() and not records.read_verdict(path).findings
    )


def _judge(entry: Entry, named: dict[str, Any]) -> Verdict:
    """Gather a check's findings and its evidence."""
    findings: list[Finding] = []
    running: Generator[Finding, None, dict[str, float]] = entry.load()(**named)
    while True:
        try:
            findings.append(next(running))
        except StopIteration as stop:
            evidence: dict[str, float] = stop.value
            break
    errors = any(each.severity is Severity.ERROR for each in findings)
    judgement = Judgement.FAULTY if errors else Judgement.SOUND
    assert errors or any(evidence.values()), f"{entry.module} looked at nothing"
    return Verdict(entry.name, judgement, tuple(findings), evidence)


def sweep(edition: Edition) -> None:
    """Take away a work's `.build/` folder."""
    shutil.rmtree(edition.build, ignore_errors=True)
