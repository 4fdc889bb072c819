"""The lines of the printed book are set within the limits of good typography."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

from colofon import styles
from colofon.finding import Finding, Place, Severity
from colofon.readers import pdf_paragraphs, typography
from colofon.readers.pdf_rows import HYPHENS
from colofon.readers.pdf_setting import Set
from colofon.readers.typography import Measures, Strayed

EXACT = 0.005
"""What is measured may be wrong by so much of a space."""

REWORD = "Change a word or two of the paragraph, or let its words divide."
REWORD_END = "Change a word or two of the paragraph, so that it ends in a longer or a fuller line."
SHIFT = "Change a word or two of the paragraph, or a page before it, so that its lines move."
GRID = "Give what stands above it a height of whole lines, in styles/print.css."


@functools.cache
def limits() -> dict[str, dict[str, Any]]:
    """Read the limits: the code of a finding -> what it allows, and what it is for."""
    return tomllib.loads((styles.FOLDER / "typography.toml").read_text("utf-8"))


def check(*, print_pdf: Path) -> Generator[Finding, None, dict[str, float]]:
    """Measure the lines of the finished PDF, and find what crosses a limit.

    Every finding is a warning: an ugly line does not keep a sound book from being published.
    """
    book = pdf_paragraphs.read(print_pdf)
    measures = typography.measure(book, rest=limits()["runt"]["least"])
    for code, line, message, hint in _found(measures):
        part = f"page {line.row.page}, line {line.number}"
        yield Finding(code, message, Place(print_pdf.name, part=part), hint, Severity.WARNING)
    return {"pages": book.pages, "lines": len(book.lines), **_evidence(measures)}


def _evidence(measures: Measures) -> dict[str, float]:
    """Count and measure what was looked at; white in the fonts' own spaces, the rest in pt."""
    spaces, loose = measures.spaces, limits()["loose-line"]["most"]
    return {
        "justified lines": len(spaces),
        "mean word space": round(measures.mean, 3),
        "deviation of word spaces": round(measures.deviation, 3),
        "widest word space": round(max(spaces, default=0), 3),
        "narrowest word space": round(min(spaces, default=0), 3),
        f"lines over {loose}": sum(space > loose for space in spaces),
        "hyphens at line ends": len(measures.hyphenated),
        "hyphens at page ends": len(measures.turned),
        "ladders": sum(len(each) > limits()["ladder"]["most"] for each in measures.ladders),
        "lines of the longest ladder": max(map(len, measures.ladders), default=0),
        "runts": len(measures.runts),
        "widows": len(measures.widows),
        "orphans": len(measures.orphans),
        "opening marks at line ends": len(measures.opening),
        "lines on the grid": len(measures.gridded),
        "greatest error of the grid": _greatest(measures.gridded),
        "greatest error of notes": _greatest(measures.returning),
    }


def _greatest(strayed: Iterable[Strayed]) -> float:
    """Return the greatest distance from the grid, in pt."""
    return max((each.error for each in strayed), default=0.0)


_Found = tuple[str, Set, str, str]
"""A limit that a line crosses: its code, the line, what is wrong, and how to mend it."""


def _found(measures: Measures) -> Iterator[_Found]:
    """Yield every line that crosses a limit."""
    yield from _white(measures)
    yield from _divided(measures)
    yield from _ended(measures)
    yield from _strayed("line-off-grid", measures.gridded, "The line stands")
    yield from _strayed("note-off-grid", measures.returning, "The last line of the notes stands")


def _white(measures: Measures) -> Iterator[_Found]:
    """Yield the lines that are set too loose or too tight."""
    loose, tight = limits()["loose-line"]["most"], limits()["tight-line"]["least"]
    for line in measures.justified:
        space = line.row.space
        if space > loose + EXACT:
            message = f"The white in «{_shown(line)}» is {space:.2f} times the font's own."
            yield "loose-line", line, message, REWORD
        if space < tight - EXACT:
            message = f"The white in «{_shown(line)}» is only {space:.2f} times the font's own."
            yield "tight-line", line, message, REWORD
    loose = limits()["loose-end"]["most"]
    for line in measures.ends:
        if line.row.space > loose + EXACT:
            message = f"The white in the last line «{_shown(line)}» is {line.row.space:.2f}, not 1."
            yield "loose-end", line, message, "Let nothing stretch the last lines of paragraphs."
    most = limits()["stretched-line"]["most"]
    for line in (*measures.justified, *measures.ends):
        if abs(line.row.stretch - 1) > most + EXACT / 10:
            message = (
                f"The letters of «{_shown(line)}» are drawn {line.row.stretch:.3f} times wide."
            )
            yield "stretched-line", line, message, REWORD


def _divided(measures: Measures) -> Iterator[_Found]:
    """Yield the divisions that should not be, and marks that open where a line ends."""
    most = limits()["ladder"]["most"]
    for ladder in measures.ladders:
        if len(ladder) > most:
            message = f"From «{_shown(ladder[0])}» on {len(ladder)} lines end in a hyphen."
            yield "ladder", ladder[0], message, REWORD
    for line in measures.turned:
        message = f"The page ends inside a word: «{_shown(line)}»."
        yield "hyphen-at-page-end", line, message, SHIFT
    for line in measures.opening:
        message = f"«{_shown(line)}» ends in a mark that opens the next line."
        hint = "Take out the space after the mark, or let it be set with the word behind it."
        yield "opening-mark-at-line-end", line, message, hint


def _ended(measures: Measures) -> Iterator[_Found]:
    """Yield the lines that end or begin a paragraph too short, or alone on a page."""
    for line in measures.runts:
        message = f"The paragraph ends in a line of «{_shown(line)}» alone."
        yield "runt", line, message, REWORD_END
    for line in measures.widows:
        message = f"The last line of a paragraph stands alone on its page: «{_shown(line)}»."
        yield "widow", line, message, SHIFT
    for line in measures.orphans:
        message = f"The first line of a paragraph stands alone on its page: «{_shown(line)}»."
        yield "orphan", line, message, SHIFT


def _strayed(code: str, lines: Iterable[Strayed], stands: str) -> Iterator[_Found]:
    """Yield the lines that are farther from the grid than is allowed."""
    for line, error in ((each.line, each.error) for each in lines):
        if error > limits()[code]["most"]:
            yield code, line, f"{stands} {error:.2f} pt off the grid: «{_shown(line)}».", GRID


def _shown(line: Set) -> str:
    """Show a line, shortened in its middle, its last hyphen written."""
    text = line.row.text
    text = f"{text[:-1]}-" if text[-1] in HYPHENS else text
    return text if len(text) < SHOWN else f"{text[:24]}…{text[-14:]}"


SHOWN = 40
"""Characters of a line that are shown at most."""
