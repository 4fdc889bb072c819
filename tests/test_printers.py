"""What is known of printers, and what follows from it."""

from __future__ import annotations

import pytest

from colofon.printers import Pages


@pytest.mark.parametrize(
    ("pages", "multiple", "last_blank", "complete"),
    [
        (16, 4, False, 16),
        (17, 4, False, 20),
        (31, 2, False, 32),
        (31, 2, True, 32),
        (32, 2, True, 34),
        (32, 16, True, 48),
        (1, 1, False, 1),
    ],
)
def test_blank_pages_complete_a_book(
    pages: int,
    multiple: int,
    last_blank: bool,  # noqa: FBT001  # a row of a table
    complete: int,
) -> None:
    """Up to the next multiple, and one more where the last must be blank."""
    accepted = Pages(minimum=1, maximum=999, multiple=multiple, last_blank=last_blank)
    assert complete == accepted.complete(pages)
