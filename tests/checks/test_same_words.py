"""The check of every word: silent on a good work, precise on a bad one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from colofon.checks.same_words import SHOWN, compare
from colofon.finding import Place
from colofon.readers.words import Note, Text, Word, Words
from finished import codes, edited_epub, edited_pdf, examine, finished


def words(text: str, file: str) -> Words:
    """Make words, each with its number as its column."""
    return tuple(Word(word, Place(file, 1, at)) for at, word in enumerate(text.split(), start=1))


def found(master: str, output: str) -> list[tuple[str, int, int]]:
    """Compare two bodies: code, and column in output and master, of each finding."""
    one, other = Text(words(master, "m"), ()), Text(words(output, "o"), ())
    findings = compare(one, other, Place("o"))
    return [
        (each.code, each.place.column, each.other.column if each.other else 0) for each in findings
    ]


def test_good_outputs_have_every_word() -> None:
    """Nothing is found in our own edition, and thousands of words were compared six times."""
    findings, evidence = examine("same-words")
    assert [] == findings
    bodies = [count for name, count in evidence.items() if name.endswith("body")]
    notes = [count for name, count in evidence.items() if name.endswith("notes")]
    assert 9 == len(bodies) == len(notes)
    assert min(bodies) > 1800
    assert min(notes) > 200


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("a b c d e f g", []),
        ("a b d e f g", [("lost-word", 3, 3)]),
        ("a b c x d e f g", [("extra-word", 4, 4)]),
        ("a b c c d e f g", [("doubled-word", 4, 4)]),
        ("a b X d e f g", [("changed-word", 3, 3)]),
        ("a bc d e f g", [("glued-word", 2, 2)]),
        ("b c d e f g a", [("moved-word", 1, 1)]),
        ("a b c d e f", [("lost-word", 6, 7)]),
        ("", [("lost-word", 0, 1)]),
    ],
)
def test_bad_bodies_are_told_where_and_how(
    output: str, expected: list[tuple[str, int, int]]
) -> None:
    """Each damage has a name, a place in the output and one in the master."""
    assert expected == found("a b c d e f g", output)


def test_a_bad_split_is_told() -> None:
    """One word that became two is one finding."""
    assert [("split-word", 2, 2)] == found("a bcd e f g h", "a b cd e f g h")


def marked(text: str, file: str) -> Words:
    """Make words; «¶» before one begins a block, «?» before one does not say."""
    return tuple(
        Word(
            word.text.lstrip("¶?"),
            word.place,
            begins={"¶": True, "?": None}.get(word.text[0], False),
        )
        for word in words(text, file)
    )


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("¶a b ¶c d e", []),
        ("¶a b c d e", [("merged-paragraphs", 3)]),
        ("¶a b ¶c d ¶e", [("split-paragraph", 5)]),
        ("¶a ¶b c d e", [("split-paragraph", 2), ("merged-paragraphs", 3)]),
        ("¶a b ¶d e", [("lost-word", 3)]),
        ("¶a b ¶x c d e", [("extra-word", 3)]),
        ("?a ?b ?c ?d ?e", []),
        ("¶a bc d e", [("glued-word", 2), ("merged-paragraphs", 3)]),
    ],
)
def test_bad_paragraphs_are_told(output: str, expected: list[tuple[str, int]]) -> None:
    """Where a block begins is compared at words that agree, if both say it."""
    master, read = Text(marked("¶a b ¶c d e", "m"), ()), Text(marked(output, "o"), ())
    findings = compare(master, read, Place("o"))
    assert expected == [(each.code, each.place.column) for each in findings]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], []),
        ([1, 3], ["lost-note"]),
        ([1, 2, 2, 3], ["extra-note"]),
        ([1, 2, 3, 4], ["extra-note"]),
        ([1, 3, 2], ["moved-note"]),
        ([1, 2, 0], ["extra-note", "lost-note"]),
    ],
)
def test_bad_notes_are_told(numbers: list[int], expected: list[str]) -> None:
    """A note is lost, there twice, out of order, or without a number."""
    master = Text((), tuple(Note(number, words("a b", "m")) for number in (1, 2, 3)))
    output = Text((), tuple(Note(number, words("a b", "o")) for number in numbers))
    assert expected == codes(list(compare(master, output, Place("o"))))


def test_a_bad_chapter_is_told_once_and_counted(tmp_path: Path) -> None:
    """Of many differences the first few are told, and how many more there are."""

    def change(members: dict[str, bytes]) -> None:
        name = max((key for key in members if "/text-" in key), key=lambda key: len(members[key]))
        members[name] = members[name].replace(b" que ", b" ke ")

    findings, _ = examine("same-words", epub=edited_epub(tmp_path, change))

    assert ["changed-word"] * SHOWN + ["more-differences"] == [each.code for each in findings]


def test_a_bad_page_of_a_printer_is_told(tmp_path: Path) -> None:
    """What is printed is read by its glyphs: a line that is gone, in the second printer's file."""

    def change(book: pikepdf.Pdf) -> None:
        page: Any = book.pages[8]
        content = list(pikepdf.parse_content_stream(page))
        longest = max(content, key=lambda each: len(repr(each)) * (str(each.operator) == "TJ"))
        content.remove(longest)
        page.Contents = book.make_stream(pikepdf.unparse_content_stream(content))

    good = finished().build / "por-la-paz-print.pdf"
    interiors = {"offset": good, "kdp": edited_pdf(tmp_path, change)}
    findings, _ = examine("same-words", interiors=interiors)

    assert "lost-word" in codes(findings)
    assert {each.place.part for each in findings if each.place.part} <= {"page 9"}


def test_bad_text_outside_of_the_tags_is_told(tmp_path: Path) -> None:
    """Text that is neither tagged nor an artifact is hidden from a screen reader."""

    def change(book: pikepdf.Pdf) -> None:
        page = book.pages[6]
        font = next(iter(page.Resources.Font.keys()))
        page.contents_add(f"BT {font} 9 Tf 20 20 Td <00010002> Tj ET".encode())

    findings, _ = examine("same-words", archive_pdf=edited_pdf(tmp_path, change, "archive"))

    assert "untagged-text" in codes(findings)
