"""What a rule is: what it claims, who asks for it, and how it finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from colofon.finding import Severity
from colofon.preflight.job import Job, Part

Tool = Literal["pikepdf", "PDFium", "Ghostscript", "zxing-cpp"]

BOTH: tuple[Part, ...] = ("interior", "cover")
INTERIOR: tuple[Part, ...] = ("interior",)
COVER: tuple[Part, ...] = ("cover",)

Find = Callable[[Job], Iterable["Fault"]]


@dataclass(frozen=True)
class Fault:
    """Something that breaks a rule, and on which page (from 1; 0 for the file as a whole)."""

    message: str
    page: int = 0


@dataclass(frozen=True)
class Rule:
    """One thing that must hold of a file for the press."""

    code: str
    """Stable, and never used again for another rule."""
    claim: str
    source: str
    """The standard or the printer's requirement behind it."""
    hint: str
    """How to mend what breaks it."""
    tool: Tool
    parts: tuple[Part, ...]
    subject: str
    severity: Severity
    """Of what breaks it: an error, unless the printer prints it all the same, only not well."""
    find: Find

    def faults(self, job: Job) -> Iterator[Fault]:
        """Yield what breaks it, each thing once for each page."""
        seen = set()
        for fault in self.find(job):
            if fault not in seen:
                seen.add(fault)
                yield fault


def rule(  # noqa: PLR0913  # what there is to say of a rule
    code: str,
    source: str,
    hint: str,
    *,
    tool: Tool = "pikepdf",
    parts: tuple[Part, ...] = BOTH,
    severity: Severity = Severity.ERROR,
) -> Callable[[Find], Rule]:
    """Make a rule of a function whose docstring is the claim."""

    def made(find: Find) -> Rule:
        subject = find.__module__.rpartition(".")[2]
        claim = (find.__doc__ or "").partition("\n")[0]
        return Rule(code, claim, source, hint, tool, parts, subject, severity, find)

    return made
