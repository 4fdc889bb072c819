"""`doit press`: one parcel for each printer, whole and alike each time, or a clear refusal."""

from __future__ import annotations

import functools
import io
import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from doit.exceptions import TaskFailed

import pressed
from colofon import packing
from colofon.finding import Finding, Place
from colofon.packing import instructions, parcels
from colofon.preflight.job import Job
from colofon.source import Edition
from conftest import doit
from finished import finished
from pressed import drawn


@functools.cache
def judged() -> Edition:
    """Finish the speech, and let every check judge it that needs no program of the system."""
    work = finished()
    run = doit(work.root, f"gather:{work.task}")
    assert run.returncode == 0, run.stdout + run.stderr
    return work


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Copy the judged speech."""
    work = judged()
    shutil.copytree(work.root, tmp_path / "copy")
    return Edition(work.slug, tmp_path / "copy")


def both(folder: Path, printer: str = "offset") -> tuple[Job, Job]:
    """Make an interior and a cover."""
    return (
        pressed.job(folder, "interior", None, printer),
        pressed.job(folder, "cover", None, printer),
    )


def test_a_parcel_holds_what_is_sent(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    """Interior, cover, instructions and preflight; the task says where they are."""
    assert packing.pack(edition) is None
    path = edition.build / "press" / "por-la-paz-offset.zip"
    assert f"{path}: interior, cover, instructions;" in capsys.readouterr().out
    with zipfile.ZipFile(path) as parcel:
        assert [
            "instructions.txt",
            "por-la-paz-print.pdf",
            "por-la-paz-cover.pdf",
            "preflight.txt",
            "preflight.json",
        ] == parcel.namelist()
        interior = (edition.build / "por-la-paz-print.pdf").read_bytes()
        assert interior == parcel.read("por-la-paz-print.pdf")


def test_a_book_with_a_fault_is_not_packed(edition: Edition) -> None:
    """The rule, the file and the page are named, and nothing is written."""
    path = edition.build / "por-la-paz-print.pdf"
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[4].obj.Rotate = 90
        pdf.save(path)
    failed = packing.pack(edition)
    assert isinstance(failed, TaskFailed)
    assert "por-la-paz-print.pdf (page 5): [upright]" in str(failed.get_msg())
    assert not (edition.build / "press").exists()


def test_what_is_not_sound_is_not_packed(edition: Edition) -> None:
    """What is wrong with the book is told, whatever the preflight would say."""
    record = edition.build / "records" / "cover.json"
    data = json.loads(record.read_bytes())
    wrong = Finding("no-room", "The title has no room.", Place("source/por-la-paz.md", 2))
    record.write_text(json.dumps(data | {"refused": True, "findings": [wrong.to_dict()]}))
    failed = packing.pack(edition)
    assert isinstance(failed, TaskFailed)
    assert "por-la-paz.md:2: [no-room] The title has no room." in str(failed.get_msg())
    assert not (edition.build / "press").exists()


def test_the_same_files_make_the_same_parcel(tmp_path: Path) -> None:
    """A parcel depends on nothing but what is in it."""
    inside, cover = both(tmp_path)
    first, second = (parcels.parcel("a", inside, cover) for _ in range(2))
    assert first == second
    assert first.name == "a-offset.zip"


def test_every_rule_and_its_verdict_are_reported(tmp_path: Path) -> None:
    """The preflight in a parcel names every rule that was held; a fault is told with its page."""
    inside, cover = both(tmp_path)
    with zipfile.ZipFile(io.BytesIO(parcels.parcel("a", inside, cover).data)) as parcel:
        report = parcel.read("preflight.txt").decode()
        data = json.loads(parcel.read("preflight.json"))
    codes = [code for each in data for code in each["rules"]]
    assert len(codes) > 100
    assert all(code in report for code in codes)
    assert "broken" not in report
    bad = pressed.job(tmp_path, "interior", lambda pdf: drawn(pdf, "1 0 0 rg 60 60 9 9 re f"))
    lines = "\n".join(parcels.judged(bad).lines())
    assert "page 2: A fill is in DeviceRGB." in lines


def test_without_ghostscript_the_parcel_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not judged is seen in the summary and in the report."""
    inside, cover = both(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    parcel = parcels.parcel("a", inside, cover)
    assert "Ink was not judged" in parcel.summary
    assert b"apt install ghostscript" in parcel.data


@pytest.mark.parametrize("printer", ["offset", "ingramspark"])
def test_the_sheet_says_what_a_printer_asks(tmp_path: Path, printer: str) -> None:
    """Trim, pages, paper, spine, standard, condition, bleed, and what to send as what."""
    inside, cover = both(tmp_path, printer)
    sheet = instructions.sheet(inside, cover)
    for words in (
        "148 × 210 mm",
        f"{pressed.PAGES}, ",
        inside.paper.name,
        f"{cover.spine:.2f} mm",
        inside.asked.standard,
        cover.asked.condition,
        "Send interior.pdf as the interior",
        "Send cover.pdf as the cover",
    ):
        assert words in sheet
    assert ("no profile embedded" in sheet) is (printer == "ingramspark")


def test_the_spine_grows_with_the_pages(tmp_path: Path) -> None:
    """The sheet of a thicker book has a wider spine."""
    inside, cover = both(tmp_path)
    thick = instructions.sheet(replace(inside, pages=480), replace(cover, pages=480))
    assert f"{replace(cover, pages=480).spine:.2f} mm" in thick
