"""The check of where lines end: silent where they end as sealed, precise where they moved."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from colofon import buildinfo, observed
from colofon.finding import Severity
from conftest import MASTER, doit, new_project
from finished import examine, finished

CHECK = "lines-kept"
PRINT, LARGE = "por-la-paz-print.pdf", "por-la-paz-large.pdf"


def sealed() -> dict[str, Any]:
    """Return the record of the finished edition, as if it had been sealed."""
    record = buildinfo.read(finished().build / buildinfo.NAME)
    assert record is not None
    return copy.deepcopy(record)


def test_good_lines_end_as_they_did() -> None:
    """Nothing is found in our own edition, all of whose lines were compared in two layouts."""
    findings, evidence = examine(CHECK, sealed=sealed())
    assert findings == []
    assert evidence["lines read"] == evidence["lines compared"] > 500


@pytest.mark.parametrize("part", [None, *buildinfo.DECIDING])
def test_good_lines_of_other_materials_are_not_compared(part: str | None) -> None:
    """Nothing was sealed, or something that decides the lines was another: they may move."""
    record = None if part is None else sealed() | {part: "another"}
    if record:
        record["lines"][PRINT][8][3] = "otra"
    findings, evidence = examine(CHECK, sealed=record)
    assert findings == []
    assert set(evidence) == {"lines read"}


@pytest.mark.parametrize("name", [PRINT, LARGE])
def test_a_bad_line_is_told(name: str) -> None:
    """Where it stands, with what it ended and ends, which Pango is here, and what to do."""
    record = sealed()
    ends = record["lines"][name][8][3]
    record["lines"][name][8][3] = "otra"
    [finding], _ = examine(CHECK, sealed=record)
    assert (finding.code, finding.severity) == ("lines-moved", Severity.WARNING)
    assert (finding.place.file, finding.place.part) == (name, "page 9, line 4")
    assert f"ends with «{ends}», and ended with «otra»" in finding.message
    assert observed.pango() in finding.message
    assert "doit seal --accept" in finding.hint


def test_bad_further_lines_are_told() -> None:
    """A line that is new, one that is gone, a page that is gone; then how many pages more."""
    record = sealed()
    pages = record["lines"][PRINT]
    first, second = [index for index, page in enumerate(pages) if page][:2]
    gone = pages[first].pop()
    pages[second].append("otra")
    pages.extend([["una"], ["dos"], ["tres"]])
    findings, _ = examine(CHECK, sealed=record)
    assert [each.code for each in findings] == ["lines-moved"] * 4
    assert f"The line ends with «{gone}», and was not there when" in findings[0].message
    assert "The line is not there, and ended with «otra» when" in findings[1].message
    assert findings[2].place.part == f"page {len(pages) - 2}, line 1"
    assert findings[3].message == "Lines of 2 more pages end elsewhere, too."


def test_a_bad_line_that_is_accepted_is_bad_no_more(tmp_path: Path) -> None:
    """Sealed elsewhere: told, and not published; accepted: the next run says nothing, then rests.

    The report that tells of them no more is the one that is published.
    """
    project = new_project(tmp_path)
    (project / "source" / "prueba.md").write_text(MASTER, "utf-8")
    assert doit(project).returncode == 0
    _seal_elsewhere(project)

    told = doit(project)
    assert "[lines-moved]" in told.stdout
    assert "was left as it was" in told.stdout + told.stderr

    assert doit(project, "seal", "--accept").returncode == 0
    after = doit(project)
    assert after.returncode == 0
    assert "[lines-moved]" not in after.stdout
    assert ".  check:prueba:lines-kept" in after.stdout
    report = json.loads((project / "dist" / "prueba" / "report.json").read_bytes())
    assert "lines-moved" not in {each["code"] for each in report["findings"]}
    again = doit(project).stdout
    assert [line for line in again.splitlines() if not line.startswith("-- ")] == []


@pytest.mark.parametrize("data", [None, b"altered", b"\xff", b"[]"])
def test_a_bad_record_is_none(data: bytes | None, tmp_path: Path) -> None:
    """Where the sealed record is missing or damaged, nothing is compared; sealing mends it."""
    path = tmp_path / buildinfo.NAME
    if data is not None:
        path.write_bytes(data)
    assert buildinfo.read(path) is None


def _seal_elsewhere(project: Path) -> None:
    """Let the sealed record have another line end, as a machine with another Pango left it."""
    path = project / "dist" / "prueba" / buildinfo.NAME
    record = json.loads(path.read_bytes())
    name = "prueba-print.pdf"
    page = next(page for page in record["lines"][name] if page)
    page[0] = "otra"
    record["outputs"][name] = "0" * 64
    path.write_text(json.dumps(record))
    (project / ".build" / "prueba" / "verdicts" / f"{CHECK}.json").unlink()
