"""Reading a tagged PDF through its structure tree."""

from __future__ import annotations

from pathlib import Path

from colofon.readers import pdf_structure
from colofon.readers.pdf_content import to_unicode
from sheets import SIZE, Part, Sheet, book


def shown(*pieces: str) -> Sheet:
    """Set pieces of text anywhere: no place counts."""
    return Sheet(pieces=[(50, 500, SIZE, piece) for piece in pieces])


def read(tmp_path: Path, sheets: list[Sheet], tree: Part) -> pdf_structure.Structure:
    """Read sheets with a structure tree."""
    return pdf_structure.read(book(tmp_path / "book.pdf", *sheets, tree=tree))


def test_only_the_text_of_the_work_is_read(tmp_path: Path) -> None:
    """The body is what the one Part holds, in the order of the tree."""
    sheet = shown("Contents", "second ", "first ")
    tree = Part(
        "Document",
        [Part("P", [(0, 0)]), Part("Part", [Part("P", [(0, 2)]), Part("P", [(0, 1)])])],
    )
    found = read(tmp_path, [sheet], tree)
    assert ["first", "second"] == [word.text for word in found.text.body]
    assert 1 == found.parts


def test_blocks_part_words_and_phrases_do_not(tmp_path: Path) -> None:
    """A word may change its style inside, and go on over a page; a paragraph ends it."""
    tree = Part(
        "Part",
        [Part("P", [(0, 0), Part("Em", [(0, 1)]), (1, 0)]), Part("P", [(1, 1)])],
    )
    found = read(tmp_path, [shown("pa", "la\xad"), shown("bra", "otra")], tree)
    assert ["palabra", "otra"] == [word.text for word in found.text.body]


def test_notes_are_read_apart_under_their_labels(tmp_path: Path) -> None:
    """A note's label is its number and no word; its call stays where it is."""
    note = Part("Note", [Part("Lbl", [Part("Link", [(0, 2)])]), Part("P", [(0, 3)])])
    call = Part("Reference", [Part("Link", [(0, 1)])])
    tree = Part("Part", [Part("P", [(0, 0), call]), note])
    found = read(tmp_path, [shown("word", "12", "12. ", "The note")], tree)
    assert ["word12"] == [word.text for word in found.text.body]
    assert [(12, ["The", "note"])] == [
        (each.number, [word.text for word in each.words]) for each in found.text.notes
    ]


def test_the_label_of_an_item_is_a_word(tmp_path: Path) -> None:
    """The number of a list, and the term of a definition, are shown to the reader."""
    item = Part("LI", [Part("Lbl", [(0, 0)]), Part("LBody", [(0, 1)])])
    found = read(tmp_path, [shown("1.", "item")], Part("Part", [Part("L", [item])]))
    assert ["1.", "item"] == [word.text for word in found.text.body]


def test_text_outside_of_the_tree_is_told(tmp_path: Path) -> None:
    """What is neither tagged nor an artifact is loose; an artifact is not."""
    sheet = Sheet(artifacts=[(50, 40, SIZE, "folio")], loose=[(50, 60, SIZE, "secret")])
    assert {1: "secret"} == read(tmp_path, [sheet], Part("Document")).loose


def test_maps_to_unicode_are_read_in_all_their_forms() -> None:
    """A CMap gives single codes, ranges that count up, and ranges that list."""
    cmap = b"""2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar
    2 beginbfrange <0003> <0005> <0061> <0006> <0007> [<0078> <0079>] endbfrange"""
    expected = {1: "A", 2: "fi", 3: "a", 4: "b", 5: "c", 6: "x", 7: "y"}
    assert expected == to_unicode(cmap)
