"""Every reader tells a call from a figure, and what a word opens; pages tell it without links."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from colofon.readers import epub, html, pdf_geometry, pdf_structure, tei
from colofon.readers import text as text_reader
from colofon.readers.words import HEADING, Text
from colofon.source import Edition
from finished import finished, finished_big


@functools.cache
def read(edition: Edition) -> dict[str, Text]:
    """Read the text of every output of an edition."""

    def path(suffix: str) -> Path:
        return edition.build / f"{edition.slug}{suffix}"

    tagged = {
        which: pdf_structure.read(path(f"-{which}.pdf")).text
        for which in ("screen", "archive", "large")
    }
    return tagged | {
        "epub": epub.read(path(".epub")).text(),
        "html": html.read(path(".html")).text(),
        "tei": tei.read(path(".tei.xml")).text(),
        "text": text_reader.read(path(".txt")).text(),
        "print": pdf_geometry.read(path("-print.pdf")).text,
    }


FORMATS = ["screen", "archive", "large", "epub", "html", "tei", "text", "print"]


@pytest.mark.parametrize("which", FORMATS)
@pytest.mark.parametrize("big", [False, True])
def test_every_call_is_told(which: str, big: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """The calls are the numbers of the notes, once and in order."""
    text = read(finished_big(notes=200) if big else finished())[which]
    calls = [int(word.text[a:b]) for word in text.body for a, b in word.calls]
    assert calls == [note.number for note in text.notes]
    assert len(calls) == (200 if big else 18)


@pytest.mark.parametrize("which", FORMATS)
@pytest.mark.parametrize("big", [False, True])
def test_every_numbered_paragraph_is_told(which: str, big: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """Numbers rise by one, and stand at the same words in every format."""
    texts = read(finished_big(notes=200) if big else finished())
    found, wanted = (
        [(word.opens, word.text) for word in text.body if word.opens.startswith("p")]
        for text in (texts[which], texts["html"])
    )
    assert found == wanted
    assert [opens for opens, _ in found] == [f"p{n}" for n in range(1, len(found) + 1)]


@pytest.mark.parametrize("which", [each for each in FORMATS if each != "print"])
def test_every_heading_is_told(which: str) -> None:
    """Formats with structure tell the headings, in order."""
    texts = read(finished_big(notes=200))
    found, wanted = (
        [word.text for word in text.body if word.opens == HEADING]
        for text in (texts[which], texts["html"])
    )
    assert found == wanted
    assert len(found) == 30


@pytest.mark.parametrize("big", [False, True])
def test_a_press_file_is_read_without_a_guide(big: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """What links of another file would say of contents, calls and notes, its pages show."""
    edition = finished_big(notes=200) if big else finished()
    press, archive = (
        edition.build / f"{edition.slug}-{which}.pdf" for which in ("print", "archive")
    )
    alone, guided = pdf_geometry.read(press), pdf_geometry.read(press, archive)
    assert alone.text == guided.text
    assert [each.number for each in alone.calls] == [each.number for each in guided.calls]
    assert alone.starts != []
