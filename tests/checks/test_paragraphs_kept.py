"""A published edition's paragraphs keep their numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from colofon import inputs
from colofon.checks.paragraphs_kept import check
from colofon.finding import Finding
from conftest import MASTER, doit, new_project
from finished import finished, outcome

BODY = MASTER.replace(
    "Hola a todos[^ed-a], y *adiós*.", "Uno dice.\n\nDos dice[^ed-a].\n\nTres dice."
)


def _asked(change: Any) -> list[Finding]:
    """Run the check on our work as it is, against a register that `change` made of its own."""
    given = inputs.gather(("master", "document", "front"), finished())
    register = json.loads((finished().build / "por-la-paz.paragraphs.json").read_bytes())
    return outcome(check(**given, published=change(register)))[0]


def test_a_good_work_keeps_its_numbers() -> None:
    """The same numbers, or none published yet: nothing to say."""
    assert _asked(lambda register: register) == []
    assert _asked(lambda _: None) == []


def test_a_mended_paragraph_is_no_bad_one() -> None:
    """Other words under the same number are a correction, even in the opening."""

    def mended(register: Any) -> Any:
        register["paragraphs"][4]["opening"] = "Los cosacos de Kornilov se rebelaron el"
        return register

    assert _asked(mended) == []


def test_a_bad_insertion_is_found_where_it_begins() -> None:
    """A paragraph that was not there moves all the following ones."""

    def shorter(register: Any) -> Any:
        rows = register["paragraphs"]
        del rows[9]
        for number, row in enumerate(rows, start=1):
            row["n"] = number
        return register

    found = _asked(shorter)
    assert {"paragraph-renumbered"} == {each.code for each in found}
    assert "Paragraph 10 of the published edition is now number 11" in found[0].message
    lines = finished().master_path.read_text("utf-8").splitlines()
    assert lines[found[0].place.line - 1].startswith("Tras adueñarse del poder")


def test_a_bad_merger_loses_a_number() -> None:
    """A paragraph fewer: the last number is gone."""

    def longer(register: Any) -> Any:
        last = register["paragraphs"][-1]
        register["paragraphs"].append({**last, "n": 17, "opening": "Lo que ya no está"})
        return register

    [found] = _asked(longer)
    assert "Paragraph 17" in found.message


def test_a_bad_split_of_the_last_paragraph_is_found() -> None:
    """One more at the end: what was cited by the last number is now in the next."""

    def fewer(register: Any) -> Any:
        register["paragraphs"].pop()
        return register

    [found] = _asked(fewer)
    assert "has 15 paragraphs, and this is number 16" in found.message


def test_a_bad_lower_edition_is_found() -> None:
    """Edition 1 is not published over edition 3."""
    [found] = _asked(lambda register: {**register, "edition": 3})
    assert "edition-lowered" == found.code
    assert "«edition: 4»" in found.hint


def test_a_higher_edition_may_renumber() -> None:
    """The number of the edition tells readers which numbers are meant."""
    assert _asked(lambda register: {**register, "edition": 0, "paragraphs": []}) == []


def test_the_recipe_holds_a_publisher_to_it(tmp_path: Path) -> None:
    """Published, then one paragraph inserted: refused; with `edition: 2` it is published."""
    project = new_project(tmp_path)
    master = project / "source" / "obra.md"
    master.write_text(BODY, "utf-8")
    assert doit(project).returncode == 0
    changed = BODY.replace("Dos dice", "Nuevo.\n\nDos dice")

    master.write_text(changed, "utf-8")
    run = doit(project)
    assert run.returncode == 1
    assert "obra.md:19:1: [paragraph-renumbered]" in run.stdout

    note = BODY.replace("Uno dice.", "Uno dice[^ed-b].") + "\n[^ed-b]: Otra nota.\n"
    master.write_text(note, "utf-8")
    assert doit(project).returncode == 0, "a note changes no number"

    master.write_text(changed.replace("issued:", "edition: 2\nissued:"), "utf-8")
    assert doit(project).returncode == 0
    assert json.loads((project / "dist/obra/obra.paragraphs.json").read_bytes())["edition"] == 2
