"""The pages of the interior: how many, in which order, and which stay empty."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from colofon.preflight.folios import folios
from colofon.preflight.job import MM, Job
from colofon.preflight.rule import INTERIOR, Fault, rule

MOST_BLANK = 2
"""Empty pages in a row that a book may have before its last words (KDP)."""

CENTRED = 5
"""Points by which a folio in the middle of the page may be off."""


def _blank(job: Job) -> list[bool]:
    """Tell of each page whether nothing is printed on it."""
    printed = {mark.page for mark in job.marks if not mark.colour.white}
    return [number not in printed for number in range(1, len(job.pdf.pages) + 1)]


@rule(
    "pages-enough",
    "the printer: pages.minimum, pages.maximum",
    "Choose another printer.",
    parts=INTERIOR,
)
def pages_enough(job: Job) -> Iterator[Fault]:
    """The book has no fewer and no more pages than the printer binds."""
    count, limits = len(job.pdf.pages), job.printer.pages
    if not limits.minimum <= count <= limits.maximum:
        bound = f"{job.printer.name} binds {limits.minimum} to {limits.maximum}"
        yield Fault(f"The book has {count} pages; {bound}.")


@rule(
    "pages-multiple", "the printer: pages.multiple", "Add blank pages at the end.", parts=INTERIOR
)
def pages_multiple(job: Job) -> Iterator[Fault]:
    """The number of pages fills whole sheets."""
    if (count := len(job.pdf.pages)) % job.printer.pages.multiple:
        yield Fault(f"{count} pages are no multiple of {job.printer.pages.multiple}.")


@rule("blank-pages", "KDP: blank pages", "Take empty pages out.", parts=INTERIOR)
def blank_pages(job: Job) -> Iterator[Fault]:
    """No more than two empty pages follow each other, but at the end what fills the sheet."""
    runs = [(blank, len(list(run))) for blank, run in groupby(_blank(job))]
    end = max(MOST_BLANK, job.printer.pages.multiple)
    page = 1
    for index, (blank, length) in enumerate(runs):
        most = end if index == len(runs) - 1 else MOST_BLANK
        if blank and length > most:
            yield Fault(f"{length} pages in a row are empty.", page)
        page += length


@rule("last-page", "the printer: pages.last_blank", "Add a blank page.", parts=INTERIOR)
def last_page(job: Job) -> Iterator[Fault]:
    """The last page is empty where the printer puts its own mark there."""
    if job.printer.pages.last_blank and not _blank(job)[-1]:
        yield Fault("The last page is not empty.", len(job.pdf.pages))


@rule("single-pages", "the printers: pages, not spreads", "Export single pages.", parts=INTERIOR)
def single_pages(job: Job) -> Iterator[Fault]:
    """Each page of the file is one page of the book, and no spread of two."""
    for number, trim in enumerate(job.trims, 1):
        if trim.width / MM > 1.5 * job.trim[0]:
            yield Fault("The page is as wide as two.", number)


@rule(
    "folio-side",
    "right-hand pages are odd: Chicago Manual of Style 1.5",
    "Begin on a recto.",
    parts=INTERIOR,
    tool="PDFium",
)
def folio_side(job: Job) -> Iterator[Fault]:
    """The first page is a right-hand one: odd folios stand on odd pages, on the outer side."""
    for number, folio in folios(job.lines).items():
        trim = job.trims[number - 1]
        aside = folio.middle - (trim.left + trim.right) / 2
        if folio.value % 2 != number % 2:
            yield Fault(f"The folio {folio.text} stands on page {number} of the file.", number)
        if abs(aside) > CENTRED and (aside > 0) is (number % 2 == 0):
            yield Fault(f"The folio {folio.text} stands at the fold.", number)


@rule(
    "folio-order",
    "the book: its pages are counted",
    "Put the pages in order.",
    parts=INTERIOR,
    tool="PDFium",
)
def folio_order(job: Job) -> Iterator[Fault]:
    """Folios go on by one from page to page."""
    last: dict[bool, int] = {}
    for number, folio in folios(job.lines).items():
        start = number - folio.value
        if last.setdefault(folio.roman, start) != start:
            yield Fault(f"The folio {folio.text} is out of order.", number)
            last[folio.roman] = start


@rule(
    "page-labels",
    "ISO 32000-1, 12.4.2",
    "Number the pages of the file alike.",
    parts=INTERIOR,
    tool="PDFium",
)
def page_labels(job: Job) -> Iterator[Fault]:
    """Where the file numbers its pages, it says what the folios say."""
    if "/PageLabels" not in job.pdf.Root:
        return
    for number, folio in folios(job.lines).items():
        label = str(job.pdf.pages[number - 1].label)
        if label.casefold() != folio.text.casefold():
            yield Fault(f"The page is called «{label}», and shows {folio.text}.", number)
