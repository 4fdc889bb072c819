"""The check of large print: silent on ours, and precise where a style sheet slips."""

from __future__ import annotations

from pathlib import Path

import pytest
from laid_out import FONTS, PARAGRAPH, page

from colofon import layout, styles, typefaces
from colofon.checks.large_print import check
from finished import codes, examine, outcome


def test_good_large_print_is_large() -> None:
    """Every character of our edition in large print has its 18 points."""
    findings, evidence = examine("large-print")
    assert findings == []
    assert evidence["characters"] > 10_000


@pytest.mark.parametrize(
    ("css", "code"),
    [
        ("sup { font-size: .7em }", "small-print"),
        ("@page { font-size: 12pt }", "small-print"),
        ("p { hyphens: auto; text-align: justify; width: 90pt }", "divided-word"),
    ],
)
def test_bad_style_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, css: str, code: str
) -> None:
    """Small superiors, small folios and divided words are told, with their page."""
    sheet = styles.sheet("large.css")
    monkeypatch.setattr(styles, "sheet", lambda _name: f"{sheet}\n{css}")
    text = f"<h2>Uno</h2><p>m<sup>2</sup></p>{PARAGRAPH}"
    path = tmp_path / "obra-large.pdf"
    fonts = {**typefaces.subset("áéíóú", typefaces.LARGE_FACES), **FONTS}
    laid_out = layout.enlarge(page(text), fonts, tmp_path, path.name)
    laid_out.document.write_pdf(path, uncompressed_pdf=True)
    findings, _ = outcome(check(large_pdf=path))
    assert [code] == codes(findings)
    assert findings[0].place.part.startswith("page ")
