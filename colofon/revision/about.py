"""A finished file -> which edition of what it says it is: title, number, date."""

from __future__ import annotations

import re
from pathlib import Path

from colofon.labels import available, labels_for
from colofon.readers import markup, pdf_glyphs
from colofon.readers.epub import Epub
from colofon.readers.html import Html
from colofon.readers.metadata import Metadata
from colofon.readers.pdf_facts import Facts
from colofon.readers.tei import SPACE, Tei
from colofon.readers.text import PlainText
from colofon.revision.reading import About

IMPRINT = "Edition {number}, {date}."
"""How an imprint says it, in English."""

PAGES = 12
"""Pages of a PDF on one of which its imprint stands."""


def epub(book: Epub) -> About:
    """Read the package; the number stands in the imprint."""
    said = (markup.plain(root) for root in book.documents.values())
    return _about(book.metadata(), _imprinted(" ".join(said), book.metadata().language))


def html(page: Html) -> About:
    """Read the head, and the microdata that number the edition."""
    numbers = (
        each.get("content", "")
        for each in page.root.iter("meta")
        if each.get("itemprop") == "bookEdition"
    )
    return _about(page.metadata(), next(numbers, ""))


def tei(file: Tei) -> About:
    """Read the header."""
    found = file.root.find("t:teiHeader//t:edition", SPACE)
    return _about(file.metadata(), "" if found is None else found.get("n", ""))


def text(file: PlainText) -> About:
    """Read the head, in whatever language it is."""
    head = " ".join(line.text.strip() for block in file.parts[0] for line in block)
    found = (_imprinted(head, language) for language in available())
    return _about(file.metadata(), next(filter(None, found), ""))


def pdf(path: Path, facts: Facts) -> About:
    """Read the metadata; the number stands in the imprint, on one of the first pages."""
    with pdf_glyphs.opened(path) as document:
        pages = (document[index] for index in range(min(PAGES, len(document))))
        said = " ".join(page.get_textpage().get_text_range() for page in pages)
    return _about(facts.xmp, _imprinted(" ".join(said.split()), facts.xmp.language))


def _about(said: Metadata, number: str) -> About:
    """Return what is told of an edition."""
    return About(said.title, number, said.issued)


def _imprinted(said: str, language: str) -> str:
    """Find the number of an edition in the words of its imprint."""
    before, _, _ = labels_for(language)(IMPRINT, number="\0", date="").partition("\0")
    found = re.search(rf"{re.escape(before)}(\d+)", said)
    return found[1] if found else ""
