"""The words of the printed book: those of the master, and its ISBN."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from colofon.preflight.job import Job
from colofon.preflight.rule import INTERIOR, Fault, rule
from colofon.readers.pdf_lines import Line

LETTERS = re.compile(r"[^\W\d_]+")

HYPHENS = "\u00ad\u2010-"
"""Signs with which a line may divide a word."""

SHOWN = 5
"""Missing words that are named."""


@rule(
    "words-kept",
    "Colofón: every edition holds every word of its master",
    "Look for a line that was lost or covered.",
    parts=INTERIOR,
    tool="PDFium",
)
def words_kept(job: Job) -> Iterator[Fault]:
    """Every word of the master stands in the book, as often as in the master."""
    wanted = Counter(part for word in job.words for part in _parts(word))
    missing = wanted - Counter(_shown(job.lines))
    if missing:
        named = ", ".join(f"«{word}»" for word in list(missing)[:SHOWN])
        yield Fault(f"{missing.total()} words of the master are missing, {named} among them.")


def _parts(text: str) -> list[str]:
    """Return the words of a text in letters alone, of no case."""
    return LETTERS.findall(text.replace("\u00ad", "").casefold())


def _shown(pages: list[list[Line]]) -> Iterator[str]:
    """Yield every word on the pages; the halves of a divided one are also tried together."""
    for lines, after in zip(pages, [*pages[1:], []], strict=True):
        for index, line in enumerate(lines):
            text = line.text.rstrip()
            yield from _parts(text)
            if text[-1:] in HYPHENS:
                following = [*lines[index + 1 :], *after]
                yield from _joined(text, following)


def _joined(text: str, following: Iterable[Line]) -> Iterator[str]:
    """Yield what a divided word may be, by what begins one of the lines that follow."""
    head = _parts(text)[-1:]
    heads = (_parts(line.text)[:1] for line in following)
    yield from {head[0] + rest[0] for rest in heads if head and rest}


@rule(
    "isbn-printed",
    "ISBN Users' Manual, 6: it stands on the imprint page",
    "Print the ISBN of the front matter.",
    parts=INTERIOR,
    tool="PDFium",
)
def isbn_printed(job: Job) -> Iterator[Fault]:
    """The ISBN stands in the book as the front matter has it."""
    shown = "".join(line.text for lines in job.lines for line in lines)
    if job.isbn and job.isbn not in re.sub(r"[^0-9X]", "", shown):
        yield Fault(f"The ISBN {job.isbn} is nowhere in the book.")
