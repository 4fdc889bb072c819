"""Two reading engines show the EPUB word for word, and lead to every note and back."""

from __future__ import annotations

from pathlib import Path

import pytest

import engines
from colofon import inputs
from colofon.checks.same_words import compare
from colofon.clients import ClientError
from colofon.finding import Place
from colofon.readers import master as master_reader
from colofon.readers.signatures import signed
from colofon.readers.words import Note, Text
from colofon.source import Edition
from finished import edited_epub, finished, finished_big

pytestmark = pytest.mark.usefixtures("equipped")

DESK, PHONE = (800, 1000), (360, 640)
Members = dict[str, bytes]


@pytest.mark.parametrize("engine", engines.ENGINES)
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_our_edition_is_shown_whole(engine: str, size: tuple[int, int], tmp_path: Path) -> None:
    """On all pages together the master's words stand once and in order; notes lead back."""
    assert [] == faults(finished(), engine, size, tmp_path)


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_another_work_is_shown_whole(engine: str, tmp_path: Path) -> None:
    """So is a work with tables, pictures, verse, drama, four alphabets and long notes."""
    assert [] == faults(finished_big(notes=34), engine, PHONE, tmp_path)


def faults(edition: Edition, engine: str, size: tuple[int, int], folder: Path) -> list[str]:
    """Tell what an engine shows amiss of an edition; pictures of the pages go to a folder."""
    epub = edition.build / f"{edition.slug}.epub"
    shown = engines.show(engine, epub, size, folder)
    expected = master(edition)
    found = engines.as_book(shown, epub, folder).text().written()
    assert shown.pages == len(list(folder.glob("*.png")))
    assert shown.notes == [
        {"number": str(note.number), "text": letters(note)} for note in expected.notes
    ]
    return [*shown.faults, *(str(each) for each in compare(expected, found, Place(epub.name)))]


def master(edition: Edition) -> Text:
    """Read from the master what an EPUB must say."""
    names = ("master", "ast", "front")
    read, ast, front = (inputs.gather(names, edition)[name] for name in names)
    return signed(master_reader.read(ast, read.path), ast, read, front).written()


def letters(note: Note) -> str:
    """Return a note's number and characters, without the space between them."""
    return "".join([f"{note.number}.", *(word.text for word in note.words)])


# --- what the engines would tell


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_what_is_not_shown_is_told(engine: str, tmp_path: Path) -> None:
    """Text that is cut off or not seen, and a difference of the words, are told."""

    def hide(members: Members) -> None:
        members["EPUB/css/epub.css"] += b"#p3 { max-height: 2em; overflow: hidden; display: block }"
        members["EPUB/css/epub.css"] += b"#p5 { opacity: 0 }"

    path = edited_epub(tmp_path, hide)
    shown = engines.show(engine, path, DESK)
    told = [each for each in shown.faults if "text-1.xhtml: never shown" in each]
    assert any("Pero el 25 de octubre" in each for each in told)
    found = engines.as_book(shown, path, tmp_path).text().written()
    differences = {each.code for each in compare(master(finished()), found, Place(path.name))}
    assert "lost-word" in differences


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_a_note_that_leads_nowhere_is_told(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backlink that does not lead to its call ends the reading."""

    def mislead(members: Members) -> None:
        notes = members["EPUB/notes.xhtml"]
        members["EPUB/notes.xhtml"] = notes.replace(b'text-1.xhtml#r1"', b'colophon.xhtml"', 1)

    monkeypatch.setattr(engines, "LIMIT", 3000)
    with pytest.raises(ClientError, match="Timeout"):
        engines.show(engine, edited_epub(tmp_path, mislead), DESK)
