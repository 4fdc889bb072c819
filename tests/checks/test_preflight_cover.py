"""The preflight of covers: silent on a good one, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pressed
from colofon.preflight import jobs
from finished import codes, examine, outcome
from pressed import drawn


def test_our_good_covers_have_no_finding() -> None:
    """The cover of the speech passes for each of its printers."""
    findings, evidence = examine("preflight-cover")
    assert findings == []
    assert evidence["rules"] > 40 * evidence["files"] > 0


def test_a_bad_cover_for_its_pages_is_found(tmp_path: Path) -> None:
    """A cover that was made before the book grew is too narrow."""
    job = pressed.job(tmp_path, "cover")
    late = pressed.changed(job, pages=job.pages + 40)
    findings, _ = outcome(jobs.examined(iter([late]), ghostscript=False))
    assert "cover-width" in codes(findings)


def test_a_bad_mark_is_found(tmp_path: Path) -> None:
    """Type in four inks is found on the only page."""
    content = "1 1 1 1 k BT /F 9 Tf 100 300 Td <0108> Tj ET"
    job = pressed.job(tmp_path, "cover", lambda pdf: drawn(pdf, content, 0))
    findings, _ = outcome(jobs.examined(iter([job]), ghostscript=False))
    assert codes(findings) == ["black-text", "ink-declared"]
    assert findings[0].place.part == "page 1"
