"""Editions in any two formats: what is the same is the same, and what changed is told alike."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import works
from colofon.revision.changes import Revision
from colofon.revision.opening import opened
from colofon.revision.reading import Reading
from colofon.revision.revising import revise
from colofon.revision.telling import told
from colofon.source import Edition
from conftest import ROOT
from finished import finished, finished_big, finished_from
from second_edition import CHANGES, NEW, NOTES, RENUMBERED, RENUMBERED_NOTES, second

FORMATS = (
    *(".epub", ".html", "-print.pdf", "-screen.pdf", "-archive.pdf", "-large.pdf"),
    *(".tei.xml", ".txt"),
)
PAIRS = list(itertools.product(FORMATS, FORMATS))

FRENCH = """---
title: Lettres d’un voyageur
authors:
  - name: Jean Dupont
language: fr
issued: 2026-01-15
print: {paragraph_numbers: false}
rights:
  - {part: text, status: cleared, statement: De Jean Dupont.}
---

# Première lettre

Monsieur, j’ai reçu hier votre lettre[^tr-un]. Elle m’a fait le plus grand plaisir ; vous savez
combien j’attendais de vos nouvelles depuis que je suis parti de la ville.

« Le voyage est long », disait-on ; et il l’est, en effet[^ed-deux]. Nous avons traversé trois
rivières, dont une à gué, et dormi deux nuits sous les arbres, sans que personne ne se plaignît.

1. Le premier bagage est perdu.
2. Le second est arrivé.

À l’étape du soir, l’aubergiste nous dit : « Vous n’irez pas plus loin ! » Nous avons ri[^trois].

[^tr-un]: En anglais dans le texte : *letter*.

[^ed-deux]: Le manuscrit porte « en fait ».

    Second alinéa de cette note, qui en a deux.

[^trois]: Il faisait beau.
"""


def path(edition: Edition, suffix: str) -> Path:
    """Name an output."""
    return edition.build / f"{edition.slug}{suffix}"


@functools.cache
def read(edition: Edition, suffix: str) -> Reading:
    """Read an output once."""
    return opened(str(path(edition, suffix)))


Fact = tuple[Any, ...]


def facts(found: Revision) -> tuple[list[Fact], ...]:
    """Return what changed by its numbers, and how many paragraphs have none and changed."""
    changes = [
        (str(each.kind), [p.number for p in each.old], [p.number for p in each.new])
        for each in found.changes
    ]
    notes = [
        (str(each.kind), each.old and each.old.number, each.new and each.new.number)
        for each in found.notes
    ]
    return changes, notes, list(found.renumbered), list(found.renumbered_notes)


def french() -> Edition:
    """Make a work in French whose notes are of three kinds, without numbers in the margin."""
    return finished_from("lettres", FRENCH)


def english() -> Edition:
    """Make a work in English without heading and note."""
    return finished_from("modest", works.SMALL)


@pytest.mark.parametrize("suffixes", PAIRS, ids="→".join)
def test_an_edition_is_the_same_in_any_two_formats(suffixes: tuple[str, str]) -> None:
    """Our edition has no difference from itself, and all of it was compared."""
    found = revise(*(read(finished(), suffix) for suffix in suffixes))
    assert not found.differs
    assert (found.same, found.same_notes) == (27, 18)


@pytest.mark.parametrize("make", [french, english, lambda: finished_big(notes=200)])
def test_works_of_all_kinds_are_the_same_in_any_two_formats(make: Callable[[], Edition]) -> None:
    """Lists, tables, verse, drama, quotations, signatures, no numbers: still no difference."""
    edition = make()
    for suffixes in PAIRS:
        found = revise(*(read(edition, suffix) for suffix in suffixes))
        assert not found.differs, suffixes
        assert found.same > 1


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_master_is_the_same_as_its_outputs(suffix: str) -> None:
    """The master of our edition, read by the pipeline, says what its outputs say."""
    edition = finished()
    master = opened(str(edition.master_path))
    assert not revise(master, read(edition, suffix)).differs
    assert master.about == read(edition, ".epub").about


@pytest.mark.parametrize("suffixes", PAIRS, ids="→".join)
def test_what_changed_is_told_in_any_two_formats(suffixes: tuple[str, str]) -> None:
    """Changed, added, removed, split, merged, moved; notes too: exactly that, in every pair."""
    found = revise(read(finished(), suffixes[0]), read(second(), suffixes[1]))
    assert facts(found) == (CHANGES, NOTES, RENUMBERED, RENUMBERED_NOTES)
    assert (found.same, found.same_notes) == (21, 16)
    changed, added = found.changes[1], found.changes[2]
    assert [(each.old, each.new) for each in changed.steps if not each.same] == [
        (("quebrado,",), ("roto,",))
    ]
    assert " ".join(added.new[0].words) == NEW


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_edition_says_which_it_is(suffix: str) -> None:
    """Title and number are told from every format; the date wherever it stands as one."""
    about = read(second(), suffix).about
    assert about.title == "¡Por la paz! ¡Abajo la diplomacia secreta!"
    assert about.edition == "2"
    assert about.issued == ("" if suffix == ".txt" else "2027-03-01")


def test_backwards_is_the_contrary() -> None:
    """From the second edition to the first, what was added is removed, what was split merged."""
    found = revise(read(second(), ".epub"), read(finished(), "-print.pdf"))
    contrary = {"removed": "added", "added": "removed", "split": "merged", "merged": "split"}
    expected = [(contrary.get(kind, kind), new, old) for kind, old, new in CHANGES]
    assert sorted(facts(found)[0]) == sorted(expected)


def test_the_guide_shows_what_the_command_says() -> None:
    """The example in docs/diff.md is really produced."""
    names = ("edicion-1.epub", "edicion-2-print.pdf")
    readings = (read(finished(), ".epub"), read(second(), "-print.pdf"))
    said = told(names, readings, revise(*readings))
    assert f"```\n{said}\n```" in (ROOT / "docs" / "diff.md").read_text("utf-8")
