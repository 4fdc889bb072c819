"""Nothing is lost or unheard on the way to the pages: files, fonts, warnings, words and notes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from laid_out import PARAGRAPH, WORDS, call, codes, lay_out, page, render

from colofon import typefaces
from colofon.pdf import engine, places, textlayer, tree
from conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"

PLAIN = """
import sys
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
fonts = FontConfiguration()
css = CSS(string=sys.argv[2], font_config=fonts)
pages = HTML(sys.argv[1]).render(font_config=fonts, stylesheets=[css]).pages
for page in pages:
    for box in page._page_box.descendants():
        print(getattr(box, "text", ""))
"""


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "http://localhost/a.png",
        "file:///etc/hostname",
        "../secret.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "missing.png",
    ],
)
def test_what_is_not_of_the_edition_is_refused(address: str, tmp_path: Path) -> None:
    """A picture from anywhere but the edition's folder is not fetched, and is an error."""
    (tmp_path / "secret.png").write_bytes(b"")
    folder = tmp_path / "obra"
    folder.mkdir()
    book = lay_out(page(f"<h2>Uno</h2><p>a <img src='{address}' alt='A'/></p>"), folder)
    assert codes(book.findings) == ["refused-resource"]
    assert book.findings[0].place.file == "obra-print.pdf"


def test_a_picture_through_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A symbolic link leads nowhere but into the edition's folder."""
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = tmp_path / "obra"
    folder.mkdir()
    (folder / "a.png").symlink_to(tmp_path / "secret.png")
    book = lay_out(page("<h2>Uno</h2><p>a <img src='a.png' alt='A'/></p>"), folder)
    assert codes(book.findings) == ["refused-resource"]


def test_what_weasyprint_complains_of_is_a_finding() -> None:
    """No warning goes unseen."""
    book = lay_out(page("<h2>Uno</h2><p style='color: nope'>a</p>"))
    assert codes(book.findings) == ["weasyprint"]
    assert "color: nope" in book.findings[0].message


def test_a_note_too_long_for_a_page_is_a_finding() -> None:
    """A note that cannot stand on one page, and would be printed over text, is an error."""
    text = f"<h2>Uno</h2>{PARAGRAPH * 3}<p>Fin{call(1)}.</p>"
    book = lay_out(page(text, PARAGRAPH, notes=(WORDS * 60,)))
    assert codes(book.findings) == ["text-off-page", "note-too-long"]
    assert book.findings[1].message.startswith("Note 1 is too long for one page")


def test_a_line_beyond_the_paper_is_a_finding() -> None:
    """A word that no page can hold is an error that names the page."""
    book = lay_out(page(f"<h2>Uno</h2><p>{'x' * 120}</p>"))
    assert codes(book.findings) == ["text-off-page"]
    assert book.findings[0].place.part == "page 7"


def test_words_that_do_not_reach_the_pages_are_a_finding() -> None:
    """Text that a style sheet hides is missed."""
    book = lay_out(page("<h2>Uno</h2><p>a</p><p style='display: none'>callado</p>"))
    assert codes(book.findings) == ["text-lost"]
    assert "callado" in book.findings[0].message


def test_fonts_are_ours_alone() -> None:
    """Whatever family is asked for, no font of the machine is used."""
    book = lay_out(page("<h2>Uno</h2><p style='font-family: DejaVu Sans, serif'>a</p>"))
    data = book.document.copy().write_pdf()
    assert b"DejaVu" not in data


