"""What a check can say, and where: findings, verdicts, refusals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding weighs; only an error keeps a work from being published."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Judgement(StrEnum):
    """The three answers of a check; the last is always shown."""

    SOUND = "sound"
    FAULTY = "faulty"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a file and, where they are known, part, line and column.

    `part` names a member of an EPUB («EPUB/text-1.xhtml») or a page of a PDF («page 7»).
    Lines and columns count from 1, columns in characters; 0 means «not known».
    """

    file: str
    line: int = 0
    column: int = 0
    part: str = ""

    def __str__(self) -> str:
        head = f"{self.file} ({self.part})" if self.part else self.file
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([head, *numbers])


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, where, and how to mend it; `code` is stable and never reused."""

    code: str
    message: str
    place: Place
    hint: str = ""
    severity: Severity = Severity.ERROR
    other: Place | None = None

    def __str__(self) -> str:
        text = f"{self.place}: [{self.code}] {self.message}"
        if self.severity is not Severity.ERROR:
            text = f"{self.place}: {self.severity}: [{self.code}] {self.message}"
        if self.other:
            text += f" See {self.other}."
        if self.hint:
            text += f" Hint: {self.hint}"
        return text

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; `from_dict` is its inverse."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "hint": self.hint,
            "place": vars(self.place),
            "other": vars(self.other) if self.other else None,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Finding:
        """Read what `to_dict` wrote."""
        other = Place(**data["other"]) if data["other"] else None
        return cls(
            code=data["code"],
            message=data["message"],
            place=Place(**data["place"]),
            hint=data["hint"],
            severity=Severity(data["severity"]),
            other=other,
        )


@dataclass(frozen=True)
class Verdict:
    """What a check concluded, and how much it looked at to conclude it."""

    name: str
    judgement: Judgement
    findings: tuple[Finding, ...] = ()
    evidence: dict[str, float] = field(default_factory=dict)
    """What was looked at: whole numbers are counts, others measures."""
    reason: str = ""
    excused: bool = False
    """True where the judge is one that no wheel brings: its absence says nothing of the work."""

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; `from_dict` is its inverse."""
        return {
            "name": self.name,
            "judgement": str(self.judgement),
            "findings": [finding.to_dict() for finding in self.findings],
            "evidence": self.evidence,
            "reason": self.reason,
            "excused": self.excused,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Verdict:
        """Read what `to_dict` wrote."""
        return cls(
            name=data["name"],
            judgement=Judgement(data["judgement"]),
            findings=tuple(Finding.from_dict(each) for each in data["findings"]),
            evidence=data["evidence"],
            reason=data["reason"],
            excused=data["excused"],
        )


class NotJudged(Exception):  # noqa: N818  # an answer, not an error
    """A check cannot judge here, and why: a tool is missing, or its input was not made."""

    excused = False


class NotEquipped(NotJudged):
    """A judge that no wheel brings is missing, and what to install; the work may be published."""

    excused = True


class Refused(Exception):  # noqa: N818  # an answer, not an error
    """The book cannot be made as it stands; carries every finding that says why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
