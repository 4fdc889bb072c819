"""The files of a work -> a job for each printer, and what is wrong with it, as findings."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf

from colofon import printers
from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.ghostscript import GhostscriptError
from colofon.preflight import rulebook
from colofon.preflight.job import Job
from colofon.preflight.rulebook import Outcome
from colofon.readers import master as master_reader
from colofon.source import Master

SHOWN = 5
"""Faults of one rule in one file that are told one by one; the rest are counted."""


def words(ast: dict[str, Any], master: Master) -> tuple[str, ...]:
    """Return the words of a master, body and notes."""
    text = master_reader.read(ast, master.path)
    noted = (word for note in text.notes for word in note.words)
    return tuple(word.text for word in (*text.body, *noted))


def interiors(front: Front, files: Mapping[str, Path], said: tuple[str, ...]) -> Iterator[Job]:
    """Yield a job for the interior of each printer; `said` are the words of the master."""
    for printing in front.print.printers:
        path, printer = files[printing.name], printers.printer(printing.name)
        paper, pages = printer.paper(printing.paper), _pages(path)
        yield Job(path, "interior", printer, paper, front, pages, said)


def covers(front: Front, inside: Mapping[str, Path], files: Mapping[str, Path]) -> Iterator[Job]:
    """Yield a job for the cover of each printer, which fits the interior `inside` it."""
    for printing in front.print.printers:
        printer = printers.printer(printing.name)
        paper, pages = printer.paper(printing.paper), _pages(inside[printing.name])
        yield Job(files[printing.name], "cover", printer, paper, front, pages)


def _pages(path: Path) -> int:
    """Count the pages of a file; none if it is no PDF, which is told where it is read."""
    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return 0


def examined(
    every: Iterator[Job], *, ghostscript: bool
) -> Generator[Finding, None, dict[str, int]]:
    """Hold each file to the rules; count rules and pages. Raises as `rulebook.judge` does."""
    counts = {"files": 0, "pages": 0, "rules": 0}
    for job in every:
        try:
            outcomes = list(rulebook.judge(job, ghostscript=ghostscript))
        except (pikepdf.PdfError, GhostscriptError) as error:
            yield Finding("unreadable", f"The file cannot be read: {error}", Place(job.path.name))
            continue
        for outcome in outcomes:
            yield from findings(outcome, job)
        counts["files"] += 1
        counts["pages"] += len(job.pdf.pages)
        counts["rules"] += len(outcomes)
    return counts


def findings(outcome: Outcome, job: Job) -> Iterator[Finding]:
    """Yield a finding for each fault, the first few of a rule one by one."""
    rule, name = outcome.rule, job.path.name
    for fault in outcome.faults[:SHOWN]:
        part = f"page {fault.page}" if fault.page else ""
        yield Finding(rule.code, fault.message, Place(name, part=part), rule.hint, rule.severity)
    if rest := outcome.faults[SHOWN:]:
        message = f"{len(rest)} more faults of this kind."
        place = Place(name, part=f"page {rest[0].page}")
        yield Finding(rule.code, message, place, rule.hint, rule.severity)
