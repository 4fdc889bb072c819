"""The Nu checker has nothing to say of the web page."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from colofon import clients
from colofon.finding import Finding, Place

EXPLAINED = "https://html.spec.whatwg.org/multipage/"


def check(*, html: Path) -> Generator[Finding, None, dict[str, int]]:
    """Report every message, errors, warnings and mere information alike."""
    report = clients.nu([html])
    for each in report.messages:
        extract = f" Here: {each.extract}" if each.extract else ""
        text = f"{each.text} ({each.kind}){extract}"
        yield Finding("nu", text, Place(html.name, each.line, each.column), f"See {EXPLAINED}.")
    return {"pages": 1}
