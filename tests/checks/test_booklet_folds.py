"""The check of the booklet: silent on ours, and precise where pages are where they must not be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from folded import MM, book, booklet_of
from pikepdf import Name, Pdf

from colofon.checks.booklet_folds import check
from colofon.finding import Finding
from finished import codes, examine, outcome

Change = Callable[[Pdf], None]


def test_good_booklet_is_the_book() -> None:
    """Ours, printed, folded and read, says what the printed book says, page by page."""
    findings, evidence = examine("booklet-folds")
    assert findings == []
    assert evidence["sheets"] > 3
    assert 4 * evidence["sheets"] == evidence["pages"]


@pytest.mark.parametrize("pages", [1, 8, 17, 90])
def test_good_booklets_of_any_length(tmp_path: Path, pages: int) -> None:
    """Of one sheet, of several, of several signatures."""
    findings, _ = _judged(book(tmp_path / "obra-print.pdf", pages), lambda _: None)
    assert findings == []


def _swap(pdf: Pdf) -> None:
    """Let two pages of one side change places."""
    forms = pdf.pages[2].obj.Resources.XObject
    first, second = forms.keys()
    forms[first], forms[second] = forms[second], forms[first]


def _blank(pdf: Pdf) -> None:
    """Leave one page out."""
    stream = pdf.pages[3].obj.Contents
    stream.write(stream.read_bytes().partition(b"\n")[0])


def _drop(pdf: Pdf) -> None:
    """Lose a sheet."""
    del pdf.pages[2:4]


def _lose_side(pdf: Pdf) -> None:
    """Lose the back of the last sheet."""
    del pdf.pages[-1]


def _repeat(pdf: Pdf) -> None:
    """Print the innermost sheet blank once more."""
    for _ in range(2):
        pdf.add_blank_page(page_size=(842, 595))


def _long_edge(pdf: Pdf) -> None:
    """Turn a back on its head, as printers do that turn sheets over the long edge."""
    _first(pdf, 1, b"q -1 0 0 -1 841.89 595.276 cm")


def _shift(pdf: Pdf) -> None:
    """Push a side off the paper."""
    _first(pdf, 0, b"q 1 0 0 1 0 -400 cm")


def _first(pdf: Pdf, side: int, operators: bytes) -> None:
    """Do something before a side is drawn."""
    page = pdf.pages[side]
    page.contents_add(operators, prepend=True)
    page.contents_add(b"Q")


def _other_words(pdf: Pdf) -> None:
    """Let a page say something else."""
    form = pdf.pages[0].obj.Resources.XObject[Name("/P1")]
    form.write(form.read_bytes().replace(b"this is", b"that was"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_swap, ["booklet-page-misplaced"]),
        (_blank, ["booklet-page-missing"]),
        (_drop, ["booklet-page-misplaced", "booklet-page-missing"]),
        (_lose_side, ["booklet-page-misplaced", "booklet-page-missing", "booklet-side-missing"]),
        (_long_edge, ["booklet-page-misplaced", "booklet-page-turned"]),
        (_shift, ["booklet-page-cut"]),
        (_other_words, ["booklet-page-differs"]),
    ],
)
def test_bad_booklet_is_found(tmp_path: Path, change: Change, expected: list[str]) -> None:
    """Each kind of damage has its name, and its side."""
    findings, _ = _judged(book(tmp_path / "obra-print.pdf", 16), change)
    assert expected == codes(findings)
    assert any(each.place.part.startswith("page ") for each in findings)


def test_bad_booklet_without_its_picture_is_found(tmp_path: Path) -> None:
    """A page with nothing but a picture is known to be there, or not; marks are no pictures."""
    printed = book(tmp_path / "obra-print.pdf", 7, (140 * MM, 210 * MM))
    with pikepdf.open(printed, allow_overwriting_input=True) as pdf:
        pdf.pages[2].obj.Contents = pdf.make_stream(b"200 200 50 50 re f")
        pdf.save(printed)
    findings, _ = _judged(printed, lambda _: None)
    assert findings == []
    findings, _ = _judged(printed, _wipe)
    assert ["booklet-page-missing"] == codes(findings)


def _wipe(pdf: Pdf) -> None:
    """Take the picture away."""
    pdf.pages[2].obj.Resources.XObject[Name("/P3")].write(b"")


def test_bad_sheets_too_many_are_found(tmp_path: Path) -> None:
    """A blank sheet in the middle puts all pages behind it where they do not belong."""
    findings, _ = _judged(book(tmp_path / "obra-print.pdf", 16), _repeat)
    assert "booklet-too-long" in codes(findings)


def _judged(printed: Path, change: Change) -> tuple[list[Finding], dict[str, int]]:
    """Check the booklet of a book after `change` has worked on it."""
    path = booklet_of(printed)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return outcome(check(print_pdf=printed, booklet_pdf=path))
