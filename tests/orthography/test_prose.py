"""Correct Spanish prose breaks no rule: our edition, and two texts that others wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon import frontmatter, pandoc
from colofon.checks import orthography
from colofon.finding import Finding
from colofon.orthography import reading
from colofon.orthography.passage import CALL
from colofon.source import Master
from conftest import ROOT

PROSE = sorted((Path(__file__).parent / "prose").glob("*.md"))
OURS = ROOT / "source" / "por-la-paz.md"
ENOUGH = 5000
"""Words of others that must pass."""


def _master(path: Path) -> Master:
    """Read a master from where it stands."""
    return Master(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))


def _examine(path: Path) -> tuple[list[Finding], dict[str, int]]:
    """Return the findings of the check, and its evidence."""
    master = _master(path)
    front = frontmatter.read(master, path.stem)
    tree, _ = pandoc.parse(master, frontmatter.body_line(master))
    checking = orthography.check(master=master, front=front, ast=tree)
    findings = []
    while True:
        try:
            findings.append(next(checking))
        except StopIteration as end:
            return findings, end.value


@pytest.mark.parametrize("path", [OURS, *PROSE], ids=lambda path: path.stem)
def test_correct_prose_breaks_no_rule(path: Path) -> None:
    """No finding, not even a warning; what is excepted has its reason."""
    findings, evidence = _examine(path)
    assert not findings
    assert all(evidence[name] for name in ("passages", "words", "rules"))


def test_there_is_enough_prose() -> None:
    """The texts of others have five thousand words or more."""
    assert sum(_examine(path)[1]["words"] for path in PROSE) > ENOUGH


@pytest.mark.parametrize("path", [OURS, *PROSE], ids=lambda path: path.stem)
def test_every_character_has_its_place(path: Path) -> None:
    """What stands in the master at a character's place is that character, or its call."""
    master = _master(path)
    lines = master.text.split("\n")
    tree, _ = pandoc.parse(master, frontmatter.body_line(master))
    for passage in reading.read(tree, master, "es"):
        for offset, sign in enumerate(passage.text):
            line, column = passage.position(offset)
            there = lines[line - 1][column - 1 : column]
            assert there == ("[" if sign == CALL else sign)
