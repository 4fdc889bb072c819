"""Lines as they stand in a finished PDF, read by PDFium: edges, white, letters, words."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from laid_out import FONTS, WORDS, call, lay_out, page
from PIL import Image

from colofon.labels import labels_for
from colofon.layout import Area, Layout
from colofon.pdf import dialect, writer
from colofon.readers import pdf_glyphs
from colofon.readers.pdf_glyphs import Glyph

AREA = Area.of("A5")
TEXT = (
    "«¡Camaradas!», dijo: los soviets, el 25 de octubre, asumieron la responsabilidad. ¿Quién "
    "firmará la paz? Los trabajadores y los soldados —nadie más— la quieren; la autodeterminación "
    "de los pueblos, la correspondencia diplomática y las contrarrevoluciones, (entre otras cosas) "
    "no esperan. «Internacionalmente», añadió, «perseveramos»."
)
LONG = " ".join([TEXT] * 5)
HANGS = 0.1
"""Points by which a line of letters may miss the edge."""


Line = list[Glyph]


def finished(tmp_path: Path, layout: Layout) -> dict[int, list[Line]]:
    """Write the PDF; return the lines of text of each page (from 1) in EB Garamond 10.5."""
    path = tmp_path / "book.pdf"
    path.write_bytes(writer.write(layout.document, layout.root, labels_for("es"), dialect.ONE))
    with pdf_glyphs.opened(path) as document:
        pages = [pdf_glyphs.read(document, index) for index in range(6, len(document) - 1)]
    return {each.number: list(_lines(each)) for each in pages}


def _lines(sheet: pdf_glyphs.Page) -> Iterator[Line]:
    """Yield the lines of text on a page, from the top, without the spaces at their ends."""
    found: defaultdict[float, Line] = defaultdict(list)
    for glyph in itertools.chain.from_iterable(
        run.glyphs for run in sheet.runs if not run.artifact
    ):
        found[round(glyph.baseline, 1)].append(glyph)
    for baseline in sorted(found, reverse=True):
        line = sorted(found[baseline], key=lambda glyph: glyph.left)
        while line and not line[-1].text.strip():
            line.pop()
        if line and abs(line[0].size - 10.5) < 0.01:
            yield line


def edges(number: int) -> tuple[float, float]:
    """Return where the text begins and ends on a page, in pt."""
    left = AREA.inner if number % 2 else AREA.outer
    return left, left + AREA.measure


def full(pages: dict[int, list[Line]]) -> Iterator[tuple[int, Line]]:
    """Yield the lines of one long paragraph but the first, which is indented, and the last."""
    every = [(number, line) for number, lines in pages.items() for line in lines]
    yield from every[1:-1]


def book(**typesetting: Any) -> Layout:
    """Lay out one long paragraph."""
    return lay_out(page(f"<h2 hidden='hidden'>Uno</h2><p>{LONG}</p>"), **typesetting)


def ends(tmp_path: Path, **typesetting: Any) -> dict[str, set[float]]:
    """Return how far beyond the edge each sign stands that ends a line, in pt."""
    found: defaultdict[str, set[float]] = defaultdict(set)
    for number, line in full(finished(tmp_path, book(**typesetting))):
        found[line[-1].text].add(round(line[-1].right - edges(number)[1], 2))
    return found


def test_signs_hang_and_letters_do_not(tmp_path: Path) -> None:
    """Commas and points stand beyond the edge by their share, letters like «a» and «s» at it."""
    found = ends(tmp_path, expansion=0)
    assert any(beyond > 1 for sign in ",.-\u00ad" for beyond in found.get(sign, ()))
    letters = [beyond for sign in "aeosnl" for beyond in found.get(sign, ())]
    assert letters
    assert all(abs(beyond) < HANGS for beyond in letters)


def test_nothing_hangs_where_it_is_not_wanted(tmp_path: Path) -> None:
    """With `hanging_punctuation: false` every line ends at the edge."""
    found = ends(tmp_path, hanging_punctuation=False)
    assert all(abs(beyond) < HANGS for each in found.values() for beyond in each)


def test_opening_signs_hang_on_the_left(tmp_path: Path) -> None:
    """A quotation mark that begins a line stands a little before the edge, a letter at it."""
    parts = "".join(f"<p>«{TEXT}</p><p>Nadie {TEXT}</p>" for _ in range(2))
    pages = finished(tmp_path, lay_out(page(f"<h2>Uno</h2>{parts}")))
    found: defaultdict[str, set[float]] = defaultdict(set)
    for number, lines in pages.items():
        for line in lines:
            found[line[0].text].add(round(line[0].left - edges(number)[0], 1))
    indent = 12.6
    assert {each for each in found["N"] if each > 1} == {indent}
    assert all(indent - 2 < each < indent for each in found["«"] if each > 1)


def widths(tmp_path: Path, **typesetting: Any) -> set[float]:
    """Return the widths of the letter m in full lines, over the narrowest of them."""
    found = [
        glyph.right - glyph.left
        for _, line in full(finished(tmp_path, book(**typesetting)))
        for glyph in line
        if glyph.text == "m"
    ]
    return {round(each / min(found), 4) for each in found}


def test_letters_give_by_two_per_cent_at_most(tmp_path: Path) -> None:
    """The letters of lines differ by what the front matter allows, and not at all without."""
    assert max(widths(tmp_path, expansion=2)) == pytest.approx(1.02 / 0.98, abs=0.005)
    assert max(widths(tmp_path, expansion=1)) == pytest.approx(1.01 / 0.99, abs=0.005)
    assert max(widths(tmp_path, expansion=0)) == pytest.approx(1, abs=0.003)


def spaces(line: Line) -> list[float]:
    """Return the white between the words of a line, in pt."""
    return [
        after.left - before.right
        for before, space, after in zip(line, line[1:], line[2:], strict=False)
        if space.text == " "
    ]


def test_spaces_shrink_to_70_per_cent_and_last_lines_not_at_all(tmp_path: Path) -> None:
    """Spaces are never narrower than they may be, and the last line has the font's own."""
    pages = finished(tmp_path, book())
    lines = [line for each in pages.values() for line in each]
    own = max(spaces(lines[-1]))
    assert own == pytest.approx(min(spaces(lines[-1])), abs=0.3)
    means = [sum(spaces(line)) / len(spaces(line)) for line in lines[:-1]]
    assert min(means) > 0.68 * own
    assert max(means) < 1.8 * own


