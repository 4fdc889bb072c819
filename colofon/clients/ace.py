"""An EPUB -> the violations that Ace by DAISY finds in it, run in Chromium."""

from __future__ import annotations

import json
import posixpath
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from colofon.clients import running, tools


@dataclass(frozen=True, order=True)
class AceViolation:
    """One violation: which rule, in which member of the EPUB, on which element.

    `impact` is critical, serious, moderate or minor. `element` is its markup, "" where the
    rule is one on the package. `rule` is the short name in Ace's rule book.
    """

    member: str
    rule: str
    impact: str
    text: str
    element: str
    help: str
    address: str


@dataclass(frozen=True)
class AceReport:
    """Every violation, sorted; Ace's version; how many documents it looked at."""

    version: str
    violations: tuple[AceViolation, ...]
    documents: int


def ace(epub: Path) -> AceReport:
    """Have Ace judge an EPUB; raises FileNotFoundError, NotEquipped and ClientError."""
    program = tools.packages() / "@daisy" / "ace-cli" / "bin" / "ace.js"
    with running.home() as folder:
        copy = shutil.copyfile(epub, folder / "book.epub")
        options = ("--lang", "en", "--outdir", folder / "out")
        running.run(
            [tools.node(), program, *options, copy],
            folder,
            PUPPETEER_EXECUTABLE_PATH=str(running.browser(folder)),
            ACE_TIMEOUT_INITIAL="60000",  # ms for Chromium to start; its 5000 are few
        )
        report = json.loads((folder / "out" / "report.json").read_bytes())
    return _read(report)


def _read(report: Any) -> AceReport:
    """Read Ace's report, which is in EARL (https://www.w3.org/TR/EARL10-Schema/)."""
    version = report["earl:assertedBy"]["doap:release"]["doap:revision"]
    subjects = report["assertions"]
    package = next(
        (name for each in subjects if (name := _url(each)).endswith(".opf")), "content.opf"
    )
    found = {violation for each in subjects for violation in _violations(each, package)}
    outcome = report["earl:result"]["earl:outcome"]
    if (outcome == "pass") is not (not found):
        raise running.ClientError(f"Ace contradicts itself: {outcome}, and {len(found)} found.")
    return AceReport(version, tuple(sorted(found)), len(subjects))


def _url(subject: Any) -> str:
    """Name what assertions are on: the package by its path, a document relative to the package."""
    return str(subject["earl:testSubject"]["url"])


def _violations(subject: Any, package: str) -> Iterator[AceViolation]:
    """Read the assertions on one subject."""
    url = _url(subject)
    inside = posixpath.join(posixpath.dirname(package), url)
    member = url.lstrip("/") if url == package or url.startswith("/") else inside
    for each in subject["assertions"]:
        result, test = each["earl:result"], each["earl:test"]
        yield AceViolation(
            member=member,
            rule=test["dct:title"],
            impact=test["earl:impact"],
            text=" ".join(result["dct:description"].split()),
            element=result.get("html", ""),
            help=test["help"]["dct:description"],
            address=test["help"]["url"],
        )
