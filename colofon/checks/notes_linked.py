"""Every note is called once and defined once, and the two lead to each other."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element as Element

from colofon.finding import Finding, Place
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import hypertext, markup, pdf_geometry, pdf_marks


class _End(NamedTuple):
    """One end of the link between a call and its note.

    `address` is where it stands, `leads` where its own links lead, each as one string.
    """

    number: int
    address: str
    leads: tuple[str, ...]
    place: Place


Ends = tuple[list[_End], list[_End]]
"""Calls, and notes."""


def check(*, html: Path, epub: Path, archive_pdf: Path) -> Generator[Finding, None, dict[str, int]]:
    """Pair calls and notes in each output, by their numbers and by where their links lead."""
    page, book = html_reader.read(html), epub_reader.read(epub)
    printed = pdf_geometry.read(archive_pdf)
    evidence: dict[str, int] = {}
    for name, (calls, notes) in (
        (html.name, _web(page)),
        (epub.name, _epub(book)),
        (archive_pdf.name, _pdf(printed)),
    ):
        yield from _paired(calls, notes)
        evidence |= {f"calls in {name}": len(calls), f"notes in {name}": len(notes)}
    evidence[f"links in {html.name}"] = len(page.links())
    return {key: count for key, count in evidence.items() if count}


def _paired(calls: list[_End], notes: list[_End]) -> Iterator[Finding]:
    """Yield what is wrong between the calls and the notes of one output."""
    for what, ends in (("called", calls), ("defined", notes)):
        counts = Counter(end.number for end in ends)
        for end in ends:
            if counts[end.number] > 1:
                message = f"Note {end.number} is {what} {counts[end.number]} times."
                yield Finding(f"note-{what}-twice", message, end.place)
    yield from _lead(calls, notes, "call-astray", "The call of note {number} does not lead to it.")
    yield from _lead(notes, calls, "note-astray", "Note {number} does not lead back to its call.")
    for before, after in itertools.pairwise(calls):
        if after.number != before.number + 1:
            message = f"The call of note {after.number} follows that of note {before.number}."
            yield Finding("calls-disordered", message, after.place)


def _lead(ends: list[_End], others: list[_End], code: str, message: str) -> Iterator[Finding]:
    """Yield every end whose links do not lead to the end of its number, or that has no other."""
    homes = {other.number: other.address for other in others}
    for end in ends:
        if not end.leads or any(lead != homes.get(end.number) for lead in end.leads):
            yield Finding(code, message.format(number=end.number), end.place)


def _web(page: html_reader.Html) -> Ends:
    """Return the calls and notes of the web page."""
    return _of_tree(page.root, lambda href: href, "", page.place)


def _epub(book: epub_reader.Epub) -> Ends:
    """Return the calls and notes of the EPUB, in the order of the spine."""
    calls, notes = list[_End](), list[_End]()
    for path in book.spine:

        def resolve(href: str, path: str = path) -> str:
            return "#".join(book.resolve(path, href))

        def place(line: int, path: str = path) -> Place:
            return book.place(path, line)

        more = _of_tree(book.documents[path], resolve, path, place)
        calls.extend(more[0])
        notes.extend(more[1])
    return calls, notes


def _of_tree(
    root: Element, resolve: Callable[[str], str], path: str, place: Callable[[int], Place]
) -> Ends:
    """Return the calls and notes of one document; `path` comes before each id."""
    calls = [
        _End(
            markup.number(call.words), f"{path}#{call.id}", (resolve(call.href),), place(call.line)
        )
        for call in hypertext.calls(root)
    ]
    notes = [
        _End(
            note.number,
            f"{path}#{note.id}",
            tuple(resolve(href) for href in note.back),
            place(note.line),
        )
        for note in hypertext.notes(root)
    ]
    return calls, notes


def _pdf(printed: pdf_geometry.Printed) -> Ends:
    """Return the calls and notes of the printed book.

    An address is a page and a number: that of whatever stands where a link leads.
    """

    def address(mark: pdf_marks.Mark | None) -> str:
        return f"{mark.page} {mark.number}" if mark else ""

    def ends(marks: list[pdf_marks.Mark], others: list[pdf_marks.Mark]) -> list[_End]:
        return [
            _End(
                mark.number,
                address(mark),
                (address(mark.goal(others)),),
                Place(printed.name, part=f"page {mark.page}"),
            )
            for mark in marks
        ]

    return ends(printed.calls, printed.starts), ends(printed.starts, printed.calls)
