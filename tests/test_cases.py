"""Broken masters: each gives exactly its findings, at their places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from colofon import inputs, records, registry, source, tasks
from colofon.finding import Finding, Severity
from colofon.records import Record
from conftest import CASES

MASTERS = sorted(CASES.glob("*/*.md"))
READ = {name for name, found in inputs.INPUTS.items() if set(found.made_by) <= {"read", "front"}}


def _findings(folder: Path, slug: str, check: str) -> list[Finding]:
    """Read a master and run every check that needs no output."""
    edition = source.Edition(slug, folder)
    stages = {entry.name: entry for entry in registry.STAGES}
    tasks.make(edition, stages["read"])
    tasks.make(edition, stages["front"])
    record = Record.read(edition, "read")
    found = list(record.findings)
    for entry in registry.CHECKS:
        if not record.refused and set(entry.inputs) <= READ:
            tasks.examine(edition, entry)
            verdict = records.read_verdict(records.verdict_path(edition, entry.name))
            asked = entry.name == check
            found.extend(
                each for each in verdict.findings if asked or each.severity is Severity.ERROR
            )
    return found


@pytest.mark.parametrize("master", MASTERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_master_gives_its_findings(master: Path, tmp_path: Path) -> None:
    """Every case gives the codes and places that stand beside it, and no others."""
    expected = master.with_suffix(".txt").read_text("utf-8").splitlines()
    (tmp_path / "source").mkdir()
    shutil.copy(master, tmp_path / "source")
    if master.with_suffix("").is_dir():
        shutil.copytree(master.with_suffix(""), tmp_path / "source" / master.stem)

    found = _findings(tmp_path, master.stem, master.parent.name)

    places = [f"{each.place.line}:{each.place.column} {each.code}" for each in found]
    assert expected == places
    assert all(each.place.file == f"source/{master.name}" for each in found)


def test_an_unknown_key_is_answered_with_a_near_one(tmp_path: Path) -> None:
    """«autors» gets the hint «authors»."""
    (tmp_path / "source").mkdir()
    shutil.copy(CASES / "read" / "unknown-key.md", tmp_path / "source")
    [found] = _findings(tmp_path, "unknown-key", "read")
    assert "«authors»" in found.hint


def test_the_alias_bomb_is_never_expanded(tmp_path: Path) -> None:
    """The bomb is refused from the parser's events: its aliases are not followed."""
    (tmp_path / "source").mkdir()
    shutil.copy(CASES / "read" / "yaml-alias-bomb.md", tmp_path / "source")
    found = _findings(tmp_path, "yaml-alias-bomb", "read")
    assert ["yaml-alias"] == [each.code for each in found]
