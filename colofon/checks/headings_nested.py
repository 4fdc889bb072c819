"""No heading is more than one level below the one before (WCAG 2.2, 1.3.1)."""

from __future__ import annotations

from collections.abc import Generator

from colofon.document import Division, Document, descendants
from colofon.finding import Finding


def check(*, document: Document) -> Generator[Finding, None, dict[str, int]]:
    """Walk through the divisions in order."""
    above = 0
    divisions = [node for node in descendants(document.divisions) if isinstance(node, Division)]
    for division in divisions:
        if division.level > above + 1:
            marks = "#" * division.level
            message = f"A heading of level {division.level} follows one of level {above}."
            hint = f"Write {'#' * (above + 1)} instead of {marks}."
            yield Finding("heading-jump", message, division.place, hint)
        above = division.level
    return {"divisions": len(divisions)}
