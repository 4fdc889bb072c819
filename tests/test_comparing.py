"""Where two files differ is said with the right place and the right cause, and soon."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, Stream

import altered
import hostile
from colofon import guarded
from colofon.comparing import Cause, Difference, compare
from colofon.comparing.difference import FEW
from finished import finished


def output(ending: str) -> Path:
    """Return one of the finished outputs."""
    return finished().build / f"{finished().slug}{ending}"


def compared(folder: Path, ours: bytes, theirs: bytes, name: str) -> list[Difference]:
    """Compare some bytes with others under a name."""
    (folder / "reference").mkdir(exist_ok=True)
    (folder / "reference" / name).write_bytes(ours)
    (folder / name).write_bytes(theirs)
    return compare(folder / "reference" / name, folder / name)


def one(folder: Path, ours: bytes, theirs: bytes, name: str) -> Difference:
    """Compare, and return the only difference."""
    [found] = compared(folder, ours, theirs, name)
    return found


@pytest.mark.parametrize("name", altered.ALTERED)
def test_a_change_is_explained(name: str, tmp_path: Path) -> None:
    """Every seeded change gives the right causes, no others, and the right member first."""
    case = altered.ALTERED[name]
    path = output(case.ending)
    ours = altered.REFERENCES.get(name) or path.read_bytes()
    began = time.monotonic()
    found = compared(tmp_path, ours, case.alter(path.read_bytes()), path.name)
    assert time.monotonic() - began < 5
    assert case.causes == tuple(dict.fromkeys(each.cause for each in found)), found
    assert re.fullmatch(case.member, found[0].member), found[0]
    assert case.says in found[0].message
    assert all(len(str(each).splitlines()) == 1 for each in found)
    assert all(each.message.endswith(".") for each in found)


def test_there_are_enough_changes() -> None:
    """The table has more than twenty-five, and names every cause."""
    assert len(altered.ALTERED) > 25
    assert set(Cause) == {cause for each in altered.ALTERED.values() for cause in each.causes}


def test_equal_files_do_not_differ(tmp_path: Path) -> None:
    """A copy of each output is the same, and that is soon said."""
    outputs = sorted(finished().build.glob(f"{finished().slug}*"))
    began = time.monotonic()
    for path in outputs:
        (tmp_path / path.name).write_bytes(path.read_bytes())
        assert not compare(path, tmp_path / path.name)
    assert len(outputs) > 12
    assert time.monotonic() - began < 1


# --- texts


def test_a_place_is_exact(tmp_path: Path) -> None:
    """Lines and columns count from 1, in characters."""
    found = one(tmp_path, "uno\ndós tres\n".encode(), "uno\ndós seis\n".encode(), "a.txt")
    assert found == Difference(
        "line 2, column 5", "«seis» stands where the reference has «tres».", Cause.TEXT
    )


def test_the_first_few_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    """A text with forty wrong words gives five lines."""
    ours = " ".join(f"palabra-{number} a b c d e" for number in range(40))
    found = compared(tmp_path, ours.encode(), ours.replace("palabra", "x").encode(), "a.txt")
    assert FEW == len(found)
    assert found[-1].message.endswith("And 35 more.")


def test_a_tag_within_a_word_is_no_change_of_words(tmp_path: Path) -> None:
    """Words are compared as they are read."""
    found = one(tmp_path, b"<p>palabra</p>", b"<p>pala<b>bra</b></p>", "a.html")
    assert found.cause is Cause.MARKUP
    assert found.member == "line 1, column 8"


def test_an_entity_is_its_character(tmp_path: Path) -> None:
    """The same letter written otherwise is no change of words, and no other cause hides it."""
    found = one(tmp_path, "<p>año</p>".encode(), b"<p>a&#241;o</p>", "a.html")
    assert found.cause is Cause.LAYOUT


def test_a_checksum_in_a_bag_is_no_word(tmp_path: Path) -> None:
    """Manifests speak about files."""
    found = one(tmp_path, b"abc data/x\n", b"ABC data/x\n", "manifest-sha256.txt")
    assert found.cause is Cause.METADATA


def test_keys_of_json_are_named(tmp_path: Path) -> None:
    """The keys that lead to a value, and both values."""
    ours, theirs = b'{"tools": {"pango": ["1.50", 2]}}', b'{"tools": {"pango": ["1.56", 2]}}'
    found = one(tmp_path, ours, theirs, "buildinfo.json")
    assert 'tools.pango[0] is "1.56"; the reference has "1.50".' == found.message


def test_any_other_file_has_an_offset(tmp_path: Path) -> None:
    """Of bytes that mean nothing to us, the first that differs is told."""
    found = one(tmp_path, b"\0" * 5000, b"\0" * 4000 + b"\1" + b"\0" * 999, "a.bin")
    assert found == Difference("", "Bytes differ from 4,000 on.", Cause.BYTES)


# --- files in files


def bag(members: dict[str, bytes]) -> bytes:
    """Pack members as a bag does."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in members.items():
            packed.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def test_files_in_a_bag_are_looked_into(tmp_path: Path) -> None:
    """A word of an EPUB, and of a PDF, in a bag."""
    epub, pdf = (output(ending).read_bytes() for ending in (".epub", "-screen.pdf"))
    ours = {"bag/data/a.epub": epub, "bag/data/a.pdf": pdf, "bag/data/source/a.md": b"uno\n"}
    theirs = {
        "bag/data/a.epub": altered.ALTERED["word_left_out"].alter(epub),
        "bag/data/a.pdf": altered.ALTERED["word_drawn_otherwise"].alter(pdf),
        "bag/data/source/a.md": b"dos\n",
    }
    found = compared(tmp_path, bag(ours), bag(theirs), "a.bag.zip")
    assert [(each.member, each.cause) for each in found] == [
        ("bag/data/a.epub/EPUB/notes.xhtml", Cause.TEXT),
        ("bag/data/a.pdf/page 9", Cause.TEXT),
        ("bag/data/source/a.md", Cause.SOURCE),
    ]


