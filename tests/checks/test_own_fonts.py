"""The check of fonts: silent on a good work, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from finished import codes, edited_epub, edited_html, edited_pdf, examine
from sheets import SIZE, Sheet, book


def test_good_outputs_are_set_in_our_fonts() -> None:
    """Nothing is found in our own edition, whose fonts and glyphs were all looked at."""
    findings, evidence = examine("own-fonts")
    assert [] == findings
    assert min(evidence.values()) >= 2
    glyphs = [count for name, count in evidence.items() if name.startswith("glyphs used in")]
    assert len(glyphs) == 6
    assert min(glyphs) > 50


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("</style>", "p { font-family: Arial, serif }</style>", "foreign-font"),
        ("</style>", "code { font: 1em monospace }</style>", "foreign-font"),
        ('src: url("data:', 'src: url("no:', "font-not-embedded"),
        ("</main>", "<p>漢</p></main>", "missing-glyph"),
    ],
)
def test_bad_web_pages_are_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    """A family that is not ours, a font that is elsewhere, a character without a glyph."""
    findings, _ = examine("own-fonts", html=edited_html(tmp_path, old, new))
    assert code in codes(findings)


def test_bad_epubs_are_told(tmp_path: Path) -> None:
    """A font that is no font does not go with the book."""

    def change(members: dict[str, bytes]) -> None:
        name = next(key for key in members if key.endswith(".ttf"))
        members[name] = b"not a font"

    findings, _ = examine("own-fonts", epub=edited_epub(tmp_path, change))

    assert "font-not-embedded" in codes(findings)


def test_a_bad_pdf_is_told(tmp_path: Path) -> None:
    """Helvetica is neither ours nor embedded."""
    path = book(tmp_path / "book.pdf", Sheet(pieces=[(50, 500, SIZE, "word")]))
    findings, _ = examine("own-fonts", interiors={"offset": path})
    assert ["font-not-embedded", "foreign-font"] == codes(findings)


def test_bad_glyphs_are_told(tmp_path: Path) -> None:
    """A missing glyph, and one that says no character, are seen in what a page shows."""

    def change(book: pikepdf.Pdf) -> None:
        page = book.pages[6]
        font = next(iter(page.Resources.Font.keys()))
        page.contents_add(f"BT {font} 9 Tf 20 20 Td <0000fffe> Tj ET".encode())

    findings, _ = examine("own-fonts", interiors={"offset": edited_pdf(tmp_path, change)})

    assert ["missing-glyph", "nameless-glyph"] == codes(findings)
