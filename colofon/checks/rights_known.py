"""What is not known of the rights is said in every report."""

from __future__ import annotations

from collections.abc import Generator

from colofon import frontmatter
from colofon.finding import Finding, Severity
from colofon.front import Front
from colofon.source import Master


def check(*, master: Master, front: Front) -> Generator[Finding, None, dict[str, int]]:
    """Note every part of the edition whose rights are unknown, or that none is stated."""
    for index, right in enumerate(front.rights):
        if right.status == "unknown":
            place = frontmatter.place(master, "rights", index)
            message = f"The rights in the {right.part} are unknown: {right.statement}"
            yield Finding("rights-unknown", message, place, severity=Severity.NOTE)
    if not front.rights:
        message = "Nothing is stated of the rights."
        hint = "Add rights: with part, status and statement."
        place = frontmatter.place(master)
        yield Finding("rights-unknown", message, place, hint, Severity.NOTE)
    return {"statements": len(front.rights), "front matter": 1}
