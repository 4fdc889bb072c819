"""Reading words, notes and labels from plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon.readers import text

SECTION = "=" * 72


def read(tmp_path: Path, body: str, notes: str = "") -> text.PlainText:
    """Read a file."""
    path = tmp_path / "obra.txt"
    parts = ["Título\n\nno", body, notes, "no] ni"]
    path.write_text(f"\n\n{SECTION}\n\n".join(parts) + "\n", "utf-8")
    return text.read(path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Uno\n===\n\n[1]   dos", ["Uno", "dos"]),
        ("====\n====", ["===="]),
        ("[12]  uno[^3], dos", ["uno3,", "dos"]),
        ("      [12] uno", ["[12]", "uno"]),
        ("[1]   [1] uno", ["[1]", "uno"]),
        (r"      no[\^3] [\\^4]", ["no[^3]", r"[\^4]"]),
        ("      uno\n\n* * *\n\n      dos", ["uno", "dos"]),
        ("[img] no\n      tampoco\n\n      uno", ["uno"]),
        ("      – pan\n      – paz", ["–", "pan", "–", "paz"]),
    ],
)
def test_words_are_those_of_the_column(body: str, expected: list[str], tmp_path: Path) -> None:
    """Labels, underlines, ornaments and pictures are no words; the same signs in a line are."""
    assert expected == [word.text for word in read(tmp_path, body).text().body]


def test_beginnings_are_told_where_they_are_known(tmp_path: Path) -> None:
    """A block's first word begins it, no other of running lines does; cells and items may."""
    found = read(tmp_path, "[1]   a b\n      c d\n\n      – e f\n\n      g   h").text().body
    expected = [True, False, False, False, True, None, False, True, None]
    assert expected == [word.begins for word in found]


def test_notes_are_read_under_their_label(tmp_path: Path) -> None:
    """Further paragraphs belong to the note before them; nothing behind the notes does."""
    found = read(tmp_path, "[1]   a", "Notas\n=====\n\n[^1]  uno\n\n      dos\n\n[^2]  tres")
    notes = [(note.number, [word.text for word in note.words]) for note in found.text().notes]
    assert [(1, ["uno", "dos"]), (2, ["tres"])] == notes
    assert [1] == found.paragraphs()


def test_words_know_where_they_stand(tmp_path: Path) -> None:
    """Line and column."""
    [_, word] = read(tmp_path, "[1]   a\n      b").text().body
    assert ("obra.txt", 8, 7) == (word.place.file, word.place.line, word.place.column)
