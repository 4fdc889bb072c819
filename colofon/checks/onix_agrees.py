"""The ONIX message says of the EPUB what the EPUB says of itself."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from colofon.finding import Finding, Place
from colofon.readers import epub as epub_reader
from colofon.readers import onix as onix_reader
from colofon.readers import trade


def check(*, onix: Path, epub: Path) -> Generator[Finding, None, dict[str, int]]:
    """Compare every statement of the record for the EPUB with the package and the file."""
    message = onix_reader.read(onix)
    records = [product for product in message.products if product.is_epub]
    if len(records) != 1:
        text = f"{len(records)} products are EPUBs, and one was made."
        yield Finding("not-one-epub", text, Place(onix.name))
    book = epub_reader.read(epub)
    expected = trade.of_epub(book, epub.stat().st_size)
    count = 0
    for product in records:
        found = trade.of_onix(message, product, book.metadata().language)
        yield from _compared(expected, found, product.place)
        count += sum(len(statements) for statements in expected.values())
    return {"statements": count}


def _compared(expected: trade.Record, found: trade.Record, place: Place) -> Iterator[Finding]:
    """Yield every statement that one of the two does not make, or words otherwise."""
    for name, wanted in expected.items():
        there = found[name]
        for value in sorted(there - wanted):
            text = f"{name}: ONIX says «{value}», and the EPUB does not."
            yield Finding("onix-differs", text, place)
        for value in sorted(wanted - there):
            text = f"{name}: the EPUB says «{value}», and ONIX does not."
            yield Finding("onix-differs", text, place)
