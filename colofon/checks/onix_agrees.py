"""The ONIX message says of the EPUB and of the printed book what these say themselves."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from colofon.finding import Finding, Place
from colofon.readers import epub as epub_reader
from colofon.readers import onix as onix_reader
from colofon.readers import pdf_size, trade


def check(*, onix: Path, epub: Path, print_pdf: Path) -> Generator[Finding, None, dict[str, int]]:
    """Compare every statement of each record with the package, the documents and the pages."""
    message = onix_reader.read(onix)
    books = sum(product.is_epub for product in message.products)
    if books != 1:
        text = f"{books} products are EPUBs, and one was made."
        yield Finding("not-one-epub", text, Place(onix.name))
    book, pages = epub_reader.read(epub), pdf_size.read(print_pdf)
    said = trade.of_epub(book, epub.stat().st_size)
    shared = {name: said[name] for name in trade.OF_THE_WORK}
    count = 0
    for product in message.products:
        expected = {
            **(said if product.is_epub else shared),
            **trade.of_pages(pages, in_print=not product.is_epub),
        }
        found = trade.of_onix(message, product, book.metadata().language)
        yield from _compared(expected, found, product.place)
        count += sum(len(statements) for statements in expected.values())
    return {"products": len(message.products), "statements": count}


def _compared(expected: trade.Record, found: trade.Record, place: Place) -> Iterator[Finding]:
    """Yield every statement that one of the two does not make, or words otherwise."""
    for name, wanted in expected.items():
        there = found[name]
        for value in sorted(there - wanted):
            text = f"{name}: ONIX says «{value}», and the edition does not."
            yield Finding("onix-differs", text, place)
        for value in sorted(wanted - there):
            text = f"{name}: the edition says «{value}», and ONIX does not."
            yield Finding("onix-differs", text, place)
