"""The plain text: its lines, its margin, its notes and its apparatus."""

from __future__ import annotations

import pytest

from archived import archived
from colofon import inputs
from colofon.checks.same_words import compare
from colofon.document import Text
from colofon.finding import Place
from colofon.numerals import numeral
from colofon.readers import master
from colofon.readers import tei as tei_reader
from colofon.readers import text as text_reader
from colofon.readers.signatures import signed
from colofon.txt.blocks import fill, phrase
from finished import finished

EVERYTHING = (
    "[img] dib\n\n[2]   Un aún dos a tres cuatro palabra[^2]",
    "Uno[^1]\n=======\n",
    "              R. L. c s\n",
    "      – a\n      – b\n",
    "          Uno dos\n          tres cuatro cin\n          co[^4]\n",
    "              code\n              \n                [\\^9] more\n",
    "      a   b\n      x   z[^7]\n",
    "\n\n* * *\n\n",
    "      c. item\n\n         segundo\n\n      d. – x\n",
    "[^6]  E (N. del E.)\n",
    "\n\n      (N. del T.)\n",
    "      §\u00a02: aún] aun\n      §\u00a02: a] (nada)\n      §\u00a02: (nada)] de\n",
)


def test_lines_are_short_and_whole() -> None:
    """At most 72 characters, no space at the end, LF, and one at the end of the file."""
    data = (finished().build / "por-la-paz.txt").read_bytes()
    text = data.decode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert b"\r" not in data
    assert max(map(len, text.split("\n"))) == 72
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_the_head_says_what_the_file_is() -> None:
    """Titles, names, edition, dates, source, rights, identifier, and what the labels are."""
    head = (finished().build / "por-la-paz.txt").read_text("utf-8").partition("\n===")[0]
    for said in ("¡Por la paz!", "León Trotsky", "Edición 1", "juliano", "Procedencia", "Derechos",
                 "urn:uuid:", "§\u00a012", "[^3]"):  # fmt: skip
        assert said in head


def test_paragraphs_are_numbered_in_the_margin() -> None:
    """Those of the work, in order."""
    read = text_reader.read(finished().build / "por-la-paz.txt")
    numbered = inputs.gather(("document",), finished())["document"].paragraphs()
    assert [*range(1, len(numbered) + 1)] == read.paragraphs()


@pytest.mark.parametrize("lines", EVERYTHING)
def test_each_construct_has_its_lines(lines: str) -> None:
    """Whatever a master can hold can be told apart."""
    assert lines in (archived().build / "todo.txt").read_text("utf-8")


def test_every_word_can_be_read_back() -> None:
    """Of a work with everything in it, from TEI and from plain text."""
    edition = archived()
    given = inputs.gather(("ast", "master", "front"), edition)
    shown = signed(master.read(given["ast"], given["master"].path), **given)
    tei = tei_reader.read(edition.build / "todo.tei.xml").text()
    text = text_reader.read(edition.build / "todo.txt").text()
    assert [] == list(compare(shown, tei, Place("tei")))
    assert [] == list(compare(shown, text, Place("text")))


@pytest.mark.parametrize(
    ("text", "written"),
    [("[^3]", "[\\^3]"), ("[\\^3]", "[\\\\^3]"), ("[^a]", "[^a]"), ("x^2]", "x^2]")],
)
def test_words_that_look_like_calls_are_told_apart(text: str, written: str) -> None:
    """A backslash more than the text has."""
    assert written == phrase((Text(text),))


def test_lines_break_at_spaces_alone() -> None:
    """Not at hyphens, not in words that are too wide, not at fixed spaces."""
    wide = "electroencefalografista-electroencefalografista"
    assert ["a", wide, "n.º\u00a0208"] == fill(f"a {wide} n.º\u00a0208", 24)


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [(4, "1", "4"), (28, "a", "ab"), (3, "A", "C"), (1944, "i", "mcmxliv"), (9, "I", "IX")],
)
def test_items_are_numbered_as_their_list_counts(value: int, style: str, shown: str) -> None:
    """Figures, letters, Roman numerals."""
    assert shown == numeral(value, style)