def test_a_hostile_file_is_a_difference(tmp_path: Path) -> None:
    """Whatever comes in the place of our file, one line says that it is not to be read."""
    reference = output(".epub")
    for name in ("path_traversal", "zip_bomb", "hundred_thousand_entries", "empty_file"):
        folder = tmp_path / name
        folder.mkdir()
        [found] = compare(reference, hostile.HOSTILE[name][1](folder))
        assert found.cause in {Cause.UNREADABLE, Cause.TRUNCATED}
    [found] = compare(reference, tmp_path)
    assert found.message == "This is a folder, not a file."


# --- lines and pages of PDFs


def book(pages: list[list[str]]) -> bytes:
    """Make a PDF with lines of text."""
    pdf, file = pikepdf.new(), io.BytesIO()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for lines in pages:
        page = pdf.add_blank_page(page_size=(400, 600))
        shown = "".join(
            f"BT /F 10 Tf 40 {550 - 14 * number} Td ({line}) Tj ET\n"
            for number, line in enumerate(lines)
        )
        page.obj.Contents = pdf.make_indirect(Stream(pdf, shown.encode("latin-1")))
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    pdf.save(file, static_id=True)
    return file.getvalue()


def test_lines_broken_elsewhere_are_no_other_words(tmp_path: Path) -> None:
    """Another Pango breaks lines elsewhere: page and line are told, and no word is."""
    ours = book([["El sol sale para todos y", "la luna tam-", "bien"]])
    theirs = book([["El sol sale para todos", "y la luna tambien"]])
    found = one(tmp_path, ours, theirs, "a.pdf")
    assert found.cause is Cause.LAYOUT
    assert found.member == "page 1"
    assert found.message.startswith("line 1 ends elsewhere: «El sol sale para todos»;")


def test_pages_broken_elsewhere_are_no_other_words(tmp_path: Path) -> None:
    """A line that moves to the next page, under the same running heads with other numbers."""
    heads = [f"Por la paz {number}" for number in range(1, 5)]
    ours = book([
        [heads[0], "uno dos", "tres cuatro", "cinco seis"],
        [heads[1], "siete ocho"],
        [heads[2], "nueve"],
    ])  # fmt: skip
    theirs = book([
        [heads[0], "uno dos", "tres cuatro"],
        [heads[1], "cinco seis", "siete ocho"],
        [heads[2], "nueve"],
    ])  # fmt: skip
    found = compared(tmp_path, ours, theirs, "a.pdf")
    assert {each.cause for each in found} == {Cause.LAYOUT}
    assert [each.member for each in found] == ["page 1", "page 2"]


