"""The EPUB as it is without a claim, and its certification -> the claim, or why there is none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from colofon.accessibility import STANDARD, Conformance
from colofon.certification import signature
from colofon.certification.checklist import SHOWN, Answer, Certifier, Checklist, answers
from colofon.certification.criteria import CRITERIA
from colofon.certification.record import Files, Malformed, Record
from colofon.finding import Finding, Place, Severity
from colofon.source import Edition

FOLDER = "certification"
RECORD = "record.json"
WITHOUT_CLAIM = "certification/unclaimed.epub"
"""Where the EPUB without a claim is kept below `.build/<slug>/`."""


class Standing(NamedTuple):
    """What may be claimed of an EPUB, and each reason why it is not more."""

    conformance: Conformance | None
    findings: tuple[Finding, ...]


class _Gap(NamedTuple):
    """A reason why nothing is claimed: no fault of the book, which is published without."""

    code: str
    message: str
    path: Path
    hint: str = ""
    line: int = 0
    severity: Severity = Severity.NOTE


class _Case(NamedTuple):
    """Everything that was handed in for one EPUB; `again` says how to do so anew."""

    folder: Path
    language: str
    digest: str
    again: str


def folder(edition: Edition) -> Path:
    """Name the folder of a work's certification."""
    return edition.folder / FOLDER


def standing(edition: Edition, language: str, unclaimed: bytes) -> Standing:
    """Judge the certification of a work against its EPUB as it is made without any claim.

    `language` is the book's: the checklist may be answered in its words.
    """
    again = f"Run doit certify:{edition.task}, answer the checklist and sign it."
    case = _Case(folder(edition), language, hashlib.sha256(unclaimed).hexdigest(), again)
    conformance, gaps = _judged(case)
    findings = []
    for each in gaps:
        place = Place(each.path.relative_to(edition.root).as_posix(), each.line)
        message = f"The EPUB claims no conformance: {each.message}"
        findings.append(Finding(each.code, message, place, each.hint, each.severity))
    return Standing(conformance, tuple(findings))


def _judged(case: _Case) -> tuple[Conformance | None, list[_Gap]]:
    """Judge record, checklist and signature: a claim, or what it lacks."""
    path = case.folder / RECORD
    if not path.is_file():
        message = "there is no certification record."
        return None, [_Gap("no-certification", message, path, case.again)]
    data = path.read_bytes()
    try:
        record = Record.read(data)
    except Malformed as error:
        return None, [_malformed(path, error)]
    if record.digest != case.digest:
        message = "its content has changed since it was certified "
        message += f"({record.digest[:SHOWN]}… then, {case.digest[:SHOWN]}… now)."
        return None, [_Gap("certified-otherwise", message, path, case.again)]
    checklist = case.folder / record.files.checklist
    gaps = list(_tools(record, path))
    if not checklist.is_file():
        return None, [*gaps, _Gap("no-checklist", "there is no checklist.", checklist, case.again)]
    try:
        asked = Checklist.read(checklist.read_bytes())
    except Malformed as error:
        return None, [*gaps, _malformed(checklist, error)]
    gaps += _binding(case, asked, hashlib.sha256(data).hexdigest(), checklist)
    gaps += _answers(case, asked, checklist)
    gaps += _certifier(asked.certifier, record, checklist)
    gaps += _signature(record.files, asked.certifier, checklist)
    return None if gaps else _claim(asked.certifier), gaps


def _claim(someone: Certifier) -> Conformance:
    """Word the claim that a certifier has signed for."""
    assert someone.date
    return Conformance(STANDARD, someone.name.strip(), someone.date)


def _malformed(path: Path, error: Exception) -> _Gap:
    """Say that a file cannot be read: a warning, since somebody meant to certify the book."""
    message = f"this file is malformed. {error}"
    hint = "Mend it, or take it from where it was last in order."
    return _Gap("malformed-certification", message, path, hint, severity=Severity.WARNING)


