"""Laid-out pages -> the page and the lines on which every emendation stands.

Lines are counted on each page from the first of the text, headings among them; running
head, folio and notes are not counted.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from colofon.labels import Labels
from colofon.pdf.boxes import Region, walk

EMENDATION = re.compile(r"e\d+")
"""The ids of emendations on the page."""

SAME = 1.0
"""CSS pixels within which two baselines make one line: those of cells in a row of a table."""


class Locus(NamedTuple):
    """Where an emendation begins and ends: pages from 1 and lines on them from 1."""

    page: int
    line: int
    last_page: int
    last_line: int


def loci(pages: list[Any]) -> dict[str, Locus]:
    """Return the place of every emendation by its id."""
    baselines: dict[int, list[float]] = {}
    found: dict[str, list[tuple[int, float]]] = {}
    for placed in walk(pages):
        if placed.line is None or placed.region is not Region.BODY:
            continue
        baseline = placed.line.position_y + placed.line.baseline
        if placed.is_text and placed.box.text.strip():
            baselines.setdefault(placed.page, []).append(baseline)
        name = placed.box.element.get("id") or ""
        if EMENDATION.fullmatch(name):
            found.setdefault(name, []).append((placed.page, baseline))
    lines = {page: _distinct(every) for page, every in baselines.items()}
    return {name: _locus(places, lines) for name, places in found.items()}


def _distinct(baselines: list[float]) -> list[float]:
    """Return the baselines of a page from the top, each once."""
    kept: list[float] = []
    for baseline in sorted(baselines):
        if not kept or baseline - kept[-1] > SAME:
            kept.append(baseline)
    return kept


def _locus(places: list[tuple[int, float]], lines: dict[int, list[float]]) -> Locus:
    """Count the lines above the first and the last box of an emendation."""
    (first, top), (last, bottom) = places[0], places[-1]
    return Locus(first + 1, _number(lines[first], top), last + 1, _number(lines[last], bottom))


def _number(lines: list[float], baseline: float) -> int:
    """Return which line of a page a baseline is, from 1."""
    return sum(each <= baseline + SAME for each in lines)


def explain(root: Element, labels: Labels) -> None:
    """Say in the apparatus how lines are counted."""
    for said in root.iterfind(".//section[@id='apparatus']/p"):
        how = "Lines are counted on each page from the first of the text, headings included."
        said.text = f"{said.text} {labels(how)}"


def fill(root: Element, found: dict[str, Locus], first: int, labels: Labels) -> bool:
    """Write pages and lines into the apparatus; tell whether anything changed.

    `first` is the page (from 1) whose number is 1: what stands before it has no emendations.
    """
    changed = False
    for link in root.iterfind(".//a[@class='locus']"):
        words = worded(found[(link.get("href") or "").removeprefix("#")], first, labels)
        changed = changed or link.text != words
        link.text = words
    return changed


def worded(locus: Locus, first: int, labels: Labels) -> str:
    """Say where an emendation stands: «p. 5, l. 12-13», «p. 5, l. 32-p. 6, l. 1»."""
    start = labels("p. {page}, l. {line}", page=locus.page - first + 1, line=locus.line)
    if locus.last_page != locus.page:
        end = labels("p. {page}, l. {line}", page=locus.last_page - first + 1, line=locus.last_line)
        return f"{start}-{end}"
    return start if locus.last_line == locus.line else f"{start}-{locus.last_line}"
