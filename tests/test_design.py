"""The book is composed: leaves of their own, no page for a line or two, nothing parted for one."""

from __future__ import annotations

from typing import Any

import pytest
from laid_out import PARAGRAPH, WORDS, codes, lay_out, page
from test_layout import heads

from colofon import layout

BOTTOM = 58 + 31 * 14 + 10.722
"""The last baseline of A5."""

PART = '<section role="doc-part" id="parte"><h2>Primera parte</h2>{}</section>'
DEDICATION = '<section role="doc-dedication" id="a-ella"><h2>A ella</h2><p>Sí.</p></section>'


def before_the_chapters(*sections: str) -> bytes:
    """Write a page with sections before its only chapter."""
    main = '<main id="text">'
    written = page(f"<h2>Uno</h2>{PARAGRAPH}").decode()
    return written.replace(main, f"{main}{''.join(sections)}").encode()


def rows(book: layout.Layout) -> dict[str, dict[str, Any]]:
    """Return the page on which each element begins, by its id."""
    return {name: row for row in book.places["pages"] for name in row["starts"]}


def texts(row: dict[str, Any]) -> list[str]:
    """Return the lines of a page."""
    return [line["text"] for line in row["lines"]]


def test_a_part_has_a_leaf_of_its_own() -> None:
    """A part's heading stands alone on a right-hand page without a folio, blank behind."""
    book = lay_out(before_the_chapters(PART.format("")))
    assert codes(book.findings) == []
    part, chapter = rows(book)["parte"], rows(book)["c1"]
    assert (part["label"], chapter["label"]) == ("1", "3")
    assert texts(part) == ["Primera parte"]
    assert heads(book, part["page"]) == []


def test_a_part_with_text_is_set_as_a_chapter() -> None:
    """Where text follows a part's heading, its pages have heads and folios."""
    book = lay_out(before_the_chapters(PART.format(PARAGRAPH * 6)))
    part = rows(book)["parte"]
    assert heads(book, part["page"]) == ["1"]
    assert heads(book, part["page"] + 2) == ["Primera parte", "3"]


def test_a_dedication_has_a_leaf_of_its_own() -> None:
    """It counts as page 1, without saying so; what follows opens on the right."""
    book = lay_out(before_the_chapters(DEDICATION, PART.format("")))
    assert heads(book, rows(book)["a-ella"]["page"]) == []
    labels = [rows(book)[name]["label"] for name in ("a-ella", "parte", "c1")]
    assert labels == ["1", "3", "5"]


@pytest.mark.parametrize("trim", layout.TRIMS)
@pytest.mark.parametrize("sentences", [1, 3, 6])
def test_imprint_and_colophon_stand_at_the_foot(trim: Any, sentences: int) -> None:
    """The imprint ends on the last line of the grid, the colophon one above, each on one page."""
    said = f"<p>{WORDS} {WORDS}.</p>" * sentences
    written = page(PARAGRAPH).decode()
    for short in ("<p>Edición 1.</p>", "<p>Fin.</p>"):
        written = written.replace(short, said)
    book = lay_out(written.encode(), trim=trim)
    area = layout.Area.of(trim)
    bottom = area.top + (area.lines - 1) * layout.LEADING + 10.722
    ends = [rows(book)[name]["lines"][-1]["baseline"] for name in ("imprint", "colophon")]
    assert ends == [pytest.approx(bottom, abs=0.05), pytest.approx(bottom - 14, abs=0.05)]
    assert rows(book)["colophon"] is book.places["pages"][-1]


@pytest.mark.parametrize("above", range(17, 24))
def test_no_chapter_ends_in_a_page_of_a_line_or_two(above: int) -> None:
    """Four lines of the last paragraph go to its last page; if it is short, some before it."""
    for last in (PARAGRAPH, "<p>Fin.</p>"):
        short = f"{'<p>Corto.</p>' * above}<p>{WORDS}, {WORDS}, {WORDS}.</p>"
        book = lay_out(page(f"<h2>Uno</h2>{short}{last}"))
        pages = [row for row in book.places["pages"][6:-1] if row["lines"]]
        assert len(pages) == 1 or len(pages[-1]["lines"]) >= 3


@pytest.mark.parametrize("above", range(15, 23))
@pytest.mark.parametrize(
    "parted",
    [
        f"<ul>{'<li>pan</li>' * 4}</ul>",
        f"<table><tbody>{'<tr><td>pan</td></tr>' * 4}</tbody></table>",
    ],
)
def test_no_row_or_item_stands_alone(above: int, parted: str) -> None:
    """Neither the first nor the last is parted from its neighbour by the end of a page."""
    book = lay_out(page(f"<h2>Uno</h2>{'<p>Corto.</p>' * above}{parted}{PARAGRAPH * 3}"))
    counts = [texts(row).count("pan") for row in book.places["pages"]]
    assert sorted(count for count in counts if count) in ([4], [2, 2])


def test_contents_do_not_end_in_a_page_of_one_line() -> None:
    """The last four lines of the contents stay together."""
    for entries in (23, 24, 25):
        written = page(f"<h2>Uno</h2>{PARAGRAPH}").decode()
        entry = '<li><a href="#c1">Uno</a></li>'
        book = lay_out(written.replace(entry, entry * entries).encode())
        start = rows(book)["contents"]["page"]
        after = book.places["pages"][start]["lines"]
        assert len(after) != 1
        assert not after or len(after) >= 4


def test_a_publisher_signs_the_title_page() -> None:
    """The publisher stands on the last line of the title page."""
    signed = b'</h1><p class="publisher">La Casa</p></section>'
    book = lay_out(page(PARAGRAPH).replace(b"</h1></section>", signed))
    last = rows(book)["title-page"]["lines"][-1]
    assert last["text"] == "La Casa"
    assert last["baseline"] == pytest.approx(BOTTOM, abs=0.05)
