"""What a person reads after a run: findings in their order, and how well the book is set."""

from __future__ import annotations

from colofon.finding import Finding, Judgement, Place, Severity, Verdict
from colofon.report import Report


def test_how_the_book_is_set_is_shown() -> None:
    """What is counted and measured on the pages stands in the report, by name."""
    measured = {"justified lines": 230, "mean word space": 1.021, "runts": 0}
    verdict = Verdict("typography", Judgement.SOUND, (), measured)
    report = Report("obra", (), (verdict, Verdict("other", Judgement.SOUND, (), {"rows": 3})))
    line, summary = report.lines()
    assert line == "typography: justified lines 230, mean word space 1.021, runts 0."
    assert summary == "obra: no findings; 2 of 2 claims sound."
    assert report.to_dict()["claims"][0]["evidence"] == measured


def test_findings_are_sorted_by_page_and_line() -> None:
    """Page 7 comes before page 12, and line 9 before line 10."""
    parts = ["page 7, line 12", "page 12, line 7", "page 12, line 10"]
    found = [Finding("runt", "m", Place("f", part=part), "", Severity.WARNING) for part in parts]
    verdict = Verdict("typography", Judgement.SOUND, tuple(reversed(found)), {"lines": 3})
    assert [each.place.part for each in Report("obra", (), (verdict,)).findings] == parts
