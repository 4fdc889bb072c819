"""The text layer of the printed book equals the page, block by block."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from books import LONG, WORDS, call, page, pdf, section
from lxml import etree
from tagged import Elem, Tagged

BLOCKS = {"p", "pre", "h1", "h2", "h3", "li", "dt", "dd", "th", "td", "figcaption"}
TOLD = {"P", "H1", "H2", "H3", "LBody", "TD", "TH", "Caption", "Lbl"}
GENERATED = re.compile(r"–|\w+\.")

VERSE = (
    "<div class='verse'><p>La paz que viene<br/>del pueblo que la quiere</p><p>viene ya</p></div>"
)
CODE = "<pre><code>una  línea\n    y otra</code></pre>"
BOTH = f"<em>{WORDS}</em> <strong>fin</strong>"
QUOTED = f"<blockquote><p>{WORDS.capitalize()}.</p><p>{BOTH}</p></blockquote>"
DRAMA = "<div class='drama'><p><span class='speaker'>Trotsky</span> ¿<em>Paz</em>?</p></div>"
LISTS = f"<ul><li>{WORDS}<ul><li><p>{WORDS}</p><p>fin</p></li></ul></li><li>y</li></ul>"
TERMS = f"<dl><dt>Duma{call(3)}</dt><dd>{WORDS}</dd></dl>"
TABLE = f"<table><tbody><tr><td>franco-ruso</td><td>{WORDS}</td></tr></tbody></table>"
WOVEN = WORDS.split() * 3


@pytest.fixture(scope="module")
def source() -> bytes:
    """Write a page of every kind of block, whose lines end in every way."""
    numbers = itertools.count(4)
    woven = [
        f"<em>{word}</em>" if i % 3 == 0 else word + call(next(numbers)) if i % 7 == 1 else word
        for i, word in enumerate(WOVEN)
    ]
    text = (
        f"<p>{LONG}</p><p>Entre{call(1)}, y {WORDS}{call(2)} {WORDS}.</p>{VERSE}{CODE}{QUOTED}"
        f"{DRAMA}{LISTS}{TERMS}{TABLE}<p>{' '.join(woven)}.</p>{section(f'<p>{LONG}</p>')}"
    )
    note = f"{WORDS}, <a href='https://example.org/'>{WORDS}</a>.</p><p>{WORDS}"
    return page(text, *[note] * (next(numbers) - 1))


@pytest.fixture(scope="module")
def printed(source: bytes) -> bytes:
    """Print it."""
    return pdf(source)


def _fold(text: str) -> str:
    """White space is one space."""
    return " ".join(text.split())


def _blocks(element: etree._Element) -> Iterator[str]:
    """Yield the own text of each block of a page, without notes and calls."""
    if element.tag in BLOCKS:
        yield _fold(_own(element))
    for child in element:
        if child.get("class") not in {"call", "note ed"}:
            yield from _blocks(child)


def _own(element: etree._Element) -> str:
    """Return the text of a block that no inner block holds."""
    text = " " if element.tag == "br" else element.text or ""
    for child in element:
        skipped = child.tag in BLOCKS | {"ul"} or child.get("class") in {"call", "back"}
        text += (" " if skipped and child.tag != "a" else "") if skipped else _own(child)
        text += child.tail or ""
    return text


def _told(elem: Elem) -> Iterator[str]:
    """Yield the own text of each element that tells a block, without notes and calls."""
    if elem.role in TOLD:
        text = _fold(_own_told(elem)).replace("\u00ad", "")
        if elem.role != "Lbl" or not GENERATED.fullmatch(text):
            yield text
    for kid in elem.texts():
        if isinstance(kid, Elem) and kid.role not in {"Note", "Reference"}:
            yield from _told(kid)


def _own_told(elem: Elem) -> str:
    """Return the text of an element that no inner block holds."""
    text = ""
    for kid in elem.texts():
        if isinstance(kid, str):
            text += kid
        elif kid.role in {"Em", "Strong", "Code", "Span", "Link"}:
            text += _own_told(kid)
    return text


def test_every_block_is_told_word_for_word(source: bytes, printed: bytes) -> None:
    """The words and spaces of each block of the text are those of the page, in order."""
    main = etree.fromstring(source).find(".//main")
    expected = [text for text in _blocks(main) if text]
    assert [text for text in _told(Tagged(printed).top.one("Part")) if text] == expected


def test_every_note_is_told_word_for_word(source: bytes, printed: bytes) -> None:
    """So are those of each note."""
    notes = etree.fromstring(source).findall(".//div[@role='doc-footnote']")
    expected = [[text for text in _blocks(note) if text] for note in notes]
    told = Tagged(printed).top.one("Part").all("Note")
    assert [[text for text in _told(note) if text and text[0] != "#"] for note in told] == expected


def test_a_line_end_is_a_space_or_a_soft_hyphen(printed: bytes) -> None:
    """Another reader finds no hyphen that we made, and no glued words."""
    document = pypdfium2.PdfDocument(printed)
    pages = (document[i].get_textpage().get_text_range() for i in range(len(document)))
    text = "".join(pages).replace("\ufffe", "")  # as pdfium shows a soft hyphen
    assert "\u2010" not in text
    assert {"negociaciones", "tratados", "derramar"} <= set(re.findall(r"\w+", text))
    assert "\u00ad" in "".join(Tagged(printed).marked.values())


def _paragraphs(text: str, *notes: str) -> list[Elem]:
    """Print a page; return the paragraphs of its text, without those of notes."""
    main = Tagged(pdf(page(text, *notes))).top.one("Part")
    inner = {id(each) for note in main.all("Note") for each in note.all("P")}
    return [each for each in main.all("P") if id(each) not in inner]


def test_the_space_after_a_call_is_the_paragraphs() -> None:
    """A line that ends in a note call loses no space, and the call does not hold it."""
    lines = [f"{'palabra ' * i}fin{{}} de la frase." for i in range(24)]
    text = "".join(f"<p>{line.format(call(i))}</p>" for i, line in enumerate(lines, start=1))
    for i, paragraph in enumerate(_paragraphs(text, *["Nota."] * 24), start=1):
        told = _fold(paragraph.text).replace("\u00ad", "")
        assert told == lines[i - 1].format(i)
        assert paragraph.one("Reference").text == str(i)


def test_a_glyph_of_two_characters_tells_the_right_one() -> None:
    """«m²» and the call of note 2, which are drawn alike, are both told as they are."""
    text = f"<p>Uno{call(1)} de 12 m² y dos{call(2)} de 12 m³.</p>"
    (paragraph,) = _paragraphs(text, "A.", "B.")
    assert paragraph.text == "Uno1 de 12 m² y dos2 de 12 m³."


def test_words_keep_their_case_and_figures() -> None:
    """Small capitals, superiors and old-style figures are told as they are written."""
    text = "El <span class='smallcaps'>káiser ii</span>, n<sup>o</sup> 1917, H<sub>2</sub>O, fin."
    (paragraph,) = _paragraphs(f"<p>{text}</p>")
    assert paragraph.text == "El káiser ii, no 1917, H2O, fin."


def test_a_written_hyphen_stays() -> None:
    """A hyphen of the source at a line end is U+002D, never a soft one."""
    (paragraph,) = _paragraphs(f"<p>{'franco-ruso-belga ' * 60}</p>")
    assert paragraph.text.replace("\u00ad", "").split() == ["franco-ruso-belga"] * 60
