"""An EPUB or a PDF -> what EPUBCheck or veraPDF says of it, in one JVM for the whole run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from colofon.java.process import ValidatorError, ask
from colofon.java.versions import versions

__all__ = [
    "STANDARDS",
    "EpubReport",
    "Failure",
    "Message",
    "Validation",
    "ValidatorError",
    "epubcheck",
    "verapdf",
    "versions",
]

# veraPDF's own short name of each standard it can judge («flavour») -> the standard's name.
STANDARDS = {
    "1a": "PDF/A-1A",
    "1b": "PDF/A-1B",
    "2a": "PDF/A-2A",
    "2b": "PDF/A-2B",
    "2u": "PDF/A-2U",
    "3a": "PDF/A-3A",
    "3b": "PDF/A-3B",
    "3u": "PDF/A-3U",
    "4": "PDF/A-4",
    "4e": "PDF/A-4E",
    "4f": "PDF/A-4F",
    "ua1": "PDF/UA-1",
    "ua2": "PDF/UA-2",
    "wt1a": "WTPDF 1.0 Accessibility",
    "wt1r": "WTPDF 1.0 Reuse",
}


@dataclass(frozen=True, order=True)
class Message:
    """One message of EPUBCheck, in English.

    `member` is the path inside the EPUB, "" for the file as a whole; line and column count from 1
    and are 0 where EPUBCheck knows none. `severity` is EPUBCheck's own: FATAL, ERROR, WARNING,
    INFO, USAGE or SUPPRESSED; `id` is its code, such as "RSC-005", or the name of the Java
    exception that made EPUBCheck give the file up.
    """

    member: str
    line: int
    column: int
    id: str
    severity: str
    text: str
    suggestion: str = ""


@dataclass(frozen=True)
class EpubReport:
    """Every message on one EPUB, sorted by place, each once; `items` counts what was checked.

    An item is a resource of the manifest whose content EPUBCheck looked at.
    """

    messages: tuple[Message, ...]
    items: int


@dataclass(frozen=True)
class Failure:
    """One rule of a standard that a PDF breaks `count` times, with the first place as context.

    `test` numbers the tests of a clause, as veraPDF does. A file that veraPDF cannot judge at all
    gives one failure with an empty clause and test 0.
    """

    clause: str
    test: int
    message: str
    context: str
    count: int


@dataclass(frozen=True)
class Validation:
    """What veraPDF concluded of one PDF and one standard, from how many assertions."""

    flavour: str
    compliant: bool
    assertions: int
    failures: tuple[Failure, ...]


def epubcheck(path: Path) -> EpubReport:
    """Validate an EPUB by EPUBCheck, at every level down to the suppressed messages.

    Raises FileNotFoundError, `ValidatorError`, and `NotJudged` where there is no Java runtime.
    """
    reply = ask({"validator": "epubcheck"}, path)
    messages = {Message(**message) for message in reply["messages"]}
    return EpubReport(messages=tuple(sorted(messages)), items=reply["items"])


def verapdf(path: Path, flavour: str) -> Validation:
    """Validate a PDF by veraPDF against one standard, a key of `STANDARDS`.

    Raises KeyError, FileNotFoundError, `ValidatorError`, and `NotJudged` where there is no Java
    runtime.
    """
    reply = ask({"validator": "verapdf", "standard": STANDARDS[flavour]}, path)
    failures = tuple(Failure(**failure) for failure in reply["failures"])
    if reply["compliant"] != (not failures):
        raise ValidatorError(f"veraPDF contradicts itself on {path}: {reply}")
    return Validation(flavour, reply["compliant"], reply["assertions"], failures)
