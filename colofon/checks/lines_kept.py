"""Where nothing that decides the bytes has changed, every line ends where it did when sealed."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

from colofon import buildinfo, observed
from colofon.finding import Finding, Place, Severity
from colofon.readers import line_ends
from colofon.source import Edition

SHOWN = 3
"""Pages of one file that are told one by one; often all behind a difference differ."""

MISSING = {"ends": "is not there", "ended": "was not there"}

HINT = (
    "Seal on the distribution that sealed it, or look at the pages and accept them: "
    "doit seal --accept."
)

Pages = list[list[str]]


def check(
    *, edition: Edition, print_pdf: Path, large_pdf: Path, sealed: dict[str, Any] | None
) -> Generator[Finding, None, dict[str, int]]:
    """Compare the last word of each line with the sealed build record.

    Nothing is compared where there is none, or where its materials, release or tools are others.
    """
    found = {path.name: line_ends.read(path) for path in (print_pdf, large_pdf)}
    read = sum(len(page) for pages in found.values() for page in pages)
    if sealed is None or not buildinfo.decided_alike(sealed, buildinfo.deciding(edition)):
        return {"lines read": read}
    kept: Mapping[str, Pages] = sealed["lines"]
    for name, pages in found.items():
        yield from _moved(kept.get(name, []), pages, name)
    compared = sum(len(page) for pages in kept.values() for page in pages)
    return {"lines read": read, "lines compared": compared}


def _moved(kept: Pages, found: Pages, name: str) -> Iterator[Finding]:
    """Yield the first pages of which lines end elsewhere, each with its first such line."""
    none: list[str] = []
    pairs = enumerate(zip_longest(kept, found, fillvalue=none), start=1)
    differing = [(number, one, two) for number, (one, two) in pairs if one != two]
    for number, one, two in differing[:SHOWN]:
        lines = enumerate(zip_longest(one, two), start=1)
        line, ended, ends = next((at, *pair) for at, pair in lines if pair[0] != pair[1])
        message = (
            f"The line {_with(ends, 'ends')}, and {_with(ended, 'ended')} when it was sealed, "
            f"though nothing has changed that decides it; the Pango here is {observed.pango()}."
        )
        place = Place(name, part=f"page {number}, line {line}")
        yield Finding("lines-moved", message, place, HINT, Severity.WARNING)
    if differing[SHOWN:]:
        message = f"Lines of {len(differing) - SHOWN} more pages end elsewhere, too."
        yield Finding("lines-moved", message, Place(name), HINT, Severity.WARNING)


def _with(word: str | None, verb: str) -> str:
    """Say with what a line ends, or that there is none."""
    return f"{verb} with «{word}»" if word is not None else MISSING[verb]
