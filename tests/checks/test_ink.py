"""Ink on paper: little enough in good files, too much or coloured in bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressed
from colofon.finding import NotEquipped
from colofon.preflight import jobs
from finished import codes, examine, outcome
from pressed import drawn


def test_the_ink_of_our_good_files_is_enough_and_black() -> None:
    """The speech has no colour inside, and not too much outside."""
    findings, evidence = examine("ink")
    assert findings == []
    assert evidence["pages"] > 10


def test_a_bad_colour_inside_is_found(tmp_path: Path) -> None:
    """A little yellow is found on its page, though the file calls it something else."""
    job = pressed.job(tmp_path, "interior", lambda pdf: drawn(pdf, "0 0 1 0 k 99 99 9 9 re f"))
    findings, _ = outcome(jobs.examined(iter([job]), ghostscript=True))
    assert codes(findings) == ["one-ink"]
    assert findings[0].place.part == "page 2"


def test_a_bad_pile_of_ink_is_found(tmp_path: Path) -> None:
    """Colours that overprint each other add up, though each is allowed alone."""
    content = "/Over gs 1 1 0 0 k 200 99 50 50 re f 0 0 1 1 k 200 99 50 50 re f"
    job = pressed.job(tmp_path, "cover", lambda pdf: drawn(pdf, content, 0))
    findings, _ = outcome(jobs.examined(iter([job]), ghostscript=True))
    assert codes(findings) == ["total-ink"]


def test_without_ghostscript_nothing_is_bad_nor_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without it says so, and what to install; the work may be published."""
    job = pressed.job(tmp_path, "cover")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotEquipped, match="apt install ghostscript"):
        outcome(jobs.examined(iter([job]), ghostscript=True))
