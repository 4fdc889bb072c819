"""The check of how lines are set: silent on well-set pages, precise on every fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from set_lines import LINE, end, full, paragraph, pdf

from colofon.checks.typography import check, limits
from colofon.finding import Finding, Severity
from finished import codes, examine, outcome

GOOD = paragraph(4) * 4
NOTE = "font-size: 8.5pt; line-height: 10.5pt"

BAD = {
    "loose-line": (2, full("El poder de los soviets propuso negociaciones de paz en todo") + end()),
    "tight-line": (2, end(f"{LINE} a.", "word-spacing: -.08em") + end()),
    "loose-end": (3, full() + end("de aquella guerra que se acaba", "word-spacing: .2em")),
    "stretched-line": (
        2,
        full(LINE[:-3], "width: 97.087%; transform: scaleX(1.03); transform-origin: left") + end(),
    ),
    "ladder": (2, full(f"{LINE[:-1]}-") * 3 + end()),
    "runt": (3, full() + end("amo.")),
    "opening-mark-at-line-end": (2, full(f"{LINE[:-3]} «") + end()),
    "line-off-grid": (2, full(style="position: relative; top: .2pt") + end()),
}
"""A finding's code -> the line it is told of, and what stands below a paragraph's first line."""


def run(path: Path) -> tuple[list[Finding], dict[str, float]]:
    """Run the check on a PDF."""
    return outcome(check(print_pdf=path))


def test_a_good_page_is_sound(tmp_path: Path) -> None:
    """Lines at their font's own space, of whole paragraphs, on the grid, are as they should be."""
    findings, evidence = run(pdf(tmp_path / "b.pdf", GOOD, GOOD))
    assert [] == findings
    assert evidence["justified lines"] == 24
    assert evidence["mean word space"] == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("code", BAD)
def test_a_bad_line_is_told(code: str, tmp_path: Path) -> None:
    """Each fault is a warning with its page and line."""
    line, lines = BAD[code]
    findings, _ = run(pdf(tmp_path / "b.pdf", paragraph(2, lines) + GOOD, GOOD))
    assert [code] == codes(findings)
    assert findings[0].place.part == f"page 1, line {line}"
    assert Severity.WARNING == findings[0].severity
    assert findings[0].hint


def test_bad_page_ends_are_told(tmp_path: Path) -> None:
    """A divided word, a first and a last line alone at the end or the head of a page."""
    first, last = full(LINE.removeprefix("El "), "", "in"), end()
    divided = paragraph(3, full(f"{LINE[:-1]}-"))
    pages = (GOOD + divided, full() + last + GOOD + first, full() * 2 + GOOD, GOOD + paragraph(3))
    found = [
        (each.code, each.place.part)
        for each in run(pdf(tmp_path / "b.pdf", *pages, last + GOOD))[0]
    ]
    assert found == [
        ("hyphen-at-page-end", "page 1, line 19"),
        ("orphan", "page 2, line 19"),
    ]


def test_a_bad_widow_is_told(tmp_path: Path) -> None:
    """A last line alone at the head of a page is told there."""
    pages = (GOOD + paragraph(3, full()), end() + GOOD)
    [found] = run(pdf(tmp_path / "b.pdf", *pages))[0]
    assert found.code == "widow"
    assert found.place.part == "page 2, line 1"


def test_bad_notes_leave_the_grid(tmp_path: Path) -> None:
    """The last line of a page's notes is told if it is beside the grid, and no other of them."""
    note = full(f"1. {LINE} de Europa", "", "note") + f"<div class='note'>{LINE}</div>"
    [found] = run(pdf(tmp_path / "b.pdf", GOOD + note, GOOD))[0]
    assert found.code == "note-off-grid"
    assert found.place.part == "page 1, line 18"


def test_a_good_note_is_measured_with_the_text(tmp_path: Path) -> None:
    """Notes whose last line stands on the grid are sound, and their lines counted."""
    note = full(f"1. {LINE} de Europa", "top: 0", "note") + end(LINE, f"{NOTE}; margin-top: 5.96pt")
    findings, evidence = run(pdf(tmp_path / "b.pdf", GOOD + note, GOOD))
    assert [] == findings
    assert evidence["justified lines"] == 25


def test_our_own_edition_is_measured() -> None:
    """The lines of our own edition are measured, text and notes."""
    _, evidence = examine("typography")
    assert evidence["justified lines"] > 200


def test_every_limit_is_explained() -> None:
    """Each limit is data: a number, and what it is for."""
    for limit in limits().values():
        assert {"most", "least"} & set(limit)
        assert limit["meaning"].endswith(".")
