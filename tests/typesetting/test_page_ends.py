"""Where WeasyPrint goes back to end a page: not after a line that ends in a hyphen."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from colofon.pdf.engine import whole_lines


@pytest.mark.parametrize(
    ("lines", "count", "kept"),
    [
        ("....", 4, 4),
        ("..--", 4, 2),
        (".-.-", 3, 3),
        (".---", 4, 4),  # orphans would be left: better a hyphen
        ("----", 3, 3),
    ],
)
def test_a_page_keeps_whole_lines(lines: str, count: int, kept: int) -> None:
    """Of two lines at least; a dash is a line that ends in a hyphen, a point another one."""
    placed = [SimpleNamespace(divided=True) if each == "-" else object() for each in lines]
    assert kept == whole_lines(placed, count, 2)
