"""One damage to a finished file is found, whatever the damage and the format."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon.source import Edition
from finished import codes, examine, finished, finished_from
from mutating import work
from mutating.kinds import KINDS, PARTS
from mutating.read_back import FORMATS, master_text

EXPECTED = {
    "drop": {"lost-word"},
    "double": {"doubled-word"},
    "swap": {"moved-word"},
    "glue": {"glued-word"},
    "split": {"split-word"},
    "letter": {"changed-word"},
    "accent": {"changed-word"},
    "dash": {"changed-word", "lost-word"},
    "quote": {"changed-word"},
    "note": {"changed-word"},
    "merge": {"merged-paragraphs"},
}
"""What the check may call each damage; a dash may be a word of its own."""

ABSENT = {("dash", "body"), ("dash", "notes"), ("merge", "notes")}
"""Damages for which our own edition has no place: no dash in it, no second paragraph of a note."""

FEW = {"html": 3, "epub": 3, "pdf": 1, "tei": 3, "text": 3}
"""Mutants of each kind and part that are made here; `bench/mutations.py` makes many."""


def edition(kind: str, part: str) -> Edition:
    """Return our own edition, or for what it has no place for a work that has one for all."""
    return finished_from("todo", work.master()) if (kind, part) in ABSENT else finished()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", FORMATS)
def test_damage_is_found_and_named(name: str, part: str, kind: str, tmp_path: Path) -> None:
    """A damaged file is told from the master, and the finding says what happened and where."""
    made, form = edition(kind, part), FORMATS[name]
    data = (made.build / f"{made.slug}{form.suffix}").read_bytes()
    expected = master_text(made.build, f"{made.slug}.md")
    mutants = [each for each in form.mutants(data, part, kind, FEW[name]) if each.visible]
    assert mutants
    for mutant in mutants:
        path = tmp_path / f"damaged{form.suffix}"
        path.write_bytes(mutant.data)
        read = form.findings(expected, path)
        found = [each for findings in read for each in findings]
        assert EXPECTED[kind] & set(codes(found)), mutant
        assert kind == "merge" or all(read), "each reader sees words"
        assert all(each.place.file == path.name for each in found)
        assert all(each.other or each.code.endswith("-note") for each in found)
        if kind not in {"note", "merge"}:
            longer = kind == "double" and name == "pdf"  # a line may run into numbers in the margin
            assert max(map(len, read)) <= (4 if longer else 2)


@pytest.mark.parametrize(
    ("name", "asked"),
    [("html", "html"), ("epub", "epub"), ("pdf", "archive_pdf"), ("tei", "tei"), ("text", "text")],
)
@pytest.mark.parametrize("kind", ["drop", "merge"])
def test_the_check_sees_it_too(name: str, asked: str, kind: str, tmp_path: Path) -> None:
    """A damage makes the whole check faulty, and only for the damaged output."""
    form = FORMATS[name]
    data = (finished().build / f"por-la-paz{form.suffix}").read_bytes()
    path = tmp_path / f"por-la-paz{form.suffix}"
    path.write_bytes(next(form.mutants(data, "body", kind, 1)).data)

    findings, _ = examine("same-words", **{asked: path})

    assert EXPECTED[kind] == set(codes(findings))
    assert 1 == len(findings)
    assert {path.name} == {each.place.file for each in findings}
