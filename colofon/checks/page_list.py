"""Every page of the print PDF begins in the EPUB at the exact word, and is listed there."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from pathlib import Path

from colofon.finding import Finding, Place
from colofon.readers import epub as epub_reader
from colofon.readers import epub_pages, pdf_pages
from colofon.readers.epub_pages import Entry, Mark, Pages, Section
from colofon.readers.pdf_pages import Sheet
from colofon.readers.words import Word

ITEM = re.compile(r"[–•◦▪·*-]|\w{1,9}[.)]")
"""The bullet or the number of an item, which print shows and EPUB only implies."""

SAID = {
    "mark": "mark in the EPUB",
    "nav": "line in the page list",
    "ncx": "page target in the NCX",
}
"""What tells of a page."""

HINT = "Make the EPUB again from the layout of this print PDF."


def check(
    *, epub: Path, print_pdf: Path, archive_pdf: Path
) -> Generator[Finding, None, dict[str, int]]:
    """Compare the marks of the EPUB with the pages of the PDF, from these two files alone.

    Every page has one mark, in order; the navigation document and the NCX list them all
    (EPUB Accessibility 1.1, 4.2: page navigation). Between two marks stand the words of that
    page, and the calls of the notes at its foot or, where a note found no room, at the next
    one's. Of the pages around the text the first word is compared; a half-title before the
    first words of the EPUB is print's own, as are the blank pages at its end. The links by
    which calls are known on a printed page are in the archive's PDF of the same pages.
    """
    book, sheets = epub_reader.read(epub), pdf_pages.read(print_pdf, archive_pdf)
    pages = epub_pages.read(book)
    marks = [mark for mark, _ in pages.marks]
    yield from _marks(pages, sheets, book)
    yield from _lists(marks, sheets, book)
    if not epub_pages.source(book):
        message = "The package does not say which edition the pages are of (pageBreakSource)."
        yield Finding("page-source-missing", message, book.place(book.package_path), HINT)
    evidence = {"pages": len(sheets), "marks": len(marks)}
    if [mark.label for mark in marks] == [sheet.label for sheet in sheets]:
        yield from _words(pages, sheets, book.name)
        yield from _notes(pages, sheets, book.name)
        evidence["words"] = sum(len(section.text) for _, section in pages.marks)
        evidence["calls"] = sum(len(section.calls) for _, section in pages.marks)
    return {name: count for name, count in evidence.items() if count}


def _place(mark: Mark, file: str) -> Place:
    """Return where a mark stands."""
    return Place(file, mark.line, 0, mark.path)


def _marks(pages: Pages, sheets: list[Sheet], book: epub_reader.Epub) -> Iterator[Finding]:
    """Yield what is wrong with the marks themselves: one for each page, in order."""
    for mark in pages.unread:
        message = f"The mark of page {mark.label} stands where nobody reads."
        yield Finding("page-mark-hidden", message, _place(mark, book.name), HINT)
    for mark, word in pages.dividing:
        message = f"The mark of page {mark.label} divides «{word}»."
        yield Finding("page-mark-in-word", message, _place(mark, book.name), HINT)
    found = [(mark.label, _place(mark, book.name)) for mark, _ in pages.marks]
    yield from _compared("mark", found, sheets, book.place(book.package_path))


def _lists(marks: list[Mark], sheets: list[Sheet], book: epub_reader.Epub) -> Iterator[Finding]:
    """Yield what is wrong with the lists of pages: each line leads to its mark, in order."""
    nav = next((path for path in book.documents if path.endswith("nav.xhtml")), "")
    ncx = next((path for path, _ in epub_pages.ncx(book)), "")
    targets = epub_pages.targets(book)
    for name, home, entries in (
        ("nav", nav, epub_pages.listed(book)),
        ("ncx", ncx, targets),
    ):
        found = [(each.label, book.place(home, each.line)) for each in entries]
        yield from _compared(name, found, sheets, book.place(home))
        yield from _astray(name, entries, marks, book.name)
    yield from _counted(targets, epub_pages.heads(book), book.place(ncx))


def _compared(
    name: str, found: list[tuple[str, Place]], sheets: list[Sheet], home: Place
) -> Iterator[Finding]:
    """Yield the pages that a sequence lacks, those that it makes up, and the first out of turn."""
    wanted = [sheet.label for sheet in sheets]
    labels = [label for label, _ in found]
    for label in wanted:
        if label not in labels:
            message = f"Page {label} of the print edition has no {SAID[name]}."
            yield Finding(f"page-{name}-missing", message, home, HINT)
    for index, (label, place) in enumerate(found):
        if label not in wanted or label in labels[:index]:
            message = f"A {SAID[name]} says page {label!r}, which is no page or has one already."
            yield Finding(f"page-{name}-unknown", message, place, HINT)
    if sorted(labels) == sorted(wanted) and labels != wanted:
        label, place = next(
            each for each, want in zip(found, wanted, strict=True) if each[0] != want
        )
        message = f"The {SAID[name]} of page {label} is out of turn."
        yield Finding(f"page-{name}-disordered", message, place, HINT)


def _astray(name: str, entries: list[Entry], marks: list[Mark], file: str) -> Iterator[Finding]:
    """Yield the lines of a list that do not lead to the mark of their page."""
    homes = {(mark.path, mark.id): mark.label for mark in marks}
    for entry in entries:
        if homes.get((entry.path, entry.fragment)) != entry.label:
            message = f"The {SAID[name]} of page {entry.label} does not lead to its mark."
            yield Finding(f"page-{name}-astray", message, Place(file, entry.line), HINT)


def _counted(targets: list[Entry], heads: dict[str, int], home: Place) -> Iterator[Finding]:
    """Yield what the NCX counts wrongly (ANSI/NISO Z39.86-2005, 8.4)."""
    normal = [each.value for each in targets if each.kind == "normal"]
    sums = {"dtb:totalPageCount": len(targets), "dtb:maxPageNumber": max(normal, default=0)}
    for name, value in sums.items():
        if heads.get(name) != value:
            message = f"The NCX says {name} {heads.get(name)}, and it is {value}."
            yield Finding("page-ncx-miscounted", message, home, HINT)
    orders = [each.order for each in targets]
    if orders != sorted(set(orders)):
        message = "The places of the NCX's page targets do not rise (playOrder)."
        yield Finding("page-ncx-miscounted", message, home, HINT)
    for each in targets:
        if each.label.isdecimal() and (each.kind, str(each.value)) != ("normal", each.label):
            message = f"The NCX counts page {each.label} as {each.kind} {each.value}."
            yield Finding("page-ncx-miscounted", message, home, HINT)


def _words(pages: Pages, sheets: list[Sheet], file: str) -> Iterator[Finding]:
    """Yield the pages that begin at another word, and those that hold other words."""
    if before := [*pages.before.around, *pages.before.text]:
        message = f"«{before[0].text}» stands before the first page."
        yield Finding("words-before-pages", message, before[0].place, HINT)
    pairs = list(zip(pages.marks, sheets, strict=True))
    differences = [_difference(section, sheet) for (_, section), sheet in pairs]
    begun = False
    for number, ((mark, section), sheet) in enumerate(pairs):
        begun = begun or bool(section.text or section.around)
        at, after = (*differences, None)[number : number + 2]
        if at is None or (sheet.around and not begun):
            continue
        printed, read = _compare(section, sheet)
        if at == 0:
            message = (
                f"Page {mark.label} begins with «{_said(printed)}» in print, "
                f"and with «{_said([word.text for word in read])}» in the EPUB."
            )
            yield Finding("page-begins-elsewhere", message, _place(mark, file), HINT)
        elif after != 0:
            place = read[at].place if at < len(read) else _place(mark, file)
            message = f"Page {mark.label} holds other words in the EPUB than in print, from here."
            yield Finding("page-words-differ", message, place, HINT)


def _compare(section: Section, sheet: Sheet) -> tuple[list[str], list[Word]]:
    """Return what a page is to be compared by: all its words, or its first one."""
    read = [*section.text, *section.around]
    return (sheet.around[:1], read[:1]) if sheet.around else (sheet.text, read)


def _difference(section: Section, sheet: Sheet) -> int | None:
    """Return which word of the EPUB, from 0, is the first that print does not have there."""
    printed, read = _compare(section, sheet)
    at = 0
    for word in printed:
        if at < len(read) and word == read[at].text:
            at += 1
        elif not (ITEM.fullmatch(word) and at < len(read) and read[at].begins):
            return at
    return at if at < len(read) else None


def _said(words: list[str]) -> str:
    """Return the first words of a page."""
    return " ".join(words[:3])


def _notes(pages: Pages, sheets: list[Sheet], file: str) -> Iterator[Finding]:
    """Yield the notes that print calls on another page, or begins neither there nor on the next."""
    called = {note: sheet for sheet in reversed(sheets) for note in sheet.calls}
    begun = {note: sheet for sheet in reversed(sheets) for note in sheet.starts}
    for (mark, section), sheet in zip(pages.marks, sheets, strict=True):
        for note in section.calls:
            home, foot = called.get(note), begun.get(note)
            if home is not sheet:
                where = f"page {home.label}" if home else "no page"
                message = f"Note {note} is called on page {mark.label}, and in print on {where}."
                yield Finding("page-call-elsewhere", message, _place(mark, file), HINT)
            if foot is None or foot.number - sheet.number not in {0, 1}:
                where = f"page {foot.label}" if foot else "no page"
                message = f"Note {note} is called on page {mark.label}, and begins on {where}."
                yield Finding("page-note-elsewhere", message, _place(mark, file), HINT)
