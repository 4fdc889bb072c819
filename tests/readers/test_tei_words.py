"""Reading words, notes and the witness from TEI."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon.readers import tei

FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="es"><teiHeader><p>no</p></teiHeader>
<text><body><div>{}</div></body></text></TEI>"""


def read(tmp_path: Path, body: str) -> tei.Tei:
    """Read a file."""
    path = tmp_path / "obra.tei.xml"
    path.write_text(FILE.format(body), "utf-8")
    return tei.read(path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>pa<hi>la</hi>bra<note n='1'><p>no</p></note>.</p>", ["palabra1."]),
        ("<p>uno</p><p>dos<lb/>tres</p>", ["uno", "dos", "tres"]),
        ("<p><choice><sic>aun</sic><corr>aún</corr></choice> no</p>", ["aún", "no"]),
        ("<p><supplied>a </supplied>ti<surplus> de</surplus>.</p>", ["a", "ti."]),
        ("<p>pala<pb n='2'/>bra</p>", ["palabra"]),
        ("<figure><graphic/><figDesc>no</figDesc><head>pie</head></figure>", ["pie"]),
        ("<p>u<figure rend='inline'><graphic/><figDesc>no</figDesc></figure>no</p>", ["uno"]),
        ("<lg><lg><l>uno</l><l>dos</l></lg></lg>", ["uno", "dos"]),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", ["a", "b"]),
    ],
)
def test_words_are_those_of_the_edition(body: str, expected: list[str], tmp_path: Path) -> None:
    """Our readings, with the calls of notes glued; no description of a picture."""
    assert expected == [word.text for word in read(tmp_path, body).text().body]


def test_the_witness_has_its_own_words(tmp_path: Path) -> None:
    """With sic and surplus, without what we supplied, the notes, and what the editors wrote."""
    body = (
        "<p><choice><sic>aun</sic><corr>aún</corr></choice> <supplied>a </supplied>ti"
        "<surplus> de</surplus>.<note n='1'><p>no</p></note></p><div type='editorial'>no</div>"
    )
    assert ["aun", "ti", "de."] == [word.text for word in read(tmp_path, body).witness()]


def test_notes_are_read_under_their_number(tmp_path: Path) -> None:
    """Each to its own, and words know their line."""
    [note] = read(tmp_path, "\n<p>uno<note n='7'><p>Nota</p><p>más</p></note></p>").text().notes
    assert (7, ["Nota", "más"]) == (note.number, [word.text for word in note.words])
    assert [True, True] == [word.begins for word in note.words]
    assert ("obra.tei.xml", 3) == (note.words[0].place.file, note.words[0].place.line)


def test_what_follows_a_speaker_does_not_say_whether_it_begins(tmp_path: Path) -> None:
    """The name and the first words are one paragraph of the master, or are not."""
    body = "<sp><speaker>Coro.</speaker><p>¿Quién viene?</p><p>Nadie.</p></sp>"
    words = read(tmp_path, body).text().body
    assert [True, None, None, True] == [word.begins for word in words]
