"""Every picture says in words what it shows (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

from collections.abc import Generator

from colofon.document import Document, Image, descendants
from colofon.finding import Finding


def check(*, document: Document) -> Generator[Finding, None, dict[str, int]]:
    """Look at the description of every picture, in the text and in the notes."""
    phrases = 0
    for node in descendants((document.divisions, document.notes)):
        phrases += 1
        if isinstance(node, Image) and not node.alt:
            hint = "Write ![what it shows](file)."
            message = f"The picture «{node.source}» has no description."
            yield Finding("no-alt", message, node.place, hint)
    return {"nodes": phrases}
