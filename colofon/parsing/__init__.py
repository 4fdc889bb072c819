"""pandoc's syntax tree -> Document, with a finding for whatever we cannot keep."""

from __future__ import annotations

from typing import Any

from colofon.document import Document
from colofon.finding import Finding
from colofon.parsing.context import Context
from colofon.parsing.divisions import divisions
from colofon.source import Edition, Master


def parse(edition: Edition, master: Master, ast: dict[str, Any]) -> tuple[Document, list[Finding]]:
    """Turn pandoc's tree into a Document; the findings say what it could not hold."""
    context = Context(edition, master)
    parts = divisions(ast["blocks"], context)
    return Document(parts, tuple(context.notes), master.digest), context.findings
