"""Interior and cover for one printer -> a parcel: both, a sheet of instructions, the preflight."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from colofon import zipped
from colofon.finding import Finding, NotEquipped, Place, Severity
from colofon.ghostscript import GhostscriptError
from colofon.packing import instructions
from colofon.preflight import jobs, rulebook
from colofon.preflight.job import Job
from colofon.preflight.rulebook import Outcome

WIDTH = 24
"""Of the column of codes in the report."""


@dataclass(frozen=True)
class Judged:
    """What the preflight of one file found, and why it was not heard in full, if so."""

    job: Job
    outcomes: tuple[Outcome, ...]
    unheard: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file."""
        return tuple(
            finding for outcome in self.outcomes for finding in jobs.findings(outcome, self.job)
        )

    def lines(self) -> Iterator[str]:
        """Yield the report: every rule, its verdict and what was found."""
        yield f"{self.job.path.name}, {len(self.job.pdf.pages)} pages, for {self.job.printer.name}"
        yield ""
        for outcome in self.outcomes:
            rule = outcome.rule
            broken = "broken" if rule.severity is Severity.ERROR else "warning"
            verdict = broken if outcome.faults else "held"
            yield f"{rule.code:{WIDTH}}{verdict:8}{rule.claim} [{rule.source}; by {rule.tool}]"
            for fault in outcome.faults:
                yield f"{'':{WIDTH}}        page {fault.page}: {fault.message}"
        if self.unheard:
            yield f"{'ink':{WIDTH}}not judged: {self.unheard}"
        yield ""

    def to_dict(self) -> dict[str, object]:
        """Plain data for JSON."""
        return {
            "file": self.job.path.name,
            "pages": len(self.job.pdf.pages),
            "not judged": self.unheard,
            "rules": {
                each.rule.code: {
                    "claim": each.rule.claim,
                    "source": each.rule.source,
                    "tool": each.rule.tool,
                    "severity": each.rule.severity.value,
                    "faults": [[fault.page, fault.message] for fault in each.faults],
                }
                for each in self.outcomes
            },
        }


@dataclass(frozen=True)
class Parcel:
    """What one printer is sent, or why it cannot be."""

    name: str
    data: bytes
    summary: str
    findings: tuple[Finding, ...]


def judged(job: Job) -> Judged:
    """Hold a file to every rule; without Ghostscript to those that do not need it."""
    plain = tuple(rulebook.judge(job, ghostscript=False))
    try:
        return Judged(job, (*plain, *rulebook.judge(job, ghostscript=True)))
    except NotEquipped as missing:
        return Judged(job, plain, str(missing))


def parcel(slug: str, inside: Job, cover: Job) -> Parcel:
    """Judge both files and pack them; a parcel with errors is empty."""
    try:
        both = judged(inside), judged(cover)
    except (pikepdf.PdfError, GhostscriptError) as error:
        place = Place(f"{inside.path.name}, {cover.path.name}")
        found = Finding("unreadable", f"A file cannot be read: {error}", place)
        return Parcel("", b"", "", (found,))
    findings = tuple(finding for each in both for finding in each.findings)
    if any(each.severity is Severity.ERROR for each in findings):
        return Parcel("", b"", "", findings)
    rules = sum(not outcome.faults for each in both for outcome in each.outcomes)
    unheard = " Ink was not judged: Ghostscript is not installed." if both[0].unheard else ""
    summary = f"interior, cover, instructions; {rules} rules held.{unheard}"
    name = f"{slug}-{instructions.key(inside)}.zip"
    return Parcel(
        name, zipped.archive(_members(inside, cover, both), inside.front.epoch), summary, findings
    )


def _members(inside: Job, cover: Job, both: tuple[Judged, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a parcel."""
    yield "instructions.txt", instructions.sheet(inside, cover).encode()
    yield inside.path.name, inside.path.read_bytes()
    yield cover.path.name, cover.path.read_bytes()
    yield "preflight.txt", "\n".join(line for each in both for line in each.lines()).encode()
    data = [each.to_dict() for each in both]
    yield "preflight.json", json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
