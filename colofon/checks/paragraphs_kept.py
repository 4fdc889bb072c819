"""The paragraphs of an edition that is published keep their numbers until its number rises."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from colofon import frontmatter
from colofon.document import Document, Paragraph, plain
from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.source import Master

SHOWN = 3
"""Paragraphs that are told one by one."""


def check(
    *, master: Master, document: Document, front: Front, published: dict[str, Any] | None
) -> Generator[Finding, None, dict[str, int]]:
    """Compare the numbered paragraphs with the register of the last published edition.

    A paragraph may be mended: it is another one only if its number's old opening words now
    begin a paragraph of another number, or none has its number any more. One more at the
    end may have been part of the last.
    """
    now = {each.number: each for each in document.paragraphs()}
    if published is not None and published["edition"] > front.edition:
        message = (
            f"Edition {published['edition']} is published, and this is edition {front.edition}."
        )
        hint = f"Make this «edition: {published['edition'] + 1}», or {published['edition']} again."
        place = frontmatter.place(master, "edition")
        yield Finding("edition-lowered", message, place, hint)
    elif published is not None and published["edition"] == front.edition:
        faults = list(_renumbered(published["paragraphs"], now))
        hint = f"Keep the numbers, or make this «edition: {published['edition'] + 1}»."
        for message, place in faults[:SHOWN]:
            yield Finding("paragraph-renumbered", message, place, hint)
        if rest := faults[SHOWN:]:
            message = f"{len(rest)} more paragraphs have another number than when published."
            yield Finding("paragraph-renumbered", message, rest[0][1], hint)
    return {"paragraphs": len(now), "editions": front.edition}


def _renumbered(
    published: list[dict[str, Any]], now: dict[int, Paragraph]
) -> Iterator[tuple[str, Place]]:
    """Yield what became of each paragraph that has no longer its number, and where that shows."""
    words = {number: plain(paragraph.children) for number, paragraph in now.items()}
    known = {row["n"]: row["opening"] for row in published}
    kept = {number for number in words if words[number].startswith(known.get(number, "\0"))}
    end = now[max(now)].place if now else Place("")
    for row in published:
        number, opening = row["n"], row["opening"]
        if number in kept:
            continue
        moved = words.keys() - kept
        homes = sorted(other for other in moved if words[other].startswith(opening))
        if homes:
            message = f"Paragraph {number} of the published edition is now number {homes[0]}."
            yield message, now[homes[0]].place
        elif number not in now:
            yield f"Paragraph {number} of the published edition, «{opening} …», is gone.", end
    if known.keys() <= kept and (new := sorted(words.keys() - known.keys())):
        message = f"The published edition has {len(known)} paragraphs, and this is number {new[0]}."
        yield message, now[new[0]].place
