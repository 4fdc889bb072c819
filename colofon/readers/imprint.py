"""The finished output -> the words of its imprint: what it says of itself, before its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lxml.etree import _Element as Element

from colofon.readers import markup, pdf_page_words
from colofon.readers.epub import Epub
from colofon.readers.html import Html
from colofon.readers.words import Text

IMPRINTS = {"copyright-page", "imprint"}
"""`epub:type`s of the page that says so (EPUB SSV 1.1)."""

DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{4}(?:\s[0-9a-f]{4}){3}(?=\s…)")
"""The beginning of a digest: four groups of four digits, and a sign that more follow."""


def of_html(page: Html) -> str:
    """Read the imprint of a web page."""
    return _words(each for each in page.root.iter() if each.get("id") == "imprint")


def of_epub(book: Epub) -> str:
    """Read the imprint page in the spine."""
    documents = (book.documents[path] for path in book.spine)
    sections = (each for root in documents for each in root.iter("{*}section"))
    return _words(each for each in sections if markup.roles(each) & IMPRINTS)


def of_pdf(path: Path, text: Text) -> str:
    """Read the pages of a PDF before the one on which its text begins, by their glyphs."""
    first = text.body[0].place.part if text.body else "page 1"
    pages = pdf_page_words.read(path)[: int(first.removeprefix("page ")) - 1]
    return " ".join(word for page in pages for word in page)


def digests(imprint: str) -> list[str]:
    """Return the digits of every digest that an imprint prints, without the spaces in them."""
    return ["".join(found.split()) for found in DIGEST.findall(imprint)]


def before_digest(imprint: str) -> str:
    """Return what an imprint says before the digest: all, if it prints none."""
    return DIGEST.split(imprint, maxsplit=1)[0]


def _words(elements: Iterable[Element]) -> str:
    """Read the words of elements; each piece of text stands apart."""
    return " ".join(word for each in elements for text in each.itertext() for word in text.split())
