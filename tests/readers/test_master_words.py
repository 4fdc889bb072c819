"""Reading the words of a master from pandoc's tree."""

from __future__ import annotations

import pytest

from colofon import pandoc
from colofon.readers import master
from colofon.readers.words import Text
from colofon.source import Master


def read(text: str) -> Text:
    """Read Markdown."""
    ast, _ = pandoc.parse(Master("m.md", text), 1)
    return master.read(ast, "m.md")


def words(text: str) -> list[str]:
    """Return the words of the body as print shows them."""
    return [word.text for word in read(text).body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«(¿Es *pa*labra?)» a\u00a0b", ["«(¿Es", "palabra?)»", "a", "b"]),
        ("H~2~O, m^2^, ~~no~~, [Sig]{.smallcaps}las", ["H2O,", "m2,", "no,", "Siglas"]),
        ('[negociaciones]{.corr sic="negaciones"}[]{.pb n="2"}fin', ["negociacionesfin"]),
        ("uno\ndos\\\ntres", ["uno", "dos", "tres"]),
        ("uno <!-- nada --> dos ![foto](x.png) `a  b`", ["uno", "dos", "a", "b"]),
        ("# Uno\n\nDos\n\n> tres", ["Uno", "Dos", "tres"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["a", "b", "1", "2"]),
        ("Término\n:   Su explicación.", ["Término", "Su", "explicación."]),
        ("```\nuno  dos\n  tres\n```", ["uno", "dos", "tres"]),
        ("- uno\n- dos", ["–", "uno", "–", "dos"]),
        ("9. uno\n10. dos", ["9.", "uno", "10.", "dos"]),
        ("z) uno\n\niv. dos\n\nC. tres", ["z.", "uno", "iv.", "dos", "C.", "tres"]),
    ],
)
def test_words_are_read_across_marks(text: str, expected: list[str]) -> None:
    """Marks divide no word, blocks do; what is no text is left out."""
    assert expected == words(text)


def test_letters_after_z_are_doubled() -> None:
    """The 27th item of a list with letters is «aa» (CSS Counter Styles 3)."""
    items = "\n".join(f"{letter}. x" for letter in "abcdefghijklmnopqrstuvwxyz") + "\na. x"
    assert "aa." == [word for word in words(items) if word != "x"][26]


def test_calls_are_numbers_and_notes_streams_of_their_own() -> None:
    """Calls are counted in order, whatever their keys; a note may have two paragraphs."""
    found = read("Uno[^b]. Dos[^a]\n\n[^a]: La *segunda*.\n\n    Sigue.\n\n[^b]: La primera.")
    assert ["Uno1.", "Dos2"] == [word.text for word in found.body]
    notes = [(note.number, [word.text for word in note.words]) for note in found.notes]
    assert [(1, ["La", "primera."]), (2, ["La", "segunda.", "Sigue."])] == notes


def test_a_word_knows_its_place() -> None:
    """Line and column are those of its first character, also after a mark and in a note."""
    found = read("uno **dos**\ntres[^a]\n\n[^a]: cuatro")
    places = [(word.text, word.place.line, word.place.column) for word in found.body]
    assert [("uno", 1, 1), ("dos", 1, 7), ("tres1", 2, 1)] == places
    assert 4 == found.notes[0].words[0].place.line


def test_blocks_are_told_and_which_of_them_an_indent_tells() -> None:
    """Every block begins; of those only a paragraph behind a paragraph is set in."""
    text = "Uno más\n\nDos\n\n- tres\n\n> cuatro\n>\n> cinco\n\nSeis[^a]\n\n[^a]: Siete\n\n    Ocho"
    found = read(text)
    begun = [word.text for word in found.body if word.begins]
    assert ["Uno", "Dos", "–", "tres", "cuatro", "cinco", "Seis1"] == begun
    assert ["Siete", "Ocho"] == [word.text for word in found.notes[0].words if word.begins]
    told = found.indented()
    assert ["Dos"] == [word.text for word in told.body if word.begins]
    assert ["Ocho"] == [word.text for word in told.notes[0].words if word.begins]


def test_written_text_has_no_marks_of_lists() -> None:
    """A web page shows them without holding them."""
    assert ["uno"] == [word.text for word in read("1. uno").written().body]
