"""The preflight of interiors: silent on a good book, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pikepdf

import pressed
from colofon.finding import Place
from colofon.preflight import jobs
from finished import codes, examine, finished, outcome
from pressed import drawn


def test_our_good_interiors_have_no_finding() -> None:
    """The speech passes for each of its printers."""
    findings, evidence = examine("preflight-interior")
    assert findings == []
    assert evidence["rules"] > 50 * evidence["files"] > 0


def test_a_bad_page_is_named(tmp_path: Path) -> None:
    """A finding says in which file and on which page, and how to mend it."""
    job = pressed.job(tmp_path, "interior", lambda pdf: drawn(pdf, "1 0 0 rg 50 50 9 9 re f"))
    findings, _ = outcome(jobs.examined(iter([job]), ghostscript=False))
    assert codes(findings) == ["no-rgb"]
    assert findings[0].place == Place("interior.pdf", part="page 2")
    assert findings[0].hint


def test_a_bad_habit_is_told_five_times(tmp_path: Path) -> None:
    """What is wrong on every page is told for the first, and then counted."""

    def change(pdf: pikepdf.Pdf) -> None:
        for number in range(len(pdf.pages)):
            drawn(pdf, "1 0 0 rg 50 50 9 9 re f", number)

    job = pressed.job(tmp_path, "interior", change)
    findings, _ = outcome(jobs.examined(iter([job]), ghostscript=False))
    assert len(findings) == 6
    assert findings[-1].message.startswith(f"{pressed.PAGES - 5} more")


def test_a_bad_file_is_a_finding(tmp_path: Path) -> None:
    """What is no PDF cannot be read, and that is said."""
    edition = finished()
    path = tmp_path / "a.pdf"
    path.write_bytes(b"no PDF")
    findings, _ = examine("preflight-interior", interiors=dict.fromkeys(_printers(), path))
    assert codes(findings) == ["unreadable"]
    assert edition.build.is_dir()


def _printers() -> list[str]:
    """Name the printers of the speech."""
    from colofon import inputs  # noqa: PLC0415  # only here

    front = inputs.gather(("front",), finished())["front"]
    return [each.name for each in front.print.printers]
