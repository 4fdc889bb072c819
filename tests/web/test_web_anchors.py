"""Paragraphs, pages, tables and contents of the web edition can be reached, seen and named."""

from __future__ import annotations

import pytest
from web_page import made

from colofon.finding import Place
from colofon.labels import available
from colofon.readers import markup

TEXT = '<p id="p1" data-n="1">Una <em>paz</em>.</p><p id="p2" data-n="2"><em>Otra</em>.</p>'
PAGES = (
    '<p id="p1" data-n="1">La pa<span class="page-break" role="doc-pagebreak" id="page-iv" '
    'aria-label="Página iv"></span>labra.</p>'
)
SAID = "Una barra con un número, «|5», indica dónde empieza una página"


@pytest.mark.parametrize("language", available())
def test_a_paragraph_begins_with_a_link_to_itself(language: str) -> None:
    """It has a name with its number, in every language, and no text at all."""
    page = made(TEXT, language=language)
    for number, paragraph in enumerate(page.xpath("//main/p"), start=1):
        link = paragraph[0]
        assert ("a", f"#p{number}", str(number)) == (link.tag, link.get("href"), link.get("data-n"))
        assert str(number) in link.get("aria-label").split()
        assert not link.text


def test_neither_numbers_nor_pages_add_words() -> None:
    """Not even inside a word, where a page may begin."""
    for text, words in ((TEXT, ["Una", "paz.", "Otra."]), (PAGES, ["La", "palabra."])):
        main = made(text).xpath("//main")
        found = markup.read(main, Place("x"), lambda _: False).body
        assert words == [word.text for word in found]
        assert " ".join(words).replace(" ", "") == "".join(main[0].text_content().split())


def test_pages_of_the_print_edition_are_shown_and_explained() -> None:
    """The style sheet gets the label, the imprint says what the marks are."""
    page = made(PAGES)
    [mark] = page.xpath("//*[@role='doc-pagebreak']")
    assert ("iv", "Página iv") == (mark.get("data-page"), mark.get("title"))
    assert "aria-label" not in mark.attrib
    assert SAID in page.get_element_by_id("imprint").text_content()
    assert SAID not in made(TEXT).get_element_by_id("imprint").text_content()


def test_what_we_say_in_another_language_is_marked() -> None:
    """A book whose language we have no words for is told in English (WCAG 2.2, 3.1.2)."""
    [said] = made(PAGES, language="pl").xpath("//section[@id='imprint']/p[contains(., 'bar')]")
    assert "en" == said.get("lang")


def test_tables_scroll_in_boxes_of_their_own() -> None:
    """Each can be reached by keyboard and has another name."""
    table = "<table><tbody><tr><td>x</td></tr></tbody></table>"
    boxes = made(f"<p>Antes.</p>{table} y {table}<p>Después.</p>").xpath("//div[@class='scroll']")
    assert ["Tabla 1", "Tabla 2"] == [box.get("aria-label") for box in boxes]
    assert {("region", "0")} == {(box.get("role"), box.get("tabindex")) for box in boxes}
    assert [["table"], ["table"]] == [[each.tag for each in box] for box in boxes]
    assert " y " == boxes[0].tail


def test_only_chapters_are_landmarks() -> None:
    """Two divisions with the same heading are no two regions of one name."""
    text = (
        '<section role="doc-chapter" aria-labelledby="a"><h2 id="a">A</h2>'
        '<section aria-labelledby="b"><h3 id="b">B</h3></section></section>'
    )
    sections = made(text).xpath("//main//section")
    assert ["a", None] == [section.get("aria-labelledby") for section in sections]


def test_chapters_of_one_heading_are_told_apart() -> None:
    """Letters and diaries have many; a number keeps each landmark's name its own."""
    chapter = (
        '<section role="doc-chapter" aria-labelledby="a{0}"><h2 id="a{0}">Mi <em>carta</em>'
        '<a role="doc-noteref" href="#n1">1</a></h2></section>'
    )
    sections = made("".join(map(chapter.format, range(3)))).xpath("//main//section")
    assert ["a0", None, None] == [section.get("aria-labelledby") for section in sections]
    names = [section.get("aria-label") for section in sections]
    assert [None, "Mi carta (2)", "Mi carta (3)"] == names


def test_the_contents_come_unfolded() -> None:
    """Their heading folds them, and the landmark keeps its name."""
    [details] = made("<p>Paz.</p>").xpath("//nav[@role='doc-toc']/details")
    assert "open" in details.attrib
    assert ["summary", "ol"] == [each.tag for each in details]
    assert "contents-title" == details[0][0].get("id")


def test_the_head_describes_the_book() -> None:
    """As schema.org has it, without a script; signs of markup are kept."""
    page = made("<p>Paz.</p>")
    assert "https://schema.org/Book" == page.get("itemtype")
    assert ["Paz & <pan>"] == page.xpath("//head/meta[@itemprop='name']/@content")
    assert ["Ana Pérez"] == page.xpath("//head/meta[@itemprop='translator']/@content")
    assert "ltr" == page.get("dir")


def test_the_first_link_skips_to_the_text() -> None:
    """Before the contents (WCAG 2.2, 2.4.1)."""
    assert "#text" == made("<p>Paz.</p>").xpath("(//a)[1]/@href")[0]
