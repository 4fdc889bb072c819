"""The PDFs for printers, for the screen and for archives have the same words on the same pages."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import zip_longest
from pathlib import Path

from colofon.finding import Finding, Place
from colofon.readers import pdf_page_words

SHOWN = 3
"""Pages of one file that are told one by one; the first differs, and often all behind it."""

CONTEXT = 5
"""Words that are told of a difference."""

HINT = "Make all PDFs again from one layout."


def check(
    *, interiors: dict[str, Path], screen_pdf: Path, archive_pdf: Path
) -> Generator[Finding, None, dict[str, int]]:
    """Compare every page of each file with the same page of the screen's.

    A citation by page then holds in all of them. Blank pages at the end of a file for a
    printer are there for the binding.
    """
    wanted = pdf_page_words.read(screen_pdf)
    others = (*interiors.values(), archive_pdf)
    for path in others:
        found = pdf_page_words.read(path)
        if path != archive_pdf:
            while len(found) > len(wanted) and not found[-1]:
                found = found[:-1]
        yield from _differences(wanted, found, path.name, screen_pdf.name)
    counts = {"files": len(others) + 1, "pages": len(wanted), "words": sum(map(len, wanted))}
    return {name: count for name, count in counts.items() if count}


def _differences(
    wanted: list[list[str]], found: list[list[str]], name: str, other: str
) -> Iterator[Finding]:
    """Yield the first pages of a file that hold other words than they should."""
    pairs = enumerate(zip_longest(wanted, found), start=1)
    differing = [(number, one, two) for number, (one, two) in pairs if one != two]
    for number, one, two in differing[:SHOWN]:
        message = f"Page {number} has «{_from(two, one)}», and «{_from(one, two)}» in {other}."
        if two is None:
            message = f"Page {number} of {other} is missing."
        elif one is None:
            message = f"There is a page {number}, which {other} does not have."
        yield Finding("pages-differ", message, Place(name, part=f"page {number}"), HINT)


def _from(words: list[str] | None, others: list[str] | None) -> str:
    """Return some words from where they differ from others."""
    pairs = zip_longest(words or [], others or [])
    at = next((index for index, (one, two) in enumerate(pairs) if one != two), 0)
    return " ".join((words or [])[at : at + CONTEXT])
