"""Records and verdicts of a work -> what a person reads, and `report.json`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from colofon import records, registry
from colofon.finding import Finding, Judgement, Severity, Verdict
from colofon.records import Record
from colofon.source import Edition

DIGITS = re.compile(r"\d+")

MEASURED = ("note-on-page", "typography")
"""Checks of the page whose evidence is worth reading: how well the book is set."""


@dataclass(frozen=True)
class Report:
    """All that is known of a work after a run."""

    slug: str
    records: tuple[Record, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def findings(self) -> list[Finding]:
        """Every finding once, sorted by place and weight."""
        sources: Iterable[Record | Verdict] = (*self.records, *self.verdicts)
        every = {finding for source in sources for finding in source.findings}
        return sorted(every, key=lambda finding: [str(part) for part in _key(finding)])

    @property
    def not_judged(self) -> list[Verdict]:
        """The checks that could not judge."""
        return [each for each in self.verdicts if each.judgement is Judgement.NOT_JUDGED]

    @property
    def sound(self) -> bool:
        """True if the work may be published: no error, nothing refused, every judge heard.

        Those that only a machine with Node and Chromium has are excused.
        """
        errors = any(each.severity is Severity.ERROR for each in self.findings)
        refused = any(record.refused for record in self.records)
        return not errors and not refused and all(each.excused for each in self.not_judged)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for `report.json`."""
        return {
            "work": self.slug,
            "verdict": str(Judgement.SOUND if self.sound else Judgement.FAULTY),
            "findings": [finding.to_dict() for finding in self.findings],
            "claims": [_claim(verdict) for verdict in self.verdicts],
            "files": {
                name: digest for record in self.records for name, digest in record.files.items()
            },
        }

    def lines(self) -> list[str]:
        """Every finding, what was measured, what could not be judged, one line that sums up."""
        text = [str(finding) for finding in self.findings]
        made = not any(record.refused for record in self.records)
        if made:
            text.extend(_measured(each) for each in self.verdicts if each.name in MEASURED)
            text.extend(f"{each.name}: not judged: {each.reason}" for each in self.not_judged)
        return [*text, self._summary(made=made)]

    def _summary(self, *, made: bool) -> str:
        """Count findings by weight and claims by judgement."""
        counts = [
            _count(sum(each.severity is severity for each in self.findings), str(severity))
            for severity in Severity
        ]
        found = ", ".join(count for count in counts if count) or "no findings"
        if not made:
            return f"{self.slug}: {found}; nothing was made."
        sound = sum(each.judgement is Judgement.SOUND for each in self.verdicts)
        left = f", {len(self.not_judged)} not judged" if self.not_judged else ""
        return f"{self.slug}: {found}; {sound} of {len(self.verdicts)} claims sound{left}."


def sources(edition: Edition) -> list[Path]:
    """Name every record and verdict that the report of a work is read from."""
    makers = (entry.name for entry in (*registry.STAGES, *registry.FORMATS))
    checks = (entry.name for entry in registry.CHECKS)
    return [
        *(Record.path(edition, maker) for maker in makers),
        *(records.verdict_path(edition, check) for check in checks),
    ]


def read(edition: Edition) -> Report:
    """Read everything that is known of a work."""
    makers = (entry.name for entry in (*registry.STAGES, *registry.FORMATS))
    checks = (records.verdict_path(edition, entry.name) for entry in registry.CHECKS)
    made = tuple(Record.read(edition, maker) for maker in makers)
    return Report(edition.slug, made, tuple(records.read_verdict(path) for path in checks))


def _key(finding: Finding) -> tuple[str, ...]:
    """Sort findings: those on a master first, since they cause others; then as a reader walks."""
    place = finding.place
    rank = list(Severity).index(finding.severity)
    numbers = (f"{place.line:09}", f"{place.column:09}", str(rank))
    cause = "0" if place.file.startswith("source/") else "1"
    part = DIGITS.sub(lambda digits: digits[0].zfill(9), place.part)
    return (cause, place.file, part, *numbers, finding.code, finding.message)


def _measured(verdict: Verdict) -> str:
    """Write what a check counted and measured."""
    rows = (f"{name} {value}" for name, value in verdict.evidence.items())
    return f"{verdict.name}: {', '.join(rows)}."


def _count(number: int, word: str) -> str:
    """Write «2 errors», «1 note» or nothing."""
    return f"{number} {word}{'s' * (number > 1)}" if number else ""


def _claim(verdict: Verdict) -> dict[str, Any]:
    """Leave a verdict's findings to the list of all findings."""
    data = verdict.to_dict()
    del data["findings"]
    return data
