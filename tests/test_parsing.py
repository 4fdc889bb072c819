"""The text of a work, as the outputs need it."""

from __future__ import annotations

from pathlib import Path

from colofon import frontmatter, pandoc, parsing
from colofon.document import (
    Call,
    Division,
    Document,
    Emendation,
    Foreign,
    Group,
    LineBreak,
    Listing,
    Table,
    descendants,
    plain,
)
from colofon.source import Edition, Master
from conftest import MASTER

HEAD = MASTER.partition("# Uno")[0]


def parse(text: str) -> Document:
    """Read a text that has no faults."""
    master = Master("source/a.md", HEAD + text)
    tree, warnings = pandoc.parse(master, frontmatter.body_line(master))
    document, findings = parsing.parse(Edition("a", Path()), master, tree)
    assert (list(warnings), findings) == ([], [])
    return document


def test_divisions_nest_as_their_headings_do() -> None:
    """A division holds those below it; ids are ASCII and never stand twice."""
    document = parse("# Año\n\na\n\n## Dos\n\nb\n\n# Año\n\nc\n")
    first, second = document.divisions
    assert (first.id, second.id) == ("ano", "ano-2")
    assert [block.id for block in first.blocks if isinstance(block, Division)] == ["dos"]


def test_a_text_without_headings_is_one_division() -> None:
    """What stands before the first heading is kept."""
    [division] = parse("Hola.\n").divisions
    assert division.heading == ()
    assert division.blocks


def test_the_class_of_a_heading_is_its_role() -> None:
    """`{.afterword}` gives doc-afterword; without a class it is a chapter."""
    roles = [each.role for each in parse("# A {.afterword}\n\na\n\n# B\n\nb\n").divisions]
    assert roles == ["doc-afterword", "doc-chapter"]


def test_notes_are_numbered_by_their_calls() -> None:
    """The order of definitions does not count; the key's prefix tells the kind."""
    document = parse("a[^tr-x] b[^y]\n\n[^y]: Uno.\n\n[^tr-x]: Dos.\n")
    assert [(note.key, note.number, note.kind) for note in document.notes] == [
        ("tr-x", 1, "tr"),
        ("y", 2, "au"),
    ]
    calls = [each.number for each in descendants(document.divisions) if isinstance(each, Call)]
    assert calls == [1, 2]


def test_an_emendation_keeps_both_readings_and_its_place() -> None:
    """`sic` is what the witness has."""
    document = parse('Las [negociaciones]{.corr sic="negaciones"}.\n')
    [found] = [each for each in descendants(document.divisions) if isinstance(each, Emendation)]
    assert (plain(found.children), found.sic) == ("negociaciones", "negaciones")
    assert (found.place.line, found.place.column) == (HEAD.count("\n") + 1, 5)


def test_another_language_is_kept() -> None:
    """On a phrase and on a block."""
    document = parse("[vlast]{lang=ru-Latn}\n\n::: {lang=de}\nHallo.\n:::\n")
    nodes = list(descendants(document.divisions))
    assert [each.lang for each in nodes if isinstance(each, Foreign)] == ["ru-Latn"]
    assert [each.lang for each in nodes if isinstance(each, Group)] == ["de"]


def test_lists_keep_their_numbers_and_tables_their_heads() -> None:
    """A list that begins at (c) does; the head of a table is apart."""
    document = parse("c. uno\nd. dos\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n")
    nodes = list(descendants(document.divisions))
    [listing] = [each for each in nodes if isinstance(each, Listing)]
    assert (listing.ordered, listing.start, listing.style) == (True, 3, "a")
    [table] = [each for each in nodes if isinstance(each, Table)]
    assert [cell.align for cell in table.head[0]] == ["right", ""]
    assert len(table.body) == 1


def test_a_comment_is_for_the_editor_only() -> None:
    """An HTML comment reaches no output and is no fault."""
    document = parse("Hola <!-- ojo --> a todos.\n\n<!-- y\naquí -->\n")
    assert "ojo" not in repr(document)


def test_every_line_of_verse_is_a_line() -> None:
    """With a backslash or without; a note in it is prose."""
    text = "::: verse\nUno[^a]\ndos\\\ntres\n:::\n\n[^a]: En\n    prosa.\n"
    document = parse(text)
    assert (
        len([each for each in descendants(document.divisions) if isinstance(each, LineBreak)]) == 2
    )
    assert not [each for each in descendants(document.notes) if isinstance(each, LineBreak)]
