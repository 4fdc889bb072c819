"""Where lines end, whatever Pango says of it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from laid_out import render

from colofon.pdf import line_ends


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        ("«no»", "¿quién?", True),
        ("“no”", "(1917)", True),
        ("finie", ";", False),
        ("finie", "»", False),
        ("«", "finie", False),
        ("(", "finie", False),
    ],
)
def test_spaces_end_lines_as_in_any_book(before: str, after: str, *, ends: bool) -> None:
    """Closing and opening marks part at a space, stops never: both versions of Pango agree."""
    for flag in (True, False):
        assert line_ends.may_end(f"{before} {after}", len(before) + 1, flag=flag) is ends


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        ("ex-", "ministro", True),
        (" -", "ministro", False),
        ("1,", "5", False),
        ("a\u0301", "b", False),
    ],
)
def test_what_newer_rules_forbid_is_forbidden(before: str, after: str, *, ends: bool) -> None:
    """A hyphen that begins a word, a stop before a digit, a mark: no line ends there."""
    assert line_ends.may_end(before + after, len(before), flag=True) is ends
    assert not line_ends.may_end(before + after, len(before), flag=False)


def test_the_space_that_sticks_out_hangs() -> None:
    """A text before an emphasis is one line if only its last space has no room."""
    words = "una larga entrevista con Trotsky, "
    sheet = "@page { size: 2000px } p { white-space: normal; width: WIDTHpx }"

    def lines(width: float) -> list[str]:
        root = ET.fromstring(f"<html><body><p>{words}<em>en ruso</em></p></body></html>")
        [page] = render(root, sheet.replace("WIDTH", str(width))).pages
        found = page._page_box.descendants()  # noqa: SLF001
        return [
            "".join(box.text for box in line.descendants() if hasattr(box, "text")).strip()
            for line in found
            if type(line).__name__ == "LineBox"
        ]

    wide = next(width for width in range(100, 900) if len(lines(width)) == 2)
    whole = next(width for width in range(wide, 900) if lines(width)[0].startswith(words.strip()))
    assert lines(whole) == [words.strip(), "en ruso"]
    assert lines(whole - 1)[0] == words.strip().rsplit(" ", 1)[0]
