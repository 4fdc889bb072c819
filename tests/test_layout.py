"""The page becomes a book: its order, heads and folios, notes, lines and trims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from laid_out import PARAGRAPH, WORDS, call, lay_out, page
from PIL import Image

from colofon import layout
from colofon.pdf import boxes, places


@pytest.fixture(scope="module")
def book() -> layout.Layout:
    """Lay out two chapters, of several pages and of one, with a note each."""
    first = f"<h2 id='c1-title'>Uno{call(1)}</h2>{PARAGRAPH * 6}"
    second = f"<h2 id='c2-title'>Dos</h2><p>Breve{call(2)}.</p>"
    return lay_out(page(first, second, notes=("Nota una.", "Nota otra.")))


def heads(book: layout.Layout, number: int) -> list[str]:
    """Return what stands in the margins of a page (from 1): running head and folio."""
    return [
        placed.box.text
        for placed in boxes.walk(book.document.pages)
        if placed.page == number - 1
        and placed.region is boxes.Region.MARGIN
        and hasattr(placed.box, "text")
    ]


def test_the_order_of_the_book(book: layout.Layout) -> None:
    """Half-title, title, contents and text open on the right; imprint is behind the title."""
    starts = {name: row["page"] for row in book.places["pages"] for name in row["starts"]}
    assert [row["page"] for row in book.places["pages"] if row["blank"]] == [2, 6]
    expected = {"title-page": 3, "imprint": 4, "contents": 5, "text": 7, "c1": 7}
    assert expected.items() <= starts.items()
    assert starts["colophon"] == len(book.places["pages"]) == starts["c2"] + 1


def test_labels_count_the_text_from_one(book: layout.Layout) -> None:
    """Pages before the text count in Roman figures, the text from 1."""
    labels = [row["label"] for row in book.places["pages"]]
    assert labels[:8] == ["i", "ii", "iii", "iv", "v", "vi", "1", "2"]
    assert book.places["numbering"] == [
        {"page": 1, "style": "r", "start": 1},
        {"page": 7, "style": "D", "start": 1},
    ]


def test_heads_and_folios(book: layout.Layout) -> None:
    """Author on the left, division on the right; openings have a folio only, the rest nothing."""
    assert [heads(book, number) for number in range(1, 10)] == [
        *([], [], [], [], ["v"], []),
        *(["1"], ["Ana Pérez", "2"], ["Uno", "3"]),
    ]
    assert heads(book, len(book.places["pages"])) == []


def test_a_long_running_head_is_shortened() -> None:
    """A heading too long for a line is cut between words at the head of its pages."""
    book = lay_out(page(f"<h2>{WORDS} y en las fábricas</h2>{PARAGRAPH * 8}"))
    shortened = "el poder de los soviets propuso negociaciones de paz en todos …"
    assert heads(book, 9) == [shortened, "3"]


def test_notes_stand_on_the_page_of_their_call(book: layout.Layout) -> None:
    """Every note is placed, with its number, on the page where it is called."""
    last = len(book.places["pages"]) - 1
    assert book.places["notes"] == [
        {"id": "n1", "number": "1", "call_page": 7, "page": 7},
        {"id": "n2", "number": "2", "call_page": last, "page": last},
    ]


def test_lines_are_described(book: layout.Layout) -> None:
    """Each line has its place in points, its words, and a soft hyphen where a word is divided."""
    lines = book.places["pages"][7]["lines"]
    first = lines[0]
    assert {first["area"], first["block"]} == {"text", "p"}
    assert (first["x"], first["baseline"]) == (66.0, pytest.approx(68.722))
    assert first["width"] == pytest.approx(301.528, abs=0.01)
    notes = [line for line in book.places["pages"][6]["lines"] if line["area"] == "notes"]
    assert [line["text"] for line in notes] == ["1. Nota una."]


def test_divided_lines_end_in_a_soft_hyphen() -> None:
    """Where a word is divided, the line says so, with no hyphen that could be a written one."""
    narrow = f"<div style='margin-right: 55%'>{PARAGRAPH}</div>"
    found = lay_out(page(f"<h2>Uno</h2>{narrow}")).places["pages"]
    texts = [line["text"] for row in found for line in row["lines"]]
    assert any(text.endswith("\u00ad") for text in texts)
    assert not any("\u2010" in text for text in texts)


def test_lines_keep_the_grid(tmp_path: Path) -> None:
    """Body lines stand on one grid of 14 pt, below headings, pictures, lists and quotations."""
    Image.new("RGB", (517, 331)).save(tmp_path / "mapa.png")
    picture = "<figure><img src='mapa.png' alt='Mapa'/><figcaption>Mapa</figcaption></figure>"
    quoted = f"<blockquote>{PARAGRAPH * 4}</blockquote>"
    text = (
        f"<h2>Uno</h2><section id='s'><h3>Dos</h3>{PARAGRAPH}{picture}{PARAGRAPH}{quoted}"
        f"<h4>Tres</h4>{PARAGRAPH}<ul><li>{WORDS}</li></ul>{PARAGRAPH}<hr/>{PARAGRAPH}</section>"
    )
    pages = lay_out(page(text), tmp_path).places["pages"]
    lines = [line for row in pages[6:] for line in row["lines"] if line["block"] in {"p", "li"}]
    body = [line for line in lines if line["width"] > 200]
    assert len(body) > 60
    assert {round((line["baseline"] - 58) % 14, 1) for line in body} == {10.7}


@pytest.mark.parametrize(
    ("trim", "size", "lines"),
    [("A5", (148.0, 210.0), 32), ("140x210", (140.0, 210.0), 32), ("6x9in", (152.4, 228.6), 35)],
)
def test_trims(trim: str, size: tuple[float, float], lines: int) -> None:
    """Every trim has its own size, whole lines, and margins in the same proportions."""
    book = lay_out(page(f"<h2>Uno</h2>{PARAGRAPH * 8}"), trim=trim)
    assert not book.findings
    pages = book.places["pages"]
    assert {(row["width"], row["height"]) for row in pages} == {size}
    assert len(pages[7]["lines"]) in {lines, lines - 1}
    left, right = pages[7]["lines"][1], pages[8]["lines"][1]
    points = size[0] * 72 / 25.4
    assert right["x"] / points == pytest.approx(52 / 419.53, abs=1e-4)
    assert left["x"] / points == pytest.approx(66 / 419.53, abs=1e-4)


def test_verse_hangs() -> None:
    """Lines of verse begin at one edge; what a line too long carries over is indented."""
    text = f"<div class='verse'><p>La paz<br/><em>{WORDS}</em> {WORDS}<br/>viene</p></div>"
    book = lay_out(page(f"<h2>Uno</h2>{text}"))
    assert not book.findings
    verse = book.places["pages"][6]["lines"][1:]
    edge = verse[0]["x"]
    assert [line["text"].split()[0] for line in verse if line["x"] == edge] == ["La", "el", "viene"]
    carried = [line["x"] for line in verse if line["x"] != edge]
    assert carried == [pytest.approx(edge + 12.6, abs=0.01)] * 2


def test_layout_json_is_stable(book: layout.Layout) -> None:
    """The data can be written as JSON and read back, the same bytes each time."""
    written = places.as_json(book.places)
    assert json.loads(written) == book.places
    again = lay_out(page(f"<h2>Uno</h2>{PARAGRAPH}"))
    other = lay_out(page(f"<h2>Uno</h2>{PARAGRAPH}"))
    assert places.as_json(again.places) == places.as_json(other.places)


def test_without_notes_and_headings() -> None:
    """A chapter needs neither; the contents then name no notes."""
    book = lay_out(page(PARAGRAPH))
    assert not book.findings
    assert book.places["notes"] == []


def test_a_title_breaks_between_its_sentences(book: layout.Layout) -> None:
    """A title too long for a line breaks behind its colon, not where the line is full."""
    lines = [line["text"] for line in book.places["pages"][2]["lines"]]
    assert lines == ["Ana Pérez", "Dos actos:", "la guerra y la paz"]
