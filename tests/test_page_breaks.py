"""The marks of printed pages: before their word, outside of calls and names, all in order."""

from __future__ import annotations

import re
from typing import Any

import pytest
from laid_out import PARAGRAPH, call, lay_out, page
from lxml import etree

from colofon import page_breaks
from colofon.blocks import numbered
from colofon.labels import labels_for

Begins = tuple[str, int] | None
"""The id of a block that a page begins in, and before which of its characters; or nothing."""

BOOK = (
    '<html lang="{language}"><body>'
    '<section class="half-title"><p id="half">Paz</p></section>'
    '<section class="title-page"><h1 id="title">Paz</h1></section>'
    '<nav role="doc-toc"><h2 id="toc">Índice</h2><ol><li id="line"><a href="#c">Paz y pan</a></li>'
    '</ol></nav><main><section id="c"><h2 id="head">Paz</h2>{text}</section></main></body></html>'
)


def marked(text: str, *begins: Begins, language: str = "es") -> str:
    """Mark the pages of a small book, and return it with «|iv|» for every mark."""
    root = etree.fromstring(BOOK.format(text=text, language=language))
    numbers = {block.get("id"): number for number, block in numbered(root)}
    rows = [
        {
            "page": number,
            "label": str(number),
            "begins": found and {"block": numbers[found[0]], "characters": found[1]},
        }
        for number, found in enumerate(begins, start=1)
    ]
    layout: dict[str, Any] = {"pages": rows, "numbering": [{"page": 1, "style": "D", "start": 1}]}
    words = "".join(root.itertext())
    page_breaks.mark(root, layout, labels_for(language))
    assert words == "".join(root.itertext())
    written = etree.tostring(root, encoding="unicode")
    return re.sub(r'<span class="page-break"[^>]*aria-label="\S+ (\S+)"[^>]*/>', r"|\1|", written)


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("uno dos tres", 3, "uno |1|dos tres"),
        ("uno dos tres", 0, "|1|uno dos tres"),
        ("uno <em>dos tres</em>", 3, "uno |1|<em>dos tres</em>"),
        ("uno <em><strong>dos</strong> tres</em>", 3, "uno |1|<em><strong>dos</strong> tres</em>"),
        ("uno <em>dos <strong>tres</strong></em>", 6, "uno <em>dos |1|<strong>tres</strong></em>"),
        ("uno <em>dos tres</em> seis", 6, "uno <em>dos |1|tres</em> seis"),
        ("uno<em> dos</em>", 3, "uno<em> |1|dos</em>"),
        ("uno<br/>dos", 3, "uno<br/>|1|dos"),
        ("uno <br/> <em>dos</em>", 3, "uno <br/> |1|<em>dos</em>"),
        (f"uno{call(1)} dos", 3, f"uno{call(1)} |1|dos"),
        (f"uno {call(1)}dos", 3, f"uno |1|{call(1)}dos"),
        (f"uno <em>dos{call(1)}</em> tres", 6, f"uno <em>dos{call(1)}</em> |1|tres"),
        (f"{call(1)}uno", 0, f"|1|{call(1)}uno"),
        ("con\u00adtra\u2060 uno", 6, "con\u00adtra\u2060 |1|uno"),
        ("10\u00a0000 uno", 2, "10\u00a0|1|000 uno"),
    ],
)
def test_a_mark_stands_before_its_word(text: str, characters: int, expected: str) -> None:
    """The mark goes outside of what begins with the word, and behind what ends before it."""
    written = marked(f'<p id="p">{text}</p>', ("p", characters))
    assert f'<p id="p">{expected}</p>' in written


def test_marks_of_one_place_keep_their_order() -> None:
    """Blank pages and the half-title are marked where the next page begins, in order."""
    text = '<p id="p">uno <em>dos</em> tres</p>'
    written = marked(
        text, ("half", 0), None, ("title", 0), None, None, ("p", 3), ("p", 6), None, None
    )
    assert '<section class="title-page">|1||2||3|<h1' in written
    assert "uno |4||5||6|<em>dos</em> |7|tres|8||9|</p>" in written


def test_marks_are_no_part_of_a_name() -> None:
    """A mark stands before a heading, before the contents, and inside of their links."""
    written = marked('<p id="p">x</p>', None, ("toc", 0), ("line", 0), ("line", 4), ("head", 0))
    assert '|1||2|<nav role="doc-toc"><h2' in written
    assert '<a href="#c">|3|Paz y |4|pan</a>' in written
    assert '<section id="c">|5|<h2' in written


def test_what_print_alone_says_begins_the_next_block() -> None:
    """A page that begins in words that the page does not have is marked behind them."""
    text = '<p id="p">uno</p><table><tr><td id="t">dos</td></tr></table>'
    assert '<td id="t">|1|dos' in marked(text, ("p", 40))


def test_a_mark_has_a_name_and_an_id_of_its_own() -> None:
    """The name is in the language of the book, or says in which it is."""
    text = '<p id="page-1">uno</p>'
    root = etree.fromstring(BOOK.format(text=text, language="eu"))
    row = {"page": 7, "label": "1", "begins": None}
    front = {"page": 6, "label": "vi", "begins": None}
    numbering = [{"page": 1, "style": "r", "start": 1}, {"page": 7, "style": "D", "start": 1}]
    layout = {"pages": [front, row], "numbering": numbering}
    found = page_breaks.mark(root, layout, labels_for("eu"))
    assert [("page-vi", "vi", 6, True), ("print-page-1", "1", 1, False)] == [
        (each.id, each.label, each.value, each.front) for each in found
    ]
    marks = root.xpath("//span[@role='doc-pagebreak']")
    assert [("Page vi", "en"), ("Page 1", "en")] == [
        (mark.get("aria-label"), mark.get("lang")) for mark in marks
    ]


def test_the_layout_tells_where_pages_begin() -> None:
    """Each page of a laid-out book begins at a word of a block of the page."""
    data = page(f"<h2 id='c1-title'>Uno{call(1)}</h2>{PARAGRAPH * 6}", notes=("Nota una.",))
    rows = lay_out(data).places["pages"]
    blocks = dict(numbered(etree.fromstring(data)))
    begun = [row["begins"] and blocks[row["begins"]["block"]].tag for row in rows]
    assert ["p", None, "p", "p", "h2", None, "h2", "p", "p"] == begun[:9]
    text = "".join(re.sub(r"\s", "", PARAGRAPH[3:-4]))
    for row in rows[7:9]:
        first = next(line for line in row["lines"] if line["area"] == "text")["text"]
        at, start = row["begins"]["characters"], "".join(first.split()).strip("\u00ad")
        assert text[at:].startswith(start) or start.endswith(text[at : at + len(start)][:8])