def test_words_pass_notes_and_numbers_in_the_margin(tmp_path: Path) -> None:
    """A word that moves past a number in the margin, or past a note to another page, is the same.

    So is one that is divided elsewhere.
    """
    ours = book([["uno dos tres", "5", "cuatro cin-", "9. Una nota."], ["co seis", "siete"]])
    theirs = book([["uno dos", "5", "tres cuatro cinco", "9. Una nota."], ["seis siete"]])
    assert {each.cause for each in compared(tmp_path, ours, theirs, "a.pdf")} == {Cause.LAYOUT}


def test_words_that_change_places_are_other_words(tmp_path: Path) -> None:
    """Two words that stand for each other on lines that are as long as before."""
    ours, theirs = book([["paz y guerra", "dos"]]), book([["guerra y paz", "dos"]])
    assert {each.cause for each in compared(tmp_path, ours, theirs, "a.pdf")} == {Cause.TEXT}


def test_a_word_that_changes_is_found_among_words_that_move(tmp_path: Path) -> None:
    """Lines break elsewhere because a word is longer: that word is told first."""
    ours = book([["uno dos tres", "5", "cuatro cinco"]])
    theirs = book([["uno doscientos", "5", "tres cuatro", "cinco"]])
    found = compared(tmp_path, ours, theirs, "a.pdf")
    assert found[0].cause is Cause.TEXT
    assert "doscientos" in found[0].message


def test_a_page_that_begins_elsewhere_in_an_epub_is_layout(tmp_path: Path) -> None:
    """Where the printed pages begin moves with their lines; any other tag is markup."""
    page = b'<p>uno <span role="doc-pagebreak"/>dos tres</p>'
    moved = b'<p>uno dos <span role="doc-pagebreak"/>tres</p>'
    assert one(tmp_path, page, moved, "a.xhtml").cause is Cause.LAYOUT
    plain, other = (each.replace(b"doc-pagebreak", b"x") for each in (page, moved))
    assert one(tmp_path, plain, other, "a.xhtml").cause is Cause.MARKUP


def test_a_page_more_is_told_as_layout_too(tmp_path: Path) -> None:
    """Where the text runs to another page, words are still the same."""
    ours = book([["uno dos tres", "cuatro cinco"]])
    theirs = book([["uno dos tres"], ["cuatro cinco"]])
    found = compared(tmp_path, ours, theirs, "a.pdf")
    assert [each.cause for each in found] == [Cause.ADDED, Cause.LAYOUT]
    assert [each.member for each in found] == ["page 2", "page 1"]


def test_a_number_is_a_word(tmp_path: Path) -> None:
    """A year that changes on a page whose lines do not is a change of words."""
    found = one(tmp_path, book([["en 1917 y"]]), book([["en 1918 y"]]), "a.pdf")
    assert found.cause is Cause.TEXT


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_change_gives_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever happened to a file, every difference is one line."""
    path = output(
        data.draw(st.sampled_from([".epub", "-archive.pdf", "-print.pdf", ".html", "-cover.jpg"]))
    )
    ours = path.read_bytes()
    at = data.draw(st.integers(0, len(ours) - 1))
    new = data.draw(st.binary(max_size=6))
    theirs = ours[:at] + new + ours[at + data.draw(st.integers(0, 30)) :]
    found = compared(tmp_path_factory.mktemp("fuzz"), ours, theirs, path.name)
    assert bool(found) == (ours != theirs)
    assert all(len(str(each).splitlines()) == 1 for each in found)


def test_differences_come_through_a_process_apart(tmp_path: Path) -> None:
    """What the command does: strangers' files are compared elsewhere."""
    case = altered.ALTERED["word_left_out"]
    path = output(case.ending)
    (tmp_path / path.name).write_bytes(case.alter(path.read_bytes()))
    found = guarded.apart(compare, path, tmp_path / path.name)
    assert found == compare(path, tmp_path / path.name)
    assert found[0].cause is Cause.TEXT