def _tools(record: Record, path: Path) -> Iterator[_Gap]:
    """Yield what EPUBCheck and Ace had to say."""
    checked, ace = record.epubcheck, record.ace
    if checked.errors or checked.warnings:
        message = f"EPUBCheck {checked.version} found {checked.errors} errors and "
        yield _Gap("faults-recorded", f"{message}{checked.warnings} warnings.", path)
    if ace.violations:
        message = f"Ace {ace.version} found {ace.violations} violations."
        yield _Gap("faults-recorded", message, path)


def _binding(case: _Case, asked: Checklist, record: str, path: Path) -> Iterator[_Gap]:
    """Yield where the checklist is of another EPUB or of another record."""
    if asked.digest != case.digest:
        message = f"the checklist is of another EPUB ({asked.digest[:SHOWN]}…)."
        yield _Gap("certified-otherwise", message, path, case.again)
    if asked.record != record:
        message = f"the checklist is of another {RECORD}, or that was changed since."
        yield _Gap("certified-otherwise", message, path, case.again)


def _answers(case: _Case, asked: Checklist, path: Path) -> Iterator[_Gap]:
    """Yield where answers begin to be missing, and what is answered with no or with no answer."""
    missing = list[_Gap]()
    lines = path.read_text("utf-8").splitlines()
    given = {item.id: item.answer.strip().casefold() for item in asked.items}
    known = answers(case.language)
    for number, criterion in enumerate(CRITERIA, start=1):
        said = given.get(criterion.id, "")
        places = (line for line, text in enumerate(lines, start=1) if f'"{criterion.id}"' in text)
        line = next(places, 0)
        question = f"question {number} of the checklist, {criterion.id},"
        if not said:
            missing.append(_Gap("unanswered", f"{question} is not answered.", path, line=line))
        elif said not in known:
            hint = f"Answer with one of: {', '.join(known)}."
            message = f"{question} is answered «{said}», which is no answer."
            yield _Gap("unanswered", message, path, hint, line)
        elif known[said] is Answer.NO:
            yield _Gap("answered-no", f"{question} is answered with no.", path, line=line)
        elif known[said] is Answer.NOT_APPLICABLE and not criterion.optional:
            message = f"{question} applies to every book."
            yield _Gap("unanswered", message, path, "Answer with yes or with no.", line)
    if missing:
        more = f" Nor are {len(missing) - 1} others." if missing[1:] else ""
        yield missing[0]._replace(message=f"{missing[0].message}{more}")


def _certifier(someone: Certifier, record: Record, path: Path) -> Iterator[_Gap]:
    """Yield what is not said of who checked."""
    said = {
        "name": someone.name.strip(),
        "identity": someone.identity.strip(),
        "date": someone.date,
        "reading systems": "".join(someone.systems).strip(),
    }
    if untold := [name for name, value in said.items() if not value]:
        message = f"the checklist does not tell the certifier’s {', '.join(untold)}."
        yield _Gap("unanswered", message, path)
    if someone.date and someone.date < record.date:
        message = f"the checklist is dated before {RECORD} ({record.date.isoformat()})."
        yield _Gap("unanswered", message, path)


def _signature(files: Files, someone: Certifier, path: Path) -> Iterator[_Gap]:
    """Yield what is wrong with the signature of the checklist."""
    signed, signers = path.with_name(files.signature), path.with_name(files.signers)
    if not signed.is_file():
        hint = f"Sign it: ssh-keygen -Y sign -n {signature.NAMESPACE} -f KEY {path.name}"
        yield _Gap("unsigned", "the checklist is not signed.", path, hint)
    elif not signers.is_file():
        hint = "Write into it whose keys count (ssh-keygen(1), ALLOWED SIGNERS)."
        yield _Gap("unsigned", "there is no list of allowed signers.", signers, hint)
    elif someone.identity and someone.date:
        parts = (path.read_bytes(), signed.read_bytes(), signers.read_bytes())
        try:
            signature.verify(*parts, someone.identity.strip(), someone.date)
        except signature.NotSigned as error:
            yield _Gap(
                "bad-signature", f"the checklist is not signed as it must be. {error}", signed
            )
        except signature.BadSigners as error:
            yield _malformed(signers, error)
