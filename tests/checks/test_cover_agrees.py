"""The check of the printed cover: its size, its words, its bar code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from colofon import printers
from colofon.checks.cover_agrees import check
from colofon.front import Front
from finished import codes, outcome
from wrapped import book, covers, work

PAGES = 240


def found(
    folder: Path, shown: Front, wanted: Front, pages: int = PAGES, height: float = 210
) -> list[str]:
    """Make a cover that shows one work, and compare it with another and with a book."""
    wraps, _ = covers(folder, shown, PAGES)
    interiors = dict.fromkeys(wraps, book(folder, pages, (148, height)))
    return codes(outcome(check(front=wanted, wraps=wraps, interiors=interiors))[0])


def test_good_covers_have_no_finding(tmp_path: Path) -> None:
    """One for each printer, whose book may have more blank pages than the others'."""
    settings = {"printers": ["offset", "kdp", "ingramspark", "lulu"], "trim": "6x9in"}
    front = work(print=settings, subtitle="Novela")
    wraps, findings = covers(tmp_path, front, PAGES)
    assert () == findings
    interiors = {}
    for name in wraps:
        folder = tmp_path / name
        folder.mkdir()
        pages = printers.printer(name).pages.complete(PAGES)
        interiors[name] = book(folder, pages, (152.4, 228.6))
    running = check(front=front, wraps=wraps, interiors=interiors)
    assert ([], {"covers": 4, "statements": 20}) == outcome(running)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"title": "Los trenes del norte"}, ["cover-differs", "cover-undescribed"]),
        ({"authors": [{"name": "Eva Gil"}]}, ["cover-differs", "cover-undescribed"]),
        ({"subtitle": "Novela"}, ["cover-differs"]),
        ({"publisher": {"name": "Otra casa"}}, ["cover-differs"]),
        ({"isbn": {"print": "978-3-16-148410-0"}}, ["isbn-unspoken", "wrong-barcode"]),
        ({"isbn": {}}, ["wrong-barcode"]),
    ],
)
def test_bad_words(tmp_path: Path, said: dict[str, object], code: list[str]) -> None:
    """The cover shows another title, author, subtitle, publisher or number."""
    assert code == found(tmp_path, work(), work(**said))


def test_bad_sizes(tmp_path: Path) -> None:
    """The book has got more pages, or is of another height."""
    assert ["spine-width"] == found(tmp_path, work(), work(), pages=PAGES + 16)
    assert ["cover-height"] == found(tmp_path, work(), work(), height=205)


def changed(folder: Path, change: Callable[[pikepdf.Pdf], None]) -> list[str]:
    """Change a good cover, and compare it with its book."""
    wraps, _ = covers(folder, work(), PAGES)
    [path] = wraps.values()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    interiors = dict.fromkeys(wraps, book(folder, PAGES))
    return codes(outcome(check(front=work(), wraps=wraps, interiors=interiors))[0])


def test_bad_second_page(tmp_path: Path) -> None:
    """A cover is one sheet."""
    assert ["cover-pages"] == changed(tmp_path, lambda pdf: pdf.pages.append(pdf.pages[0]))


def test_bad_bar_code(tmp_path: Path) -> None:
    """Something was painted over it."""

    def paint(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"q 0 0 0 0 k 150 50 260 120 re f Q")

    assert ["wrong-barcode"] == changed(tmp_path, paint)


def test_bad_words_on_a_narrow_spine(tmp_path: Path) -> None:
    """A printer refuses them: the fold may come to stand on them."""
    wraps, _ = covers(tmp_path, work(), PAGES)
    interiors = dict.fromkeys(wraps, book(tmp_path, 16))
    findings, _ = outcome(check(front=work(), wraps=wraps, interiors=interiors))
    assert ["narrow-spine", "spine-width"] == codes(findings)
