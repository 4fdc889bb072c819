"""`doit certify` with what Ace says given as data: it writes and prints, and signs nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from doit.exceptions import TaskFailed

from certified import certified
from colofon import certification, certify, clients
from colofon.certification.checklist import Checklist
from colofon.certification.record import Record
from colofon.clients import AceReport, AceViolation
from colofon.finding import NotEquipped
from colofon.source import Edition
from conftest import doit

VIOLATION = AceViolation("EPUB/nav.xhtml", "epub-lang", "serious", "No language.", "", "", "")


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Copy a certified work, without its certification."""
    shutil.copytree(certified().root, tmp_path / "copy")
    work = Edition("prueba", tmp_path / "copy")
    shutil.rmtree(certification.folder(work))
    return work


def run(work: Edition, monkeypatch: pytest.MonkeyPatch, *violations: AceViolation) -> object:
    """Certify a work, Ace having found some violations."""
    report = AceReport("1.4.6", violations, 7)
    monkeypatch.setattr(clients, "ace", lambda _: report)
    return certify.certify(work)


def test_record_and_checklist_are_written(
    edition: Edition, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """EPUBCheck has judged; the checklist is of this EPUB and this record; nothing is signed."""
    assert run(edition, monkeypatch, VIOLATION) is None
    folder = certification.folder(edition)
    assert ["checklist.toml", "record.json"] == sorted(path.name for path in folder.iterdir())
    record = Record.read((folder / "record.json").read_bytes())
    assert (0, 0, 1) == (
        record.epubcheck.errors,
        record.epubcheck.warnings,
        record.ace.violations,
    )
    assert "prueba.epub" == record.files.epub
    assert record.digest == Checklist.read((folder / "checklist.toml").read_bytes()).digest
    said = capsys.readouterr().out
    assert "Ace 1.4.6: 1 violations" in said
    assert f"ssh-keygen -Y sign -n colofon -f ~/.ssh/id_ed25519 {folder}/checklist.toml" in said


def test_a_certified_work_stays_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not a byte is changed, and there is nothing to do."""
    shutil.copytree(certified().root, tmp_path / "copy")
    work = Edition("prueba", tmp_path / "copy")
    files = {path: path.read_bytes() for path in certification.folder(work).iterdir()}
    assert run(work, monkeypatch) is None
    assert files == {path: path.read_bytes() for path in certification.folder(work).iterdir()}
    assert "It is certified by Ana Pérez & Cía., 2026-11-24." in capsys.readouterr().out


def test_without_ace_nothing_is_written(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, and what to install."""

    def missing(_: Path) -> AceReport:
        raise NotEquipped("Node is not installed (apt install nodejs).")

    monkeypatch.setattr(clients, "ace", missing)
    failed = certify.certify(edition)
    assert isinstance(failed, TaskFailed)
    assert "cannot be certified here: Node is not installed" in failed.message
    assert not certification.folder(edition).exists()


def test_unreadable_answers_are_left_alone(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are somebody's work."""
    path = certification.folder(edition) / "checklist.toml"
    path.parent.mkdir()
    path.write_bytes(b"answer = sure")
    failed = run(edition, monkeypatch)
    assert isinstance(failed, TaskFailed)
    assert "nothing was written over it" in failed.message
    assert b"answer = sure" == path.read_bytes()


def test_a_broken_work_cannot_be_certified(project: Path) -> None:
    """The task fails in words."""
    (project / "source" / "rota.md").write_text("Sin cabeza.", "utf-8")
    done = doit(project, "certify:rota")
    assert 1 == done.returncode
    assert "was not made; doit report says why" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
