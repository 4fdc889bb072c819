"""The check of notes and their calls: silent on a good work, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from finished import codes, edited_epub, edited_html, edited_pdf, examine


def test_good_outputs_have_their_notes_linked() -> None:
    """Nothing is found in our own edition, whose notes were paired in three outputs."""
    findings, evidence = examine("notes-linked")
    assert [] == findings
    calls = [count for name, count in evidence.items() if name.startswith("calls")]
    assert 3 == len(calls)
    assert 1 == len(set(calls))
    assert calls[0] >= 12


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('href="#n2"', 'href="#n3"', ["call-astray"]),
        ('href="#r2"', 'href="#r3"', ["note-astray"]),
        ('id="n2"', 'id="n22"', ["call-astray"]),
        ('id="r2"', 'id="r22"', ["note-astray"]),
        ('role="doc-backlink" href="#r2"', 'href="#r2"', ["call-astray", "note-astray"]),
        (
            ">2</a>",
            ">7</a>",
            ["call-astray", "calls-disordered", "note-astray", "note-called-twice"],
        ),
        (">2.</a>", ">7.</a>", ["call-astray", "note-astray", "note-defined-twice"]),
    ],
)
def test_bad_links_in_a_web_page_are_told(
    old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    """A call or a note that leads elsewhere, or bears another number, is told."""
    findings, _ = examine("notes-linked", html=edited_html(tmp_path, old, new))
    assert expected == codes(findings)
    assert all(each.place.line for each in findings)


def test_bad_links_between_files_of_an_epub_are_told(tmp_path: Path) -> None:
    """A link back that leads to the wrong file is told, with the file it stands in."""

    def change(members: dict[str, bytes]) -> None:
        name = next(key for key in members if key.endswith("notes.xhtml"))
        members[name] = members[name].replace(b"#r3", b"#r4", 1)

    findings, _ = examine("notes-linked", epub=edited_epub(tmp_path, change))

    assert ["note-astray"] == codes(findings)
    assert findings[0].place.part.endswith("notes.xhtml")


def test_bad_links_in_a_pdf_are_told(tmp_path: Path) -> None:
    """A call whose link leads to another note is told, with its page."""

    def change(book: pikepdf.Pdf) -> None:
        names = pikepdf.NameTree(book.Root.Names.Dests)
        names["n1"], names["n2"] = names["n2"], names["n1"]

    findings, _ = examine("notes-linked", archive_pdf=edited_pdf(tmp_path, change, "archive"))

    assert ["call-astray"] == codes(findings)
    assert {1, 2} == {int(each.message.split("note ")[1].split()[0]) for each in findings}
