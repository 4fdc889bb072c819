"""One damaged word in a finished file is found, whatever the damage and the format."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from colofon.checks.same_words import compare
from colofon.finding import Place
from colofon.readers import epub, html, master, pdf_geometry, pdf_structure
from colofon.readers.words import Text
from finished import codes, examine, finished
from mutate import KINDS, Mutant
from mutate import epub as damaged_epub
from mutate import html as damaged_html
from mutate import pdf as damaged_pdf

EXPECTED = {
    "drop": "lost-word",
    "double": "doubled-word",
    "swap": "moved-word",
    "glue": "glued-word",
    "split": "split-word",
    "letter": "changed-word",
}
"""What the check calls each damage."""

Reader = Callable[[Path], Text]

FORMATS: dict[str, tuple[Callable[..., Mutant], str, list[Reader]]] = {
    "html": (damaged_html, ".html", [lambda path: html.read(path).text()]),
    "epub": (damaged_epub, ".epub", [lambda path: epub.read(path).text()]),
    "pdf": (
        damaged_pdf,
        "-print.pdf",
        [lambda path: pdf_structure.read(path).text, lambda path: pdf_geometry.read(path).text],
    ),
}


def _master(*, shown: bool) -> Text:
    """Read the words of our master, with the marks of its lists if they are `shown`."""
    ast = json.loads((finished().build / "ast.json").read_bytes())
    text = master.read(ast, "por-la-paz.md")
    return text if shown else text.written()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ["body", "notes"])
@pytest.mark.parametrize("name", FORMATS)
def test_damage_is_found_and_named(name: str, part: str, kind: str, tmp_path: Path) -> None:
    """Each reader sees one damaged word, and the finding says how it was damaged and where."""
    damage, suffix, readers = FORMATS[name]
    data = (finished().build / f"por-la-paz{suffix}").read_bytes()
    expected = _master(shown=name == "pdf")
    for seed in range(3):
        mutant = damage(data, part, kind, random.Random(f"{name} {part} {kind} {seed}"))
        path = tmp_path / f"damaged{suffix}"
        path.write_bytes(mutant.data)
        for read in readers:
            found = list(compare(expected, read(path), Place(path.name)))
            assert EXPECTED[kind] in codes(found), mutant.before
            assert len(found) <= 2
            assert all(each.place.file == path.name and each.other for each in found)


@pytest.mark.parametrize(
    ("name", "asked"), [("html", "html"), ("epub", "epub"), ("pdf", "print_pdf")]
)
def test_the_check_sees_it_too(name: str, asked: str, tmp_path: Path) -> None:
    """A lost word makes the whole check faulty, and only for the damaged output."""
    damage, suffix, readers = FORMATS[name]
    data = (finished().build / f"por-la-paz{suffix}").read_bytes()
    path = tmp_path / f"por-la-paz{suffix}"
    path.write_bytes(damage(data, "notes", "drop", random.Random(1)).data)

    findings, _ = examine("same-words", **{asked: path})

    assert ["lost-word"] == codes(findings)
    assert len(readers) == len(findings)
    assert {path.name} == {each.place.file for each in findings}
