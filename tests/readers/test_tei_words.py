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
        ("<list rend='bulleted'><item>a</item></list>", ["–", "a"]),
        ("<list rend='numbered'><item n='iv'><p>a</p></item></list>", ["iv.", "a"]),
        ("<list type='gloss'><label>a</label><item>b</item></list>", ["a", "b"]),
        ("<list rend='simple'><item>a</item><item>b</item></list>", ["a", "b"]),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", ["a", "b"]),
    ],
)
def test_words_are_those_of_the_edition(body: str, expected: list[str], tmp_path: Path) -> None:
    """Our readings, with calls glued and the markers of lists; no description of a picture."""
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


KINDS = "".join(
    f"<respStmt xml:id='resp.{kind}'><resp/><name type='signature'>N. {kind}</name></respStmt>"
    for kind in ("au", "tr", "ed")
)
"""A header whose notes are of three kinds."""


@pytest.mark.parametrize(
    ("kinds", "resp", "expected"),
    [
        (KINDS, "tr", ["Nota.", "(N.", "tr)"]),
        (KINDS, "au", ["Nota."]),
        (KINDS.partition("</respStmt>")[0] + "</respStmt>", "au", ["Nota."]),
        (KINDS.replace("'resp.", "'person.").replace("'person.ed", "'resp.ed"), "ed", ["Nota."]),
    ],
    ids=["signed", "of the author", "of the author alone", "of the editor alone"],
)
def test_notes_are_signed_where_they_are_of_several_kinds(
    kinds: str, resp: str, expected: list[str], tmp_path: Path
) -> None:
    """As other formats show it; the author's are not."""
    text = FILE.format(f"<p>uno<note n='1' resp='#resp.{resp}'><p>Nota.</p></note></p>")
    path = tmp_path / "obra.tei.xml"
    path.write_text(text.replace("<teiHeader><p>no</p>", f"<teiHeader>{kinds}"), "utf-8")
    [note] = tei.read(path).text().notes
    assert expected == [word.text for word in note.words]
    assert expected[1:] == [word.text for word in note.words if word.generated]


def test_the_header_names_the_edition_and_its_revisions(tmp_path: Path) -> None:
    """Number, day and words of each, in the order of the file."""
    header = (
        "<editionStmt><edition n='2'>Edición 2, <date>hoy</date>. <idno>0 1</idno> …</edition>"
        "</editionStmt><revisionDesc><change n='2' when='2026-12-01'>Algo\n más.</change>"
        "<change n='1' when='2026-11-22'>Nada.</change></revisionDesc>"
    )
    path = tmp_path / "obra.tei.xml"
    path.write_text(FILE.replace("<teiHeader><p>no</p>", f"<teiHeader>{header}"), "utf-8")
    assert "Edición 2, hoy. 0 1 …" == tei.read(path).imprint()
    rows = [("2", "2026-12-01", "Algo más."), ("1", "2026-11-22", "Nada.")]
    assert rows == tei.read(path).revisions()
