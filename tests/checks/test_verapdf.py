"""The check by veraPDF: silent on a good tagged PDF, precise on a bad one."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from colofon.checks.verapdf import judged
from colofon.finding import Finding
from finished import examine, finished, outcome
from plain import write_pdf

PAGE = (
    '<html lang="es"><head><title>Prueba</title></head><body><h1>Uno</h1><p>Hola.</p>'
    '<p style="break-before: page">Adiós.</p></body></html>'
)


def make(path: Path, variant: str | None = "pdf/ua-1") -> Path:
    """Write a PDF of two pages with WeasyPrint alone."""
    return write_pdf(PAGE, path, variant)


def rules(findings: list[Finding]) -> set[str]:
    """Read clause and test of each finding, as «7.1-3»."""
    matches = [re.search(r"clause (\S+), test (\d+):", each.message) for each in findings]
    return {f"{match[1]}-{match[2]}" for match in matches if match}


def test_a_good_pdf_has_no_finding(tmp_path: Path) -> None:
    """A tagged PDF that claims PDF/UA-1 passes, by many assertions."""
    findings, evidence = outcome(judged([(make(tmp_path / "a.pdf"), "ua1")]))
    assert findings == []
    assert evidence["assertions"] > 100


def test_our_good_pdfs_meet_every_standard_that_they_claim() -> None:
    """Screen, archive and large print: seven standards, no broken rule."""
    findings, evidence = examine("verapdf")
    assert findings == []
    assert evidence["standards"] == 7


@pytest.mark.parametrize(
    ("suffix", "flavour", "rule"),
    [
        ("screen", "4f", "6.7.3-2"),
        ("screen", "ua2", "5-2"),
        ("archive", "3a", "6.6.4-1"),
        ("large", "ua2", "5-2"),
    ],
)
def test_bad_metadata_of_each_pdf_is_found(
    tmp_path: Path, suffix: str, flavour: str, rule: str
) -> None:
    """Without the words that claim it, a file does not conform."""
    edition = finished()
    path = tmp_path / "a.pdf"
    with pikepdf.open(edition.build / f"{edition.slug}-{suffix}.pdf") as pdf:
        stream = pdf.Root.Metadata
        stream.write(re.sub(rb"<pdfu?aid:(part|conformance)>.*?\n", b"", stream.read_bytes()))
        pdf.save(path)
    findings, _ = outcome(judged([(path, flavour)]))
    assert rule in rules(findings)


def test_a_bad_pdf_without_tags_is_found(tmp_path: Path) -> None:
    """An untagged PDF lacks structure tree, mark info, metadata and marked content."""
    findings, _ = outcome(judged([(make(tmp_path / "a.pdf", None), "ua1")]))
    assert {"6.2-1", "7.1-3", "7.1-8", "7.1-11"} <= rules(findings)
    assert {finding.code for finding in findings} == {"verapdf"}
    assert all(finding.hint for finding in findings)


def test_a_bad_place_is_a_page(tmp_path: Path) -> None:
    """A fault of content names its first page, and how often it occurs."""
    findings, _ = outcome(judged([(make(tmp_path / "a.pdf", None), "ua1")]))
    [content] = [finding for finding in findings if "clause 7.1, test 3:" in finding.message]
    assert content.place.part == "page 1"
    assert "(3 times, first at " in content.message


@pytest.mark.parametrize(
    ("claim", "rule"),
    [(b'pdfuaid:part="2"', "5-2"), (b"", "5-1")],
    ids=["another part", "none"],
)
def test_a_bad_claim_is_found(tmp_path: Path, claim: bytes, rule: str) -> None:
    """A tagged PDF whose metadata claims PDF/UA-2, or no PDF/UA at all, is faulty (clause 5)."""
    path = make(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stream = pdf.Root.Metadata
        claimed = re.sub(rb'pdfuaid:part="1"', claim, stream.read_bytes())
        assert claimed != stream.read_bytes()
        stream.write(claimed)
        pdf.save()
    findings, _ = outcome(judged([(path, "ua1")]))
    assert rules(findings) == {rule}


def test_a_bad_message_shows_the_value(tmp_path: Path) -> None:
    """What a rule says is filled in: veraPDF's «%1» never reaches the reader."""
    findings, _ = outcome(judged([(make(tmp_path / "a.pdf", None), "ua1")]))
    [marks] = [finding for finding in findings if "clause 6.2, test 1:" in finding.message]
    assert "Marked = null" in marks.message
    assert "%" not in "".join(finding.message for finding in findings)


def test_a_bad_file_is_found(tmp_path: Path) -> None:
    """A truncated PDF is one finding, not a crash."""
    path = make(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes()[:3000])
    [finding], evidence = outcome(judged([(path, "ua1")]))
    assert "veraPDF cannot judge the file" in finding.message
    assert evidence["assertions"] == 0


def test_a_bad_habit_of_encrypting_is_found(tmp_path: Path) -> None:
    """A PDF that only a password opens is faulty, not «not judged»."""
    path = make(tmp_path / "a.pdf")
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(user="a", owner="b"))
    [finding], _ = outcome(judged([(tmp_path / "b.pdf", "ua1")]))
    assert "veraPDF cannot judge the file" in finding.message
