"""Works that are not ours build, pass and are published with no other edit."""

from __future__ import annotations

import json
from pathlib import Path

import works
from conftest import doit


def test_a_small_and_a_big_work_are_sound(project: Path) -> None:
    """English without headings, notes or witness; 200 notes, tables, pictures, verse, Russian."""
    source = project / "source"
    (source / "small.md").write_text(works.SMALL, "utf-8")
    (source / "obra-grande.md").write_text(works.big(source / "obra-grande"), "utf-8")

    done = doit(project)

    assert done.returncode == 0, done.stdout + done.stderr
    for slug in ("small", "obra-grande"):
        report = json.loads((project / "dist" / slug / "report.json").read_bytes())
        assert report["verdict"] == "sound"
        judged = [claim for claim in report["claims"] if not claim["excused"]]
        assert {claim["judgement"] for claim in judged} == {"sound"}


def test_other_trims_need_no_css(project: Path) -> None:
    """140 × 210 mm and 6 × 9 in are a word in the front matter."""
    for slug, trim in (("estrecha", "140x210"), ("ancha", "6x9in")):
        text = works.big(project / "source" / slug, notes=12, trim=trim)
        (project / "source" / f"{slug}.md").write_text(text, "utf-8")

    done = doit(project)

    assert done.returncode == 0, done.stdout + done.stderr
