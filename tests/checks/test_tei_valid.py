"""The check of the TEI file: silent on a good one, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from archived import archived
from colofon.checks import tei_valid
from finished import edited, examine, outcome


def test_good_files_are_valid() -> None:
    """Our own edition, and a work with everything that a master can hold."""
    findings, evidence = examine("tei-valid")
    assert [] == findings
    assert evidence["elements"] > 150
    assert evidence["pointers"] > 18
    findings, _ = outcome(tei_valid.check(tei=archived().build / "todo.tei.xml"))
    assert [] == findings


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p>", "<p><blink/>", "invalid-tei"),
        ("<sic>", "<sic>x</sic><sic>", "invalid-tei"),
        ('when="2026-11-22"', 'when="2026-13-22"', "invalid-tei"),
        (' cert="medium"', ' cert="no"', "invalid-tei"),
        ('xml:id="e2"', 'xml:id="e1"', "doubled-id"),
        ('edRef="#tei.witness"', 'edRef="#witness"', "dead-link"),
        ('resp="#resp.ed"', 'resp="#resp.tr"', "dead-link"),
        ('ident="ru-Latn"', 'ident="ru"', "unnamed-language"),
    ],
)
def test_bad_files_are_told(old: str, new: str, expected: str, tmp_path: Path) -> None:
    """Each damage has a name, and the line it stands in."""
    path = edited(tmp_path, ".tei.xml", old, new)
    findings, _ = examine("tei-valid", tei=path)
    assert expected in {each.code for each in findings}
    if expected in {"invalid-tei", "dead-link"}:
        lines = path.read_text("utf-8").split("\n")
        damaged = next(number for number, line in enumerate(lines, start=1) if new in line)
        assert damaged in {each.place.line for each in findings}
