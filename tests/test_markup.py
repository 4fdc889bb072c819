"""Blocks become elements that keep words apart."""

from __future__ import annotations

from pathlib import Path

from colofon.source import Edition
from conftest import MASTER, doit, new_project

TERMS = "\nTérmino\n:   uno\n\n    dos\n\n:   tres\n"
"""The first explanation of a term has two paragraphs without white between them."""


def test_a_second_paragraph_of_a_tight_explanation_begins_a_block(tmp_path: Path) -> None:
    """The first one is the element's own text, and may hold no other element."""
    edition = Edition("prueba", new_project(tmp_path))
    edition.master_path.write_text(MASTER + TERMS, "utf-8")
    run = doit(tmp_path, "prueba:page")
    assert run.returncode == 0, run.stdout + run.stderr
    page = (edition.build / "page.html").read_text("utf-8")
    assert "<dd>uno<p>dos</p></dd><dd>tres</dd>" in page
