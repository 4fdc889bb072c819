"""The check of claims: silent on one that is evidenced, precise on the others."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from certified import CLAIMS, certified, make, rewrite
from colofon import inputs, java, records
from colofon.accessibility import Accessibility
from colofon.checks.conformance_evidenced import check
from colofon.checks.epubcheck import FAULTS
from colofon.finding import Finding, Severity
from colofon.readers import epub as reader
from colofon.source import Edition
from finished import codes, examine, outcome

CLAIM = b'<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>'
END = b"</metadata>"


def judged(**others: Any) -> tuple[list[Finding], dict[str, int]]:
    """Judge the certified work, with `others` in the place of some of its inputs."""
    given = inputs.gather(("edition", "front", "epub", "unclaimed"), certified())
    return outcome(check(**{**given, **others}))


def edited(folder: Path, change: Callable[[str, bytes], bytes], name: str = "epub") -> Path:
    """Copy an EPUB of the certified work with its members changed."""
    path = folder / "prueba.epub"
    with zipfile.ZipFile(inputs.gather((name,), certified())[name]) as old:
        members = {each: change(each, old.read(each)) for each in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for each, data in members.items():
            new.writestr(each, data)
    return path


def in_package(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    """Return a change of a string in the package document, which it must hold."""

    def change(name: str, data: bytes) -> bytes:
        assert old in data or not name.endswith(".opf")
        return data.replace(old, new, 1) if name.endswith(".opf") else data

    return change


def test_good_claims_are_those_of_the_evidence() -> None:
    """All three, refining each other, and other outputs know of them."""
    findings, evidence = judged()
    assert [] == findings
    assert 3 == evidence["claims"]
    epub, accessibility = inputs.gather(("epub", "accessibility"), certified()).values()
    assert CLAIMS == reader.read(epub).claims()
    assert CLAIMS[1][1] == accessibility.conformance.certifier


def test_a_good_claim_is_valid() -> None:
    """EPUBCheck has nothing against it."""
    report = java.epubcheck(inputs.gather(("epub",), certified())["epub"])
    assert [] == [each for each in report.messages if each.severity in FAULTS]
    assert report.items


def test_a_good_work_that_nobody_signed_for_claims_nothing() -> None:
    """Notes say why, for it is no fault: nobody has signed the checklist of our edition."""
    findings, evidence = examine("conformance-evidenced")
    assert findings
    assert {Severity.NOTE} == {each.severity for each in findings}
    assert 0 == evidence["claims"]


@pytest.mark.parametrize(
    "claim",
    [
        CLAIM,
        b'<meta name="dcterms:conformsTo" content="WCAG"/>',
        b'<dc:conformsTo xmlns:dc="http://purl.org/dc/terms/">WCAG</dc:conformsTo>',
        b'<link rel="dcterms:conformsTo" href="http://www.idpf.org/epub/a11y/x.html#wcag-aa"/>',
        b'<meta property="a11y:certifiedBy">Ana</meta>',
        b'<link rel="a11y:certifierReport" href="https://example.org/r"/>',
    ],
)
def test_bad_claims_without_evidence_are_errors(claim: bytes, tmp_path: Path) -> None:
    """However they are written, of EPUB 3 or of EPUB 2."""
    bare = inputs.gather(("unclaimed",), certified())["unclaimed"]
    epub = edited(tmp_path, in_package(END, claim + END), "unclaimed")
    work = Edition("prueba", tmp_path)
    [note, error] = outcome(check(edition=work, front=_front(), epub=epub, unclaimed=bare))[0]
    assert ("no-certification", Severity.NOTE) == (note.code, note.severity)
    assert ("claim-without-evidence", Severity.ERROR) == (error.code, error.severity)
    assert error.place.part.endswith(".opf")


def _front() -> Any:
    """Return the front matter of the certified work."""
    return inputs.gather(("front",), certified())["front"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Level AA<", b"Level AAA<"),
        (b"P\xc3\xa9rez &amp; C\xc3\xada.</meta>", b"P\xc3\xa9rez</meta>"),
        (b"2026-11-24</meta>", b"2026-11-25</meta>"),
        (END, b'<link rel="a11y:certifierReport" href="https://example.org/r"/>' + END),
    ],
)
def test_bad_claims_that_differ_from_the_evidence_are_errors(
    old: bytes, new: bytes, tmp_path: Path
) -> None:
    """More than was certified, by somebody else, or on another day."""
    findings, _ = judged(epub=edited(tmp_path, in_package(old, new)))
    assert ["claim-differs"] == codes(findings)


def test_a_bad_claim_of_other_content_is_an_error(tmp_path: Path) -> None:
    """A word in the text, or metadata beside the claim; the member is named."""
    findings, _ = judged(epub=edited(tmp_path, lambda _, data: data.replace(b"Hola", b"Halo")))
    assert ["claim-of-other-content"] == codes(findings)
    assert findings[0].place.part.endswith(".xhtml")


def test_a_bad_claim_of_other_metadata_is_an_error(tmp_path: Path) -> None:
    """The package may differ in the claim alone."""
    findings, _ = judged(epub=edited(tmp_path, in_package(b">none<", b">flashing<")))
    assert ["claim-of-other-content"] == codes(findings)
    assert findings[0].place.part.endswith(".opf")


def test_a_bad_claim_in_what_was_certified_is_an_error(tmp_path: Path) -> None:
    """The digest is of an EPUB without one."""
    bare = edited(tmp_path, in_package(END, CLAIM + END), "unclaimed")
    findings, _ = judged(unclaimed=bare)
    assert "claim-without-evidence" in codes(findings)
    assert "certified-otherwise" in codes(findings)


def _copy(folder: Path) -> Edition:
    """Copy the certified work, to change its source."""
    shutil.copytree(certified().root, folder / "copy")
    return Edition("prueba", folder / "copy")


def _claims(work: Edition) -> tuple[tuple[str, str], ...]:
    """Read what the EPUB of a work claims."""
    return reader.read(inputs.gather(("epub",), work)["epub"]).claims()


def test_a_bad_byte_of_content_withdraws_the_claim(tmp_path: Path) -> None:
    """The master is changed and the EPUB made again: no claim, and the note says why."""
    work = _copy(tmp_path)
    text = work.master_path.read_text("utf-8")
    work.master_path.write_text(text.replace("Hola a todos", "Hola a todas"), "utf-8")
    make(work)
    assert () == _claims(work)
    [note] = records.read_verdict(records.verdict_path(work, "conformance-evidenced")).findings
    assert "certified-otherwise" == note.code
    accessibility: Accessibility = inputs.gather(("accessibility",), work)["accessibility"]
    assert accessibility.conformance is None


def test_a_bad_answer_withdraws_the_claim_and_a_good_one_brings_it_back(tmp_path: Path) -> None:
    """The checklist alone is changed: doit sees it, for EPUB and check alike."""
    work = _copy(tmp_path)
    rewrite(work, {'answer = "sí"': 'answer = "no"'})
    make(work)
    assert () == _claims(work)
    verdict = records.read_verdict(records.verdict_path(work, "conformance-evidenced"))
    assert {"answered-no"} == {each.code for each in verdict.findings}
    rewrite(work, {'answer = "no"': 'answer = "sí"'})
    make(work)
    assert CLAIMS == _claims(work)


def test_what_is_known_of_a_good_claim_survives_json() -> None:
    """As other outputs read it."""
    accessibility = inputs.gather(("accessibility",), certified())["accessibility"]
    assert accessibility == Accessibility.from_dict(accessibility.to_dict())
    assert accessibility != replace(accessibility, conformance=None)
