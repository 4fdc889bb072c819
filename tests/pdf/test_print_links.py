"""Every link of the printed book can be followed, and says where it leads."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from books import WORDS, call, page, pdf, section
from tagged import Tagged

TEXT = (
    f"<p>Uno{call(1)}, <a href='#dos'>más abajo</a> y <a href='https://example.org/a?b=c'>"
    f"{WORDS} <em>{WORDS}</em></a>.</p>{section('<p>Fin.</p>')}"
)


@pytest.fixture(scope="module")
def book() -> Tagged:
    """Print a page with links of every kind; the long one runs over several lines."""
    return Tagged(pdf(page(TEXT, "Véase <a href='https://example.org/'>la ley</a>.")))


@pytest.fixture(scope="module")
def found(book: Tagged) -> list[Any]:
    """Return the annotations of all pages."""
    return [each for sheet in book.pdf.pages for each in sheet.get("/Annots", [])]


def test_links_say_where_they_lead(found: list[Any]) -> None:
    """Each description is for people, in the language of the book."""
    contents = ["Ir a «Uno»", "Ir a «Dos»", "Ir a «Colofón»"]
    text = ["Ir a la nota 1", "Ir a «Dos»", f"«{WORDS} {WORDS}», en la Red"]
    note = ["Volver a la llamada 1", "«la ley», en la Red"]
    described = [str(each.Contents) for each in found]
    assert [text for text, _ in itertools.groupby(described)] == [*contents, *text, *note]


def test_a_link_has_one_annotation_a_line(book: Tagged, found: list[Any]) -> None:
    """A link over several lines has a rectangle on each, and no other."""
    uri = "https://example.org/a?b=c"
    long = [each for each in found if "/A" in each and str(each.A.URI) == uri]
    rectangles = [tuple(map(float, each.Rect)) for each in long]
    tops = {round(top, 1) for _, _, _, top in rectangles}
    assert len(rectangles) == len(tops) > 2
    assert all(left < right and bottom < top for left, bottom, right, top in rectangles)
    (link,) = (each for each in book.top.all("Link") if each.text.startswith(WORDS[:20]))
    assert len([kid for kid in link.kids if hasattr(kid, "objgen")]) == len(long)


def test_links_and_elements_know_each_other(book: Tagged, found: list[Any]) -> None:
    """Each annotation is held by a Link, and the parent tree leads from it to there."""
    held = {
        kid.objgen for link in book.top.all("Link") for kid in link.kids if hasattr(kid, "objgen")
    }
    assert held == {each.objgen for each in found}
    numbers = book.pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert {str(parents[int(each.StructParent)].S) for each in found} == {"/Link"}


def test_links_inside_the_book_arrive(book: Tagged, found: list[Any]) -> None:
    """Each link to a place in the book names a destination that there is."""
    names = book.pdf.Root.Names.Dests.Names
    known = {str(name) for name in names[::2]}
    inner = {str(each.Dest) for each in found if "/Dest" in each}
    assert inner == {"uno", "dos", "colophon", "n1", "r1"}
    assert inner <= known


def test_a_link_is_not_doubled_by_what_it_holds(book: Tagged) -> None:
    """The emphasis inside a link makes no link of its own."""
    (link,) = (each for each in book.top.all("Link") if each.text.startswith(WORDS[:20]))
    assert link.children == ["Em"]
