"""An edition and one of its forms -> what the product is (ONIX for Books 3.1, block 1)."""

from __future__ import annotations

from lxml.etree import _Element as Element

from colofon import printers
from colofon.onix import access
from colofon.onix.languages import language
from colofon.onix.nodes import composite, node
from colofon.onix.people import contributors
from colofon.onix.work import Product, Work

SINGLE = "00"
"""Of list 2: one thing, sold by itself."""
DOWNLOAD, BOOK = "ED", "BA"
"""Of list 150; whether a printed book is bound in boards or in paper, the master does not know."""
EPUB = "E101"
VERSION_CODE, EPUB_3_3 = "15", "101F"
"""Of lists 79 and 220."""
NO_PROTECTION = "00"
"""Of list 144."""

TRIM = {"04": "height", "05": "width"}
"""Of list 48: a page's height and width once it is cut."""

MAIN_PAGES, FRONT_PAGES, ALL_PAGES, PRINT_PAGES, FILE_SIZE = "00", "03", "06", "08", "22"
"""Of list 23."""
PAGES, BYTES = "03", "17"
"""Of list 24."""

OF_TEXT, OF_PASSAGES = "01", "15"
"""Of list 22."""
KEYWORDS = "20"
"""Of list 27."""


def describe(parent: Element, work: Work, product: Product) -> None:
    """Write block 1 of a product, in the order of its schema."""
    made = node(parent, "DescriptiveDetail")
    node(made, "ProductComposition", SINGLE)
    if product.name == "epub":
        _epub(made, work)
    else:
        _book(made, work)
    title = composite(made, "TitleDetail", TitleType="01")
    words = {"TitleText": work.front.title, "Subtitle": work.front.subtitle or ""}
    composite(title, "TitleElement", TitleElementLevel="01", **words)
    contributors(made, work.front.authors, work.labels)
    _edition(made, work)
    _languages(made, work)
    for kind, (value, unit) in _extents(work, product).items():
        composite(made, "Extent", ExtentType=kind, ExtentValue=str(value), ExtentUnit=unit)
    node(made, "Illustrated", "02" if "visual" in work.access.access_modes else "01")
    _keywords(made, work)


def _epub(made: Element, work: Work) -> None:
    """Say that it is an EPUB 3.3 without protection, and how it can be read."""
    node(made, "ProductForm", DOWNLOAD)
    node(made, "ProductFormDetail", EPUB)
    version = {"ProductFormFeatureType": VERSION_CODE, "ProductFormFeatureValue": EPUB_3_3}
    composite(made, "ProductFormFeature", **version)
    access.access(made, work.access)
    access.content(made, work.access)
    node(made, "EpubTechnicalProtection", NO_PROTECTION)


def _book(made: Element, work: Work) -> None:
    """Say that it is a printed book, and how large a page of it is."""
    node(made, "ProductForm", BOOK)
    access.content(made, work.access)
    for kind, side in TRIM.items():
        millimetres = f"{work.layout['trim'][side]:g}"
        composite(made, "Measure", MeasureType=kind, Measurement=millimetres, MeasureUnitCode="mm")


def _edition(made: Element, work: Work) -> None:
    """Write the number of the edition from the second on, as is usual (ONIX for Books 3.1, P.9)."""
    if work.front.edition > 1:
        node(made, "EditionNumber", str(work.front.edition))


def _languages(made: Element, work: Work) -> None:
    """Name the language of the text, and those of passages that are marked as such.

    Our own words are such a passage, where we have none in the language of the book.
    """
    own = work.front.language
    language(made, OF_TEXT, own)
    for tag in dict.fromkeys([*work.access.languages, work.labels.spoken(own)]):
        if tag.partition("-")[0] != own.partition("-")[0]:
            language(made, OF_PASSAGES, tag)


def _extents(work: Work, product: Product) -> dict[str, tuple[int, str]]:
    """Count pages, and the bytes of a download; all pages are those of the bound book."""
    pages = work.layout["pages"]
    front = sum(not page["label"].isdecimal() for page in pages)
    if product.name == "epub":
        return {PRINT_PAGES: (len(pages), PAGES), FILE_SIZE: (work.size, BYTES)}
    bound = printers.printer(work.front.print.printers[0].name).pages.complete(len(pages))
    counted = {MAIN_PAGES: len(pages) - front, FRONT_PAGES: front, ALL_PAGES: bound}
    return {kind: (count, PAGES) for kind, count in counted.items() if count}


def _keywords(made: Element, work: Work) -> None:
    """Write the subjects as keywords: a classification such as Thema is for the publisher."""
    words = "; ".join(work.front.subjects)
    if words:
        subject = {"SubjectSchemeIdentifier": KEYWORDS, "SubjectHeadingText": words}
        composite(made, "Subject", **subject)
