"""Reading words, notes, links and resources from HTML."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as parser

from colofon.readers import css, html, hypertext

PAGE = """<!DOCTYPE html><html lang="es"><head><title>T</title></head><body>
<nav><a href="#text">no</a></nav><main id="text">{}</main>
<section role="doc-endnotes"><h2>Notas</h2>{}</section></body></html>"""


def read(tmp_path: Path, body: str, notes: str = "") -> html.Html:
    """Read a page."""
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(body, notes), "utf-8")
    return html.read(path)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>pa<em>la</em>bra<a role='doc-noteref' href='#n1'>1</a>.", ["palabra1."]),
        ("<p>uno</p><p>dos<br>tres", ["uno", "dos", "tres"]),
        ("<table><tr><th>a<td>b</table>", ["a", "b"]),
        ("<p>di\u00advi\u2060sible a\u202fb", ["divisible", "a", "b"]),
        ("<p>e\u0301l <!-- no --><script>no</script><img alt='no'><i hidden>no</i>", ["él"]),
        ("<ol><li>uno<li>dos</ol>", ["1.", "uno", "2.", "dos"]),
        ("<ol start=4 type=i><li>uno</ol>", ["iv.", "uno"]),
        ("<ol start=26 type=A><li>uno<li>dos</ol>", ["Z.", "uno", "AA.", "dos"]),
        ("<ul><li>uno<ul><li>dos</ul></ul>", ["–", "uno", "–", "dos"]),
        ("<ol start=x type=y><li>uno</ol>", ["1.", "uno"]),
    ],
)
def test_words_are_what_a_browser_shows(body: str, expected: list[str], tmp_path: Path) -> None:
    """Phrases divide no word, blocks do; NFC; soft hyphens and joiners are no letters.

    Items of lists stand behind their markers.
    """
    assert expected == [word.text for word in read(tmp_path, body).text().body]


def test_notes_are_read_under_the_number_of_their_backlink(tmp_path: Path) -> None:
    """The link back is the number of a note, not one of its words."""
    note = (
        '<div role="doc-footnote" id="n7"><p><a role="doc-backlink" href="#r7">7.</a> Nota.</div>'
    )
    [found] = read(tmp_path, "<p>uno", note).text().notes
    assert (7, ["Nota."]) == (found.number, [word.text for word in found.words])


def test_words_know_their_line(tmp_path: Path) -> None:
    """The place of a word is the line of its element."""
    [word] = read(tmp_path, "<p>uno").text().body
    assert ("page.html", 2) == (word.place.file, word.place.line)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://x.org/a.png">',
        '<img srcset="a.png 1x, https://x.org/a.png 2x">',
        '<p style="background: url(https://x.org/a.png)">',
        '<style>@import "https://x.org/a.png";</style>',
        '<style>@media print { p { background: image-set("https://x.org/a.png" 1x) } }</style>',
        '<link rel="stylesheet" href="https://x.org/a.png">',
        '<svg><image href="https://x.org/a.png"/></svg>',
        '<video poster="https://x.org/a.png">',
    ],
)
def test_whatever_loads_is_seen(body: str, tmp_path: Path) -> None:
    """Elements, style attributes and style sheets load from addresses."""
    urls = [each.url for each in hypertext.loaded(read(tmp_path, body).root)]
    assert "https://x.org/a.png" in urls


def test_links_load_nothing(tmp_path: Path) -> None:
    """A hyperlink and a licence are no resources."""
    body = '<a href="https://x.org">x</a><link rel="license" href="https://x.org">'
    assert [] == hypertext.loaded(read(tmp_path, body).root)


@pytest.mark.parametrize(
    "body", ["<script>x</script>", "<p onclick='x'>", "<a href='javascript:x'>"]
)
def test_whatever_runs_is_seen(body: str, tmp_path: Path) -> None:
    """Elements, attributes and addresses can run."""
    assert 1 == len(hypertext.scripts(read(tmp_path, body).root))


def test_style_sheets_say_which_typefaces_they_want() -> None:
    """Families are read from both properties, through variables, inside of @media."""
    sheet = """@font-face { font-family: "A B"; src: url(a.woff2) }
    :root { --serif: "A B", serif }
    p { font-family: var(--serif) } em { font: italic 9pt/1.2 C D, "E" }
    @media print { b { font-family: F } } i { font: inherit }"""
    assert [("A B", ["a.woff2"])] == css.faces(sheet)
    assert [["A B", "serif"], ["F"], ["C D", "E"]] == css.stacks(sheet)


def test_characters_are_those_shown() -> None:
    """Style sheets and white space are not shown."""
    top = parser.fromstring("<body><style>x</style><p>a\u00a0b</p></body>")
    assert {"a", "b"} == hypertext.visible_characters(top)
