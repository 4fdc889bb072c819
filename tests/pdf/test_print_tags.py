"""The structure tree of the printed book follows the page, not its lines and pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from books import LONG, WORDS, call, draw, page, pdf, section
from tagged import Elem, Tagged

ROWS = "".join(f"<tr><td>{i} oct.</td><td>{WORDS}</td></tr>" for i in range(40))
TABLE = (
    "<table><thead><tr><th scope='col'>Fecha</th><th scope='col' colspan='1'>Hecho</th></tr>"
    f"</thead><tbody>{ROWS}<tr><td colspan='2'>Fin</td></tr></tbody></table>"
)
RICH = f"""<p>En octubre{call(1)}, la asamblea.</p><p>{LONG}</p>
<ul><li>pan<ul><li>tierra{call(2)}</li></ul></li></ul>
<ol start="3" type="a"><li><p>paz</p></li></ol>
<dl><dt>Sóviet</dt><dd>Consejo.</dd><dd>Asamblea.</dd><dt>Duma</dt><dd>Cámara.</dd></dl>
<p>Decían <span lang="ru">мир</span> y <em lang="de">Friede</em>, <em>paz</em>.</p><hr/>
<figure><img src="mapa.png" alt="Un mapa."/><figcaption>El frente</figcaption></figure>
<p>Un adorno <img src="mapa.png" alt=""/> aquí.</p>
<figure>{TABLE}<figcaption>Octubre</figcaption></figure>
{section(f"<p>Fin{call(3)}.</p>")}"""
NOTES = ("El 23.", "Véase <a href='https://example.org/'>la ley</a>.</p><p>Otro párrafo.", "Adiós.")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Tagged:
    """Print a page with everything in it."""
    root = tmp_path_factory.mktemp("book")
    draw(root)
    return Tagged(pdf(page(RICH, *NOTES), root))


@pytest.fixture(scope="module")
def text(book: Tagged) -> Elem:
    """Return the text of the work, which is the one Part."""
    return book.top.one("Part")


def test_everything_shown_is_told_once(book: Tagged) -> None:
    """Each piece of content is in the tree once or an artifact, and knows its element."""
    assert not book.loose
    assert book.used == dict.fromkeys(book.marked, 1)
    numbers = book.pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for number, mcid in book.marked:
        assert parents[number][mcid].S is not None


def test_the_tree_is_that_of_the_page(book: Tagged) -> None:
    """Half-title, title, imprint, contents, text and colophon are the parts of the book."""
    assert book.top.children == ["Sect", "Sect", "Sect", "Sect", "Part", "Sect"]
    assert book.top.one("H1").text == "¡Por la paz! ¡Abajo la diplomacia secreta!"
    headings = [each.text for each in book.top.all("H2", "H3")]
    assert headings == ["Índice", "Uno", "Dos", "Colofón"]


def test_a_paragraph_over_pages_is_one(text: Elem) -> None:
    """A paragraph that goes on over pages is one P with content on all of them."""
    (long,) = (each for each in text.all("P") if each.text.startswith("Mientras"))
    assert {len(long.pages), max(long.pages) - min(long.pages) + 1} == {len(long.pages)}
    assert len(long.pages) > 1
    assert long.text.replace("\u00ad", "") == LONG


def test_a_note_stands_behind_the_paragraph_that_calls_it(text: Elem) -> None:
    """A note is a Note with an identifier, its number first, right after its paragraph."""
    sect = text.kids[0]
    assert sect.children[:4] == ["H2", "P", "Note", "P"]
    note = sect.kids[2]
    assert str(note.raw.ID) == "n1"
    assert note.children == ["Lbl", "P"]
    assert note.one("Lbl").children == ["Link"]
    assert (note.one("Lbl").text, note.one("P").text) == ("1. ", "El 23.")


def test_a_note_in_a_list_stands_in_its_item(text: Elem) -> None:
    """A note called where no paragraph is stays with the words that call it."""
    inner = text.all("L")[1]
    assert inner.one("LBody").children == ["Reference", "Note"]
    paragraphs = [each.text for each in inner.one("Note").all("P")]
    assert paragraphs == ["Véase la ley.", "Otro párrafo."]


def test_a_call_is_a_reference_with_a_link(text: Elem) -> None:
    """The call of a note is a Link inside a Reference, in its sentence."""
    paragraph = text.all("P")[0]
    assert paragraph.text == "En octubre1, la asamblea."
    assert paragraph.children == ["Reference"]
    assert paragraph.one("Reference").children == ["Link"]


def test_heads_folios_leaders_and_ornaments_are_artifacts(book: Tagged) -> None:
    """Nothing that a reader should not hear is in the tree."""
    pagination = {text for _, kind, text in book.artifacts if kind.get("/Type") == "/Pagination"}
    layout = {text for _, kind, text in book.artifacts if kind.get("/Type") == "/Layout"}
    assert {"León Trotsky", "Uno", "v", "1", "2"} <= pagination
    assert layout >= {". ", "* * *"}
    assert "* * *" not in book.top.text
    assert ". ." not in book.top.text


def test_a_table_head_is_told_once(book: Tagged, text: Elem) -> None:
    """The head that a table repeats on its later pages is an artifact there."""
    table = text.one("Table")
    assert len(table.one("TBody").all("TD")[0].pages) == 1
    assert [each.text for each in table.all("TH")] == ["Fecha", "Hecho"]
    assert [str(each.raw.A.Scope) for each in table.all("TH")] == ["/Column", "/Column"]
    repeated = [text for _, kind, text in book.artifacts if text == "Fecha" and kind]
    assert len(repeated) >= 1
    assert int(table.all("TD")[-1].raw.A.ColSpan) == 2


def test_a_caption_joins_its_table(text: Elem) -> None:
    """The caption of a table is its last child."""
    assert text.one("Table").children == ["THead", "TBody", "Caption"]


def test_lists_say_how_they_are_numbered(text: Elem) -> None:
    """Lists are L, LI, Lbl, LBody, with their numbering and the labels that are shown."""
    outer, inner, ordered, _ = text.all("L")
    assert [str(each.raw.A.ListNumbering) for each in (outer, ordered)] == ["/Disc", "/LowerAlpha"]
    assert outer.kids[0].children == ["Lbl", "LBody"]
    assert inner.one("LI").children == ["Lbl", "LBody"]
    assert ordered.one("Lbl").text.strip() == "c."
    assert ordered.one("LBody").children == ["P"]


def test_each_term_begins_an_item(text: Elem) -> None:
    """A term is the label of a list item, and its explanations are the bodies."""
    definitions = text.all("L")[3]
    assert definitions.children == ["LI", "LI"]
    assert [item.children for item in definitions.kids] == [
        ["Lbl", "LBody", "LBody"],
        ["Lbl", "LBody"],
    ]
    assert definitions.all("Lbl")[1].text == "Duma"


def test_foreign_words_have_their_language(text: Elem) -> None:
    """A phrase in another language has an element that says which, and no other has."""
    tagged = {
        each.text: str(each.raw.Lang) for each in text.all("Span", "Em") if "/Lang" in each.raw
    }
    assert tagged == {"мир": "ru", "Friede": "de"}


def test_a_figure_tells_what_it_shows(text: Elem) -> None:
    """A figure has its description and its place, and the caption inside."""
    figure = text.one("Figure")
    assert str(figure.raw.Alt) == "Un mapa."
    left, bottom, right, top = map(float, figure.raw.A.BBox)
    assert right - left == pytest.approx(1.5 * (top - bottom), abs=0.01)
    assert figure.one("Caption").text == "El frente"


def test_the_contents_are_a_table_of_contents(book: Tagged) -> None:
    """Contents are TOC and TOCI, with references that lead to the divisions."""
    contents = book.top.kids[3]
    assert contents.children == ["H2", "TOC"]
    outer, inner = contents.all("TOC")
    assert outer.children == ["TOCI", "TOCI"]
    assert outer.kids[0].children == ["Reference", "TOC"]
    assert inner.one("TOCI").one("Reference").one("Link").text.split()[-1].isdigit()
    assert "Notas" not in contents.text


def test_bookmarks_lead_to_headings(book: Tagged) -> None:
    """Every heading has its bookmark, with the structure element it stands for."""
    with book.pdf.open_outline() as outline:
        tree = [(item.title, [child.title for child in item.children]) for item in outline.root]
    title = "¡Por la paz! ¡Abajo la diplomacia secreta!"
    assert tree == [(title, []), ("Índice", []), ("Uno", ["Dos"]), ("Colofón", [])]
    first = book.pdf.Root.Outlines.First
    assert (str(first.SE.S), str(first.Next.SE.S)) == ("/H1", "/H2")


def test_a_note_of_a_heading_stands_behind_it(tmp_path: Path) -> None:
    """Bookmark and running head of a heading leave out the number of its note."""
    head = f"<section id=\"dos\"><h3 id='dos-title'>Título{call(1)}</h3><p>{LONG}</p></section>"
    book = Tagged(pdf(page(f"<p>Uno.</p>{head}", "Sobre el título."), tmp_path))
    assert book.top.one("Part").all("Sect")[1].children == ["H3", "Note", "P"]
    with book.pdf.open_outline() as outline:
        assert outline.root[2].children[0].title == "Título"
