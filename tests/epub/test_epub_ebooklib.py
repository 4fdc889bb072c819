"""EbookLib writes what we give it, and whatever it says is heard."""

from __future__ import annotations

import logging
import warnings

import ebooklib
import pytest
from ebooklib import epub as ebooklib_epub
from epub_book import Book, make, sample

from colofon.finding import Finding, Place


def test_what_ebooklib_says_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its log and its warnings reach the report, each once, and not the terminal."""
    quiet = sample().findings

    def complain(_writer: object) -> None:
        for _ in range(2):
            logging.getLogger().error("Could not create metadata.")
        warnings.warn("old", DeprecationWarning, stacklevel=1)

    monkeypatch.setattr(ebooklib_epub.EpubWriter, "process", complain)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        first, second = make().findings
    place = Place("muestra.epub")
    assert Finding("ebooklib", "Could not create metadata.", place) == first
    assert ("ebooklib", True) == (second.code, "DeprecationWarning: old" in second.message)
    assert () == quiet


def test_another_ebooklib_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its two hooks were proved in 0.20: with another release, or other hooks, nothing is made."""
    monkeypatch.setattr(ebooklib, "VERSION", (0, 21, 0))
    with pytest.raises(RuntimeError, match=r"0, 21, 0"):
        make()
    monkeypatch.undo()

    def write(_self: object, _file: str) -> None: ...

    monkeypatch.setattr(ebooklib_epub.EpubWriter, "write", write)
    with pytest.raises(RuntimeError, match="write"):
        make()


def test_ebooklib_leaves_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """No generator, no random identifier, nothing of the clock."""
    monkeypatch.setattr("uuid.uuid4", lambda: "random")
    book: Book = make()
    assert sample().data == book.data
    assert b"generator" not in book.members["EPUB/content.opf"].lower()
