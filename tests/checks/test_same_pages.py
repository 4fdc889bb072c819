"""The check that all PDFs share their pages: silent on a good work, precise on a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from finished import codes, edited_pdf, examine, finished

CHECK = "same-pages"


def test_good_pdfs_have_the_same_words_on_the_same_pages() -> None:
    """Nothing is found in our own edition, all of whose pages were read."""
    findings, evidence = examine(CHECK)
    assert findings == []
    assert evidence["files"] == 3
    assert evidence["pages"] >= 17
    assert evidence["words"] > 4000


def _without_a_word(book: pikepdf.Pdf) -> None:
    """Take the first line off the ninth page."""
    page: Any = book.pages[8]
    content = list(pikepdf.parse_content_stream(page))
    at = next(i for i, each in enumerate(content) if str(each.operator) == "TJ")
    page.Contents = book.make_stream(
        pikepdf.unparse_content_stream(content[:at] + content[at + 1 :])
    )


def _without_a_page(book: pikepdf.Pdf) -> None:
    """Take a page out, so that all behind it count one less."""
    del book.pages[8]


def _turned(book: pikepdf.Pdf) -> None:
    """Let two pages change places."""
    page = book.pages[8]
    del book.pages[8]
    book.pages.insert(9, page)


def _doubled(book: pikepdf.Pdf) -> None:
    """Print the ninth page again at the end."""
    book.pages.append(book.pages[8])


@pytest.mark.parametrize("which", ["print", "archive"])
@pytest.mark.parametrize("change", [_without_a_word, _without_a_page, _turned, _doubled])
def test_bad_pages_are_told(
    change: Callable[[pikepdf.Pdf], None], which: str, tmp_path: Path
) -> None:
    """A word, a page or an order that one file has alone is told, with the page."""
    path = edited_pdf(tmp_path, change, which)
    given = {"interiors": {"offset": path}} if which == "print" else {"archive_pdf": path}
    findings, _ = examine(CHECK, **given)
    assert codes(findings) == ["pages-differ"]
    expected = {9} if change is not _doubled else {18, _count(path)}
    assert findings[0].place.file == path.name
    assert findings[0].place.part in {f"page {number}" for number in expected}


def _count(path: Path) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(path) as book:
        return len(book.pages)


def test_bad_further_interiors_are_told(tmp_path: Path) -> None:
    """The second printer's file is compared as the first one's."""
    good = finished().build / "por-la-paz-print.pdf"
    findings, evidence = examine(
        CHECK, interiors={"offset": good, "kdp": edited_pdf(tmp_path, _without_a_page)}
    )
    assert evidence["files"] == 4
    assert codes(findings) == ["pages-differ"]