def test_a_lost_note_is_kept(tmp_path: Path) -> None:
    """WeasyPrint loses note B of the golden page; mended, it sets both on their calls' page."""
    face = typefaces.FACES["EBGaramond-Regular"].file.as_uri()
    css = typefaces.font_face_css({"EBGaramond-Regular": face})
    config = typefaces.hermetic_fontconfig(tmp_path)
    plain = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PLAIN, str(GOLDEN / "lost-note.html"), css],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Nota A." in plain
    assert "Nota B." not in plain
    root = ET.fromstring((GOLDEN / "lost-note.html").read_text("utf-8"))
    pages = render(root, "").pages
    told = [row["lines"] for row in places.describe(pages, "text")["pages"]]
    found = {
        line["text"].split()[-1]: number
        for number, lines in enumerate(told)
        for line in lines
        if line["area"] == "notes"
    }
    calls = {text: n for n, lines in enumerate(told) for line in lines for text in [line["text"]]}
    assert found == {"A.": calls["uno1"], "B.": calls["dos2"]}


@pytest.mark.parametrize("seed", range(6))
def test_notes_never_stray(seed: int) -> None:
    """On small pages full of notes, each stands on the page of its call, in order."""
    chance = random.Random(seed)
    css = (
        f"@page {{ size: 80mm {chance.randrange(60, 150)}mm; margin: 8mm;"
        "@footnote { margin-top: 10pt } } html { font: 10pt/14pt 'EB Garamond'; orphans: 2;"
        "widows: 2 } p { margin: 0 } .note { float: footnote; footnote-policy: line;"
        "font-size: 8pt; line-height: 10.5pt }"
    )
    body, count = "", 0
    for _ in range(20):
        body += "<p>"
        for _ in range(chance.randrange(1, 90)):
            body += "palabra "
            if chance.random() < 0.03:
                count += 1
                note = "nota " * chance.randrange(1, 60)
                body += f"<span class='note' role='doc-footnote' id='n{count}'>{note}</span> "
        body += "</p>"
    root = ET.fromstring(f"<html lang='es'><body>{body}</body></html>")
    notes = places.describe(render(root, css).pages, "text")["notes"]
    assert [note["id"] for note in notes] == [f"n{i}" for i in range(1, count + 1)]
    assert all(note["page"] == note["call_page"] for note in notes)


def test_a_space_may_hang_before_an_emphasis() -> None:
    """A line that is full but for its last space is not divided in its first word."""
    words = "negociaciones pueblo guerra sacrificio revolución"
    for width in range(360, 400):
        css = (
            f"@page {{ size: {width / 2}pt 300pt; margin: 0 }}"
            "html { hyphens: auto; font: 10pt/14pt 'EB Garamond' } body, p { margin: 0 }"
        )
        text = f"<html lang='es'><body><p>{words} <em>petición</em></p></body></html>"
        pages = render(ET.fromstring(text), css).pages
        first = places.describe(pages, "text")["pages"][0]["lines"][0]["text"]
        assert first.startswith("negociaciones pueblo guerra"), width


def test_another_weasyprint_is_refused() -> None:
    """A function that is not as we know it is not mended, and the error names it."""
    with pytest.raises(AssertionError, match="keep_notes is not the function we know"):
        engine.mend(engine, "keep_notes", "no such line", "")


def test_the_text_layer_is_proved() -> None:
    """A word that the pages show otherwise than the tree has it is reported."""
    root = tree.printed(page("<h2>Uno</h2><p>una palabra</p>"))
    pages = render(root, "").pages
    (paragraph,) = (each for each in root.iter("p") if each.text == "una palabra")
    paragraph.text = "una palabra más"
    (problem,) = textlayer.complete(pages, root)
    assert "palabra" in problem


def test_a_call_is_held_to_the_sign_before_it() -> None:
    """UAX #14 lets a line end between «?» and a figure: a word joiner forbids it, only there."""
    text = f"<h2>Uno</h2><p>¿Quién?{call(1)} <em>Yo</em>!{call(2)} y él{call(3)}</p>"
    root = tree.printed(page(text, notes=("Nota.",) * 3))
    [paragraph] = root.findall("body/main/section/p")
    assert "¿Quién?\u2060" == paragraph.text
    assert [" ", "!\u2060", " y él", None] == [child.tail for child in paragraph]
