"""What the EPUB looks like: a style sheet that old engines bear, and the faces it needs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import cssselect2
import pytest
from epub_book import SAMPLE, Book, chapter, make, page, sample
from fontTools.ttLib import TTFont
from lxml.etree import _Element as Element

Look = tuple[str, str]
"""font-style, font-weight."""

PLAIN: Look = ("normal", "normal")


def sheet(book: Book) -> str:
    """Return the style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", book.members["EPUB/css/epub.css"].decode(), flags=re.DOTALL)


def faces(book: Book) -> dict[Look, str]:
    """Return the font file that the sheet declares for each look."""
    declared = {}
    for block in re.findall(r"@font-face {(.*?)}", sheet(book), re.DOTALL):
        values = dict(re.findall(r"([\w-]+): (.*?);", block))
        name = values["src"].removeprefix("url(../").removesuffix(")")
        assert '"EB Garamond"' == values["font-family"]
        declared[values["font-style"], values["font-weight"]] = name
    return declared


def rules(book: Book) -> list[tuple[str, dict[str, str]]]:
    """Return the selectors of each rule with its declarations; the sheet nests nothing."""
    found = re.findall(r"([^{}]+){([^{}]*)}", sheet(book))
    return [(names.strip(), dict(re.findall(r"([\w-]+): (.*?);", block))) for names, block in found]


def matcher(book: Book) -> cssselect2.Matcher:
    """Collect the rules that set style or weight."""
    collected = cssselect2.Matcher()
    for names, values in rules(book):
        shown = {key: values[key] for key in ("font-style", "font-weight") if key in values}
        if shown and not names.startswith("@"):
            for selector in cssselect2.compile_selector_list(names):
                collected.add_selector(selector, shown)
    return collected


def looks(book: Book) -> Iterator[Look]:
    """Yield the look of every element of the text, as a browser would compute it."""
    dress = matcher(book)

    def below(node: cssselect2.ElementWrapper, inherited: Look) -> Iterator[Look]:
        values = {"font-style": inherited[0], "font-weight": inherited[1]}
        for *_, found in sorted(dress.match(node), key=lambda match: match[:2]):
            values.update(found)
        look = values["font-style"], values["font-weight"]
        yield look
        for child in node.iter_children():
            yield from below(child, look)

    for name in book.spine:
        yield from below(cssselect2.ElementWrapper.from_xml_root(book.tree(name)), PLAIN)


MIXED = "<p>a <strong>b <em>c</em></strong></p>"
HEADED = (
    '<section id="s"><h3 id="t">S</h3><section><h4>T <strong>u</strong></h4></section></section>'
)
PAGES = {
    "sample": SAMPLE,
    "plain": page(chapter("uno", "<p>a</p>")),
    "slanted": page(chapter("uno", "<p><em>a</em></p>")),
    "strong": page(chapter("uno", "<p><strong>a</strong></p>")),
    "mixed": page(chapter("uno", MIXED)),
    "term": page(chapter("uno", "<dl><dt><em>a</em></dt><dd>b</dd></dl>")),
    "headed": page(chapter("uno", HEADED)),
    "stage": page(chapter("uno", '<p><span class="stage">a <strong>b</strong></span></p>')),
}


@pytest.mark.parametrize("name", PAGES)
def test_every_face_that_the_text_uses_is_embedded(name: str) -> None:
    """Whatever the cascade sets in italics or bold has its own face, and no other is there."""
    book = make(PAGES[name], subtitle=None)
    assert set(looks(book)) == set(faces(book))
    embedded = {item for item in book.members if item.startswith("EPUB/fonts/")}
    assert {f"EPUB/{path}" for path in faces(book).values()} == embedded


def test_faces_are_what_they_are_declared_to_be() -> None:
    """Italic is italic and bold is bold, and each face has the letters of the text."""
    letters = set("".join(sample().text(name) for name in sample().spine)) - set("\n")
    for (style, weight), path in faces(sample()).items():
        font = TTFont(io.BytesIO(sample().members[f"EPUB/{path}"]))
        assert (style == "italic") == (font["post"].italicAngle != 0)
        assert (weight == "bold") == (font["OS/2"].usWeightClass > 400)
        assert {ord(letter) for letter in letters} <= set(font.getBestCmap())


def test_old_engines_can_read_the_sheet() -> None:
    """Nothing is there that makes RMSDK drop the sheet, or that fixes sizes for low vision."""
    text = sheet(sample())
    for banned in (
        *(
            "calc(",
            "var(",
            "min(",
            "max(",
            "clamp(",
            "env(",
            "--",
            "@media",
            "@import",
            "@supports",
        ),
        *("!important", "position", "flex", "grid", "transform", "float"),
    ):
        assert banned not in text
    assert not re.search(r"\d(px|rem|vw|vh|pt|mm|cm)\b", text)
    assert not re.search(r"(?<!-)color|background", text)
    assert not re.search(r"{\s*}", text)


def test_breaks_are_said_in_both_ways() -> None:
    """Each `break-…` has beside it the `page-break-…` that CSS 2.1 knows, and the reverse."""
    new = re.findall(r"(?<![\w-])break-(\w+): (\w+)", sheet(sample()))
    old = re.findall(r"page-break-(\w+): (\w+)", sheet(sample()))
    assert old
    assert old == [(where, how.replace("page", "always")) for where, how in new]


def test_calls_do_not_push_lines_apart() -> None:
    """A call is small and raised, and its line is as high as any other."""
    values: dict[str, str] = {}
    for names, declared in rules(sample()):
        if ".call" in re.split(r",\s*", names):
            values.update(declared)
    assert ("0", "super") == (values["line-height"], values["vertical-align"])
    assert float(values["font-size"].removesuffix("em")) < 0.8


def test_every_class_of_the_page_is_dressed() -> None:
    """Each class that the page uses has a rule, or is known to need none."""
    plain = {"note ed", "note au", "back", "title", "corr", "left", "half-title"}
    nodes: list[Element] = [n for name in sample().spine for n in sample().tree(name).iter()]
    classes = {str(node.get("class")) for node in nodes if node.get("class")} - plain
    assert [] == [name for name in sorted(classes) if f".{name}" not in sheet(sample())]


def test_links_within_text_are_underlined() -> None:
    """Colour alone tells no link apart (WCAG 2.2, 1.4.1), save for calls and lists of links."""
    bare = [names for names, values in rules(sample()) if "text-decoration" in values]
    assert [".call", "nav a"] == bare
