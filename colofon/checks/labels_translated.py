"""The words we add to the book are in the book's language."""

from __future__ import annotations

from collections.abc import Generator

from colofon import frontmatter, labels
from colofon.finding import Finding, Severity
from colofon.front import Front
from colofon.source import Master


def check(*, master: Master, front: Front) -> Generator[Finding, None, dict[str, int]]:
    """Warn where the labels fall back to English."""
    ours = labels.labels_for(front.language).language
    if not front.language.lower().startswith(ours):
        known = ", ".join(labels.available())
        message = f"We have no labels in «{front.language}»: Contents, Notes … are in English."
        hint = f"Labels exist in {known}; add colofon/locale/{front.language}.po."
        place = frontmatter.place(master, "language")
        yield Finding("no-labels", message, place, hint, Severity.WARNING)
    return {"languages": len(labels.available())}
