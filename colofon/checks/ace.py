"""Ace by DAISY finds no violation of any impact in the EPUB."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from colofon import clients
from colofon.finding import Finding, Place

SHOWN = 120  # characters of an element


def check(*, epub: Path) -> Generator[Finding, None, dict[str, int]]:
    """Report each violation in its member; count the documents that were judged."""
    report = clients.ace(epub)
    for each in report.violations:
        element = f" Here: {each.element[:SHOWN]}" if each.element else ""
        text = f"{each.rule} ({each.impact}): {each.text}{element}"
        hint = f"{each.help}. See {each.address}."
        yield Finding("ace", text, Place(epub.name, part=each.member), hint)
    return {"documents": report.documents}
