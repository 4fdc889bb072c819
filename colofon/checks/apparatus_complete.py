"""Every emendation is in the apparatus of every output, with its true place, linked both ways."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml.etree import _Element as Element

from colofon.finding import Finding, Place
from colofon.readers import apparatus, emendations, pdf_spots
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import tei as tei_reader
from colofon.readers.apparatus import Row
from colofon.readers.differences import differences
from colofon.readers.emendations import Emendation
from colofon.source import Master
from colofon.witness import reading as readings
from colofon.witness.tokens import BREAK

COLUMNS = 3
"""Place, this edition, witness."""


def check(
    *, master: Master, ast: dict[str, Any], html: Path, epub: Path, archive_pdf: Path, tei: Path
) -> Generator[Finding, None, dict[str, int]]:
    """Compare the lines of each apparatus with the emendations that the master declares.

    In print the page and the line are found anew from where the characters stand. TEI has no
    list: there the words of the witness are read, and are those that the master says.
    """
    wanted = emendations.emendations(ast, master.path)
    yield from _linked(wanted, _web(html_reader.read(html)), Place(html.name))
    yield from _linked(wanted, _epub(epub_reader.read(epub)), Place(epub.name))
    yield from _printed(wanted, archive_pdf)
    yield from _witness(ast, master, tei)
    outputs = len((html, epub, archive_pdf, tei))
    return {"emendations": len(wanted), "outputs": outputs}


def _web(page: html_reader.Html) -> Iterator[Row]:
    """Yield the lines of the web page's apparatus."""
    named = {each.get("id"): each for each in page.root.iter() if each.get("id")}
    return apparatus.rows([page.root], lambda href, _: named.get(href.removeprefix("#")))


def _epub(book: epub_reader.Epub) -> Iterator[Row]:
    """Yield the lines of the EPUB's apparatus."""
    roots = {book.documents[path]: path for path in book.spine}
    named = {
        (path, each.get("id", "")): each
        for root, path in roots.items()
        for each in root.iter()
        if each.get("id")
    }

    def follow(href: str, link: Element) -> Element | None:
        return named.get(book.resolve(roots[link.getroottree().getroot()], href))

    return apparatus.rows(list(roots), follow)


def _linked(wanted: list[Emendation], found: Iterable[Row], place: Place) -> Iterator[Finding]:
    """Yield what is wrong with an apparatus whose lines are links."""
    rows = list(found)
    yield from _counted(wanted, len(rows), place)
    for emendation, row in zip(wanted, rows, strict=False):
        if not _says(row.cells, emendation):
            yield _wrong(emendation, row.cells, place)
        if row.there != emendation.reading or not row.back:
            about = emendation.reading or emendation.sic
            message = f"The line on «{about}» does not lead there and back."
            yield Finding("apparatus-astray", message, place, other=emendation.place)


def _witness(ast: dict[str, Any], master: Master, tei: Path) -> Iterator[Finding]:
    """Yield where the witness as TEI has it differs from the master with its emendations undone."""
    wanted = readings.read(ast, master.path).text.replace(BREAK, "").split()
    found = tei_reader.read(tei).witness()
    for each in differences(wanted, [word.text for word in found]):
        old, new = " ".join(wanted[each.start : each.stop]), found[each.low : each.high]
        said = " ".join(word.text for word in new)
        message = f"The witness in TEI reads «{said}», and the master says that it has «{old}»."
        yield Finding("witness-wrong", message, new[0].place if new else Place(tei.name))


def _counted(wanted: list[Emendation], count: int, place: Place) -> Iterator[Finding]:
    """Yield a finding if the apparatus has other than one line for each emendation."""
    if count != len(wanted):
        message = f"The apparatus has {count} lines for {len(wanted)} emendations."
        yield Finding("apparatus-incomplete", message, place)


def _says(cells: Iterable[str], emendation: Emendation) -> bool:
    """Tell whether a line has what we read and what the witness has, if they are anything."""
    said = [" ".join(cell.split()) for cell in cells]
    if len(said) != COLUMNS:
        return False
    asked = (emendation.reading, " ".join(emendation.sic.split()))
    return all(words in {cell, ""} for words, cell in zip(asked, said[1:], strict=True))


def _wrong(emendation: Emendation, cells: Iterable[str], place: Place) -> Finding:
    """Make a finding on a line that says something else."""
    message = f"The apparatus says «{' | '.join(cells)}» of «{emendation.reading}»."
    return Finding("apparatus-wrong", message, place, other=emendation.place)


def _printed(wanted: list[Emendation], archive_pdf: Path) -> Iterator[Finding]:
    """Yield what is wrong with the apparatus in print: its words, its pages and lines."""
    spots, place = pdf_spots.read(archive_pdf), Place(archive_pdf.name)
    names = [f"a{number}" for number in range(1, len(wanted) + 1)]
    rows = pdf_spots.rows(archive_pdf, names)
    if f"a{len(wanted) + 1}" in spots.goals:
        yield from _counted(wanted, len(wanted) + 1, place)
    for number, (emendation, cells) in enumerate(zip(wanted, rows, strict=True), start=1):
        if not _says(cells, emendation):
            yield _wrong(emendation, cells, place)
        letters = "".join(emendation.reading.split())
        at = spots.at(f"e{number}", len(letters) or 1)
        if at is None or (letters and at[0] != letters):
            message = f"The destination e{number} does not lead to «{emendation.reading}»."
            yield Finding("apparatus-astray", message, place, other=emendation.place)
        elif cells and re.findall(r"\d+", cells[0]) != _numbers(*at[1:]):
            message = f"«{emendation.reading}» is not at {cells[0]}, but at {_numbers(*at[1:])}."
            yield Finding("apparatus-place", message, place, other=emendation.place)


def _numbers(first: pdf_spots.Spot, last: pdf_spots.Spot) -> list[str]:
    """Return the page and line of a place, with where it ends if that is on another line."""
    start = [first.label, str(first.line)]
    if last.page != first.page:
        return [*start, last.label, str(last.line)]
    return start if last.line == first.line else [*start, str(last.line)]