def test_first_fit_is_as_weasyprint_has_it() -> None:
    """With `lines: first-fit` no line is planned, and none is tighter than the font has it."""
    chosen, greedy = (book(lines=each) for each in ("total-fit", "first-fit"))
    texts = [[line["text"] for row in each.places["pages"] for line in row["lines"]]
             for each in (chosen, greedy)]  # fmt: skip
    assert texts[0] != texts[1]
    assert "".join(texts[0]).replace("\u00ad", "").replace(" ", "") == (
        "".join(texts[1]).replace("\u00ad", "").replace(" ", "")
    )


def test_no_page_ends_in_a_hyphen() -> None:
    """Whatever the height of a page, no word is divided at its end."""
    for lines in range(8):
        filler = "<p>.</p>" * lines
        text = f"<h2>Uno</h2>{filler}" + f"<p>{LONG}</p>" * 6
        for row in lay_out(page(text)).places["pages"]:
            assert not row["lines"] or not row["lines"][-1]["text"].endswith("\u00ad")


def test_ladders_are_low_and_no_line_ends_open() -> None:
    """At most two divisions follow one another, and no line ends in what opens the next."""
    rows = lay_out(page(f"<h2>Uno</h2><p>{LONG * 3}</p>"), expansion=0).places["pages"]
    texts = [line["text"] for row in rows for line in row["lines"]]
    assert not any(text.endswith(("«", "¿", "¡", "(", "—los")) for text in texts)
    runs = itertools.groupby(text.endswith("\u00ad") for text in texts)
    assert max([len(list(each)) for divided, each in runs if divided], default=0) <= 2


INLINE = {
    "emphasis": f"{WORDS} <em>{WORDS} <strong>{WORDS}</strong></em>, <em>y</em> {WORDS}",
    "link": f"{WORDS} <a href='https://example.org/'>https://example.org/uno/dos</a> {WORDS}",
    "line break": f"{WORDS}, {WORDS}<br/>{WORDS} {WORDS}<br/><br/>{WORDS}<br/>",
    "soft hyphens": f"{WORDS} auto\u00addetermi\u00adnación {WORDS} contra\u00adgolpe {WORDS}",
    "no break": f"{WORDS} 25\u00a0de\u00a0octubre\u00a0de <em>1917\u00a0</em>{WORDS}",
    "dashes": f"—{WORDS} —{WORDS}— guerra–paz, franco-ruso, <em>—no—</em> {WORDS}",
    "languages": f"{WORDS} <span lang='de'>Selbstbestimmungsrecht der Völker</span> {WORDS}",
    "small capitals": f"{WORDS} <span class='smallcaps'>siglo xx</span> {WORDS}",
    "picture": f"{WORDS} <img src='a.png' alt='A' style='height: 8pt'/> {WORDS}",
    "word parts": f"{WORDS} auto<em>determinación</em> contra<strong>rrevolución</strong> {WORDS}",
    "kept spaces": f"{WORDS} <span style='white-space: pre'>a  b</span> {WORDS}",
    "held together": f"{WORDS} <span style='white-space: nowrap'>de los soviets </span>{WORDS}",
}


@pytest.mark.parametrize("name", INLINE)
def test_whatever_stands_in_a_line_is_told_and_fits(name: str, tmp_path: Path) -> None:
    """No word is lost, none is added, none stands beyond the page, whatever markup there is."""
    Image.new("L", (20, 10)).save(tmp_path / "a.png")
    sample = INLINE[name]
    text = (
        f"<h2>Uno</h2><p data-n='1'>{sample}</p><ul><li>{sample}</li></ul><p>{WORDS}{call(1)}.</p>"
    )
    layout = lay_out(page(text, notes=(sample,)), tmp_path)
    assert layout.findings == ()
    pages = finished(tmp_path, layout)
    beyond = [
        line[-1].right - edges(number)[1] for number, lines in pages.items() for line in lines
    ]
    assert max(beyond) < 3


def test_a_word_that_fits_no_line_is_told() -> None:
    """Where no way is found, WeasyPrint's own stays, and no word is lost."""
    layout = lay_out(page(f"<h2>Uno</h2><p>{WORDS} {'x' * 60} {WORDS}</p>"))
    assert not {"text-lost"} & {each.code for each in layout.findings}


def test_calls_stay_with_their_words(tmp_path: Path) -> None:
    """No line begins with the call of a note, wherever it falls."""
    words = "".join(
        f"{WORDS.rsplit(' ', number)[0]}{call(number)}! {WORDS}{'.' * number} "
        for number in range(1, 9)
    )
    layout = lay_out(page(f"<h2>Uno</h2><p>{words}</p>", notes=(WORDS,) * 8), tmp_path)
    assert layout.findings == ()
    texts = [line["text"] for row in layout.places["pages"] for line in row["lines"]]
    assert not any(text[0].isdigit() and text[1:2] != "." for text in texts)


def test_faces_are_there() -> None:
    """The tests above measure our own face."""
    assert "EBGaramond-Regular" in FONTS
