"""Whose a note is: told apart by its key, and in every output."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from colofon import frontmatter, inputs, page, pandoc, parsing, registry, source
from colofon.checks import same_words
from colofon.document import Document
from colofon.front import Front
from colofon.note_kinds import Signatures
from conftest import doit, new_project
from finished import codes, outcome

MIXED = """---
title: Notas de varias manos
authors:
  - name: Ana Pérez
language: es
issued: 2026-11-22
note_kinds:
  - prefix: rev
    name: Notas del revisor
    sign: N. del R.
---

Una[^a], dos[^tr-b], tres[^ed-c] y cuatro[^rev-d].

[^a]: Del autor.

[^tr-b]: De quien traduce.

[^ed-c]: De la edición.

    > Con una cita al final.

[^rev-d]: De quien revisa.
"""


def _read(folder: Path, text: str) -> tuple[Document, Front]:
    """Read a master."""
    (folder / "source").mkdir()
    (folder / "source" / "obra.md").write_text(text, "utf-8")
    edition = source.Edition("obra", folder)
    master = source.read(edition)
    tree, _ = pandoc.parse(master, frontmatter.body_line(master))
    return parsing.parse(edition, master, tree)[0], frontmatter.read(master, "obra")


def test_notes_of_several_kinds_are_signed(tmp_path: Path) -> None:
    """All but the author's, in the words of the language or of the work."""
    document, front = _read(tmp_path, MIXED)
    signatures = Signatures.of(document, front)
    signs = [signatures.sign(note) for note in document.notes]
    assert ["", "(N. del T.)", "(N. del E.)", "(N. del R.)"] == signs
    assert signatures.heading() is None
    tree = html.fromstring(page.build(document, front))
    notes = [note.text_content() for note in tree.find_class("note")]
    assert notes[0].endswith("Del autor.")
    assert notes[1].endswith("De quien traduce. (N. del T.)")
    assert notes[2].endswith("final.(N. del E.)")
    assert "Notas del revisor (N. del R.): 1." in tree.text_content()


def test_notes_of_one_kind_are_named_once(tmp_path: Path) -> None:
    """The heading says whose they are; no note is signed."""
    one = MIXED.replace("[^a]", "[^ed-a]").replace("[^tr-b]", "[^ed-b]").replace("rev-d", "ed-d")
    document, front = _read(tmp_path, one)
    signatures = Signatures.of(document, front)
    assert {"(N. del E.)"} & {signatures.sign(note) for note in document.notes} == set()
    assert "Notas de la edición" == signatures.heading()
    tree = html.fromstring(page.build(document, front))
    assert "Notas de la edición: 4." in tree.text_content()


def test_a_key_without_a_known_prefix_is_the_authors(tmp_path: Path) -> None:
    """With a warning of the check, not here."""
    document, front = _read(tmp_path, MIXED.replace("rev-d", "otra-d"))
    signatures = Signatures.of(document, front)
    assert "au" == signatures.kind(document.notes[3]).prefix


def test_signatures_are_words_of_every_output(tmp_path: Path) -> None:
    """A work with notes of four kinds is sound; the check misses a signature that is gone."""
    project = new_project(tmp_path)
    (project / "source" / "obra.md").write_text(MIXED, "utf-8")
    run = doit(project)
    assert run.returncode == 0, run.stdout
    edition = source.Edition("obra", project)
    [entry] = [each for each in registry.CHECKS if each.name == "same-words"]
    given = inputs.gather(entry.inputs, edition)
    page_file = given["html"]
    text = page_file.read_text("utf-8").replace('<span class="sign">(N. del T.)</span>', "")
    page_file.write_text(text, "utf-8")
    found, _ = outcome(same_words.check(**given))
    assert ["lost-word"] == codes(found)
    assert "(N. del T.)" in found[0].message
