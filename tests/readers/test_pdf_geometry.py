"""Reading a printed page by where its characters stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon.readers import pdf_geometry
from colofon.readers.pdf_geometry import Printed
from sheets import CONTENTS, FOLIO, SIZE, SMALL, Sheet, book

END = Sheet(pieces=[(50, 500, SIZE, "Colophon")])
FULL = (50, 440, SIZE, "a line that is as long as a line of this text can be, and no more")
"""A line that shows how wide the text is."""


def read(tmp_path: Path, *sheets: Sheet) -> Printed:
    """Read sheets as the text of a book."""
    return pdf_geometry.read(book(tmp_path / "book.pdf", CONTENTS, *sheets, END))


def words(printed: Printed) -> list[str]:
    """Return the words of the body."""
    return [word.text for word in printed.text.body]


def text(*lines: str) -> Sheet:
    """Set lines one below the other."""
    return Sheet(pieces=[(50, 500 - 14 * row, SIZE, line) for row, line in enumerate(lines)])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["one two ", "three"], ["one", "two", "three"]),
        (["one two", "three"], ["one", "two", "three"]),
        (["one tw\xad", "o three"], ["one", "two", "three"]),
        (["one post-", "war three"], ["one", "post-war", "three"]),
        (["one post- ", "war three"], ["one", "post-", "war", "three"]),
        (["one --", "two"], ["one", "--", "two"]),
    ],
    ids=["space", "paragraph", "our hyphen", "written hyphen", "hyphen and space", "alone"],
)
def test_line_ends_are_undone(lines: list[str], expected: list[str], tmp_path: Path) -> None:
    """U+00AD at a line end joins a word, U+002D stays in it, a space parts."""
    assert expected == words(read(tmp_path, text(*lines)))


def test_a_word_goes_on_over_the_page(tmp_path: Path) -> None:
    """A word that the page divides is one, although folio and running head stand between."""
    first = Sheet(pieces=text("half of a wo\xad").pieces, artifacts=[FOLIO])
    head = (50, 560, 9, "Running head")
    second = Sheet(pieces=text("rd here").pieces, artifacts=[head, FOLIO])
    assert ["half", "of", "a", "word", "here"] == words(read(tmp_path, first, second))


def test_a_dash_may_end_a_line_inside_a_word(tmp_path: Path) -> None:
    """Where the line was full, a word goes on behind its dash; where not, it does not."""
    wide = f"{FULL[3]} yes\u2014"
    filled = text(wide, "no more")
    assert "yes\u2014no" in words(read(tmp_path, filled))
    short = Sheet(pieces=[*text("yes\u2014", "no more").pieces, FULL])
    assert "yes\u2014" in words(read(tmp_path, short))


def test_a_dash_may_end_a_line_of_a_cell(tmp_path: Path) -> None:
    """In a column, lines that are centred or begin alike go on; those of the next row do not."""
    row = [(50, 500, SIZE, "1917"), (120, 500, SIZE, "a yes\u2014"), (120, 486, SIZE, "no")]
    below = [(50, 472, SIZE, "1918"), (120, 472, SIZE, "end\u2014"), (50, 458, SIZE, "1919")]
    expected = ["1917", "a", "yes\u2014no", "1918", "end\u2014", "1919"]
    assert expected == words(read(tmp_path, Sheet(pieces=[*row, *below])))


def test_notes_may_outweigh_the_text(tmp_path: Path) -> None:
    """What is text and what is note does not depend on which of them is longer."""
    sheet = _noted("1")
    lines = [(50, 79 - 10.5 * row, SMALL, "and so on, for long") for row in range(3)]
    printed = read(tmp_path, Sheet([*sheet.pieces, *lines], sheet.links))
    assert ["word1", "after"] == words(printed)
    assert 23 == len(printed.text.notes[0].words)


def test_white_parts_words_and_only_white(tmp_path: Path) -> None:
    """A gap without a space character parts words; a space without a gap does not."""
    apart = Sheet(pieces=[(50, 500, SIZE, "cell"), (120, 500, SIZE, "other")])
    assert ["cell", "other"] == words(read(tmp_path, apart))
    close = Sheet(pieces=[(50, 500, SIZE, "a "), (55.84, 500, SIZE, "b")])
    assert ["ab"] == words(read(tmp_path, close))


def test_list_numbers_are_read_before_their_items(tmp_path: Path) -> None:
    """A number painted after the item left of which it stands is read first."""
    sheet = Sheet(
        pieces=[
            (70, 500, SIZE, "first item"),
            (70, 486, SIZE, "second item"),
            (50, 500, SIZE, "1."),
            (50, 486, SIZE, "2."),
        ]
    )
    expected = ["1.", "first", "item", "2.", "second", "item"]
    assert expected == words(read(tmp_path, sheet))


def _noted(number: str, y: float = 100) -> Sheet:
    """Set a page whose text calls a note at its foot."""
    return Sheet(
        pieces=[
            (50, 500, SIZE, "word"),
            (72.8, 504, 6, number),
            (76.2, 500, SIZE, " after"),
            (50, y, SMALL, f"{number}. The note of"),
            (50, y - 10.5, SMALL, "19. May, at the left."),
        ],
        artifacts=[(300, 40, SMALL, "7")],
        links=[((72, 495, 77, 512), 1, 50, y + 9), ((50, y - 2, 60, y + 9), 1, 72.8, 512)],
    )


def test_notes_are_read_apart_under_their_numbers(tmp_path: Path) -> None:
    """A note begins with its number, which is a link; a number at a line's start is none."""
    printed = read(tmp_path, _noted("1"))
    assert ["word1", "after"] == words(printed)
    [note] = printed.text.notes
    assert note.number == 1
    assert ["The", "note", "of", "19.", "May,", "at", "the", "left."] == [
        w.text for w in note.words
    ]


