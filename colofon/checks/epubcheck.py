"""EPUBCheck finds neither error nor warning in the EPUB."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from colofon import java
from colofon.finding import Finding, Place

FAULTS = {"FATAL", "ERROR", "WARNING"}
"""EPUBCheck's severities that a reader or a shop may turn a book away for."""
EXPLAINED = "https://w3c.github.io/epubcheck/docs/messages/"


def check(*, epub: Path) -> Generator[Finding, None, dict[str, int]]:
    """Report fatal errors, errors and warnings; count the milder messages."""
    report = java.epubcheck(epub)
    faults = [message for message in report.messages if message.severity in FAULTS]
    for fault in faults:
        place = Place(epub.name, fault.line, fault.column, fault.member)
        text = f"{fault.id} ({fault.severity.lower()}): {fault.text}"
        yield Finding("epubcheck", text, place, fault.suggestion or f"See {EXPLAINED}.")
    return {"items": report.items, "milder messages": len(report.messages) - len(faults)}
