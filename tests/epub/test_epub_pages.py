"""The pages of the print edition in the EPUB: its marks, both lists, and whose pages they are."""

from __future__ import annotations

import functools
from typing import Any

from epub_book import NAMES, SAMPLE, TYPE, Book, make, sample
from lxml import etree

from colofon.blocks import numbered

FEATURES = {"pageBreakMarkers", "pageNavigation"}


def layout() -> dict[str, Any]:
    """Say that five pages begin: one in the half-title, one blank, three at some text."""
    root = etree.fromstring(SAMPLE)
    words = [number for number, block in numbered(root) if block.tag == "p"]
    begins = [words[0], None, words[1], words[3], words[-1]]
    labels = ("i", "ii", "iii", "1", "2")
    rows = [
        {"page": page, "label": label, "begins": block and {"block": block, "characters": 0}}
        for page, label, block in zip(range(1, 6), labels, begins, strict=True)
    ]
    numbering = [{"page": 1, "style": "r", "start": 1}, {"page": 4, "style": "D", "start": 1}]
    return {"pages": rows, "numbering": numbering}


@functools.cache
def book() -> Book:
    """Return the sample with its pages marked."""
    return make(layout=layout())


def test_every_page_is_marked_and_listed() -> None:
    """Marks are empty and named; the list is hidden, in their order, and leads to each."""
    marks = [
        (f"{name}#{each.get('id')}", each)
        for name in book().spine
        for each in book().find(name, "//*[@role='doc-pagebreak']")
    ]
    assert ["Página i", "Página ii", "Página iii", "Página 1", "Página 2"] == [
        mark.get("aria-label") for _, mark in marks
    ]
    assert {("pagebreak", None, 0)} == {(m.get(TYPE), m.text, len(m)) for _, m in marks}
    [nav] = book().find("nav.xhtml", "//h:nav[@epub:type='page-list']")
    assert ("doc-pagelist", "") == (nav.get("role"), nav.get("hidden"))
    links = nav.xpath(".//h:a", namespaces=NAMES)
    assert ["i", "ii", "iii", "1", "2"] == [link.text for link in links]
    for link, (_, mark) in zip(links, marks, strict=True):
        _, [found] = book().lead("nav.xhtml", link.get("href"))
        assert found.get("id") == mark.get("id")


def test_the_ncx_counts_the_pages() -> None:
    """Pages before the text are counted apart; every place has its turn, whatever leads to it."""
    targets = book().find("toc.ncx", "//ncx:pageTarget")
    assert [("front", "1"), ("front", "2"), ("front", "3"), ("normal", "1"), ("normal", "2")] == [
        (each.get("type"), each.get("value")) for each in targets
    ]
    heads = {m.get("name"): m.get("content") for m in book().find("toc.ncx", "//ncx:meta")}
    assert ("5", "2") == (heads["dtb:totalPageCount"], heads["dtb:maxPageNumber"])
    places = {
        (each.getparent().get("playOrder"), each.get("src"))
        for each in book().find("toc.ncx", "//ncx:content")
    }
    orders = sorted(int(order) for order, _ in places)
    assert list(range(1, len(places) + 1)) == orders
    assert ["1", "2", "3"] == [each.get("playOrder") for each in targets[:3]]


def test_the_package_says_whose_pages_they_are() -> None:
    """The ISBN of the print edition names it, or else title, edition and date."""
    assert set(book().meta("schema:accessibilityFeature")) >= FEATURES
    assert [
        "Paz & pan: «¿qué <hacer>?», edición 1, 22 de noviembre de 2026, edición impresa (PDF)"
    ] == book().meta("pageBreakSource")
    printed = make(layout=layout(), isbn={"print": "9780306406157"})
    assert ["urn:isbn:9780306406157"] == printed.meta("pageBreakSource")


def test_a_book_that_was_not_printed_claims_no_pages() -> None:
    """Without a layout there is no list, no source and no feature."""
    assert [] == sample().meta("pageBreakSource")
    assert not FEATURES & set(sample().meta("schema:accessibilityFeature"))
    assert [] == sample().find("nav.xhtml", "//h:nav[@epub:type='page-list']")
    assert [] == sample().find("toc.ncx", "//ncx:pageList")