def test_calls_and_notes_say_where_they_stand(tmp_path: Path) -> None:
    """A superior figure that is a link is a call; both know their page and their goal."""
    printed = read(tmp_path, _noted("1"))
    [call], [start] = printed.calls, printed.starts
    assert (1, 2) == (call.number, call.page)
    assert start == call.goal(printed.starts)
    assert call == start.goal(printed.calls)


def test_a_number_in_the_air_is_no_call_without_a_link(tmp_path: Path) -> None:
    """The exponent of m² is text."""
    sheet = Sheet(pieces=[(50, 500, SIZE, "5 m"), (65, 504, 6, "2")])
    printed = read(tmp_path, sheet)
    assert ["5", "m2"] == words(printed)
    assert printed.calls == []


def test_an_artifact_is_left_out_only_where_it_repeats_or_adorns(tmp_path: Path) -> None:
    """A table's head once more and an ornament are no text; hidden words are."""
    artifacts = [(50, 472, SIZE, "Year Fact"), (50, 458, SIZE, "* * *"), (50, 430, SIZE, "secret")]
    first = text("Year Fact ", "1905 revolution")
    second = Sheet(pieces=text("1917 another").pieces, artifacts=artifacts)
    expected = ["Year", "Fact", "1905", "revolution", "1917", "another", "secret"]
    assert expected == words(read(tmp_path, first, second))


def test_folios_are_read_with_the_labels_of_their_pages(tmp_path: Path) -> None:
    """The number at the foot is no text; it comes with the label the file gives the page."""
    printed = read(tmp_path, Sheet(pieces=text("word").pieces, artifacts=[FOLIO]))
    assert ["word"] == words(printed)
    assert {2: ("2", "7")} == printed.folios


def test_a_book_without_contents_has_no_text(tmp_path: Path) -> None:
    """Where nothing says which pages hold the text, none is read."""
    assert () == pdf_geometry.read(book(tmp_path / "book.pdf", END)).text.body


def test_words_know_their_page(tmp_path: Path) -> None:
    """The place of a word is the page where it begins."""
    printed = read(tmp_path, text("a wo\xad"), text("rd"))
    assert ["page 2", "page 2"] == [word.place.part for word in printed.text.body]
