"""The check of what outputs say of their edition: silent on a good work, precise on a bad one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from histories import CHANGES, told

from colofon import inputs, registry
from colofon.finding import Finding
from finished import (
    edited,
    edited_epub,
    edited_html,
    edited_pdf,
    examine,
    finished,
    outcome,
)

DIGITS = re.compile(r"([0-9a-f]{4})(\s[0-9a-f]{4}){3}\s…")


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return the file and the code of each finding."""
    return [(each.place.file.partition("por-la-paz")[2], each.code) for each in findings]


def test_good_outputs_name_their_edition() -> None:
    """Nothing is found in our own edition: web page, EPUB, text, four PDFs and TEI."""
    findings, evidence = examine("edition-identified")
    assert [] == findings
    assert {"outputs": 8, "editions told": 0} == evidence


@pytest.mark.parametrize("language", ["es", "de", "en", "fr", "nl"])
def test_good_outputs_tell_their_history(language: str) -> None:
    """Nothing is found in a third edition, and each of eight outputs tells of three.

    Whatever signs a language sets beside its numbers, and where it is not ours (nl).
    """
    findings, evidence = history_of(language)
    assert [] == findings
    assert {"outputs": 8, "editions told": 24} == evidence


BAD = [
    ("guerra", "tierra", "digest-of-another-text"),
    ("Edición 1,", "Edición 2,", "edition-misnamed"),
    ("22 de noviembre de 2026", "23 de noviembre de 2026", "edition-unnamed"),
]
"""What is changed in a file, and what is then wrong with it."""

FILES = [("html", ".html"), ("text", ".txt"), ("tei", ".tei.xml")]


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(("name", "suffix"), FILES)
def test_bad_files_of_text_are_told(
    name: str, suffix: str, bad: tuple[str, str, str], tmp_path: Path
) -> None:
    """A word of the text, the edition's number, its day: each change has a name and a place."""
    old, new, code = bad
    findings, _ = examine("edition-identified", **{name: edited(tmp_path, suffix, old, new)})
    assert [(suffix, code)] == said(findings)


@pytest.mark.parametrize(("old", "new", "code"), BAD)
def test_a_bad_epub_is_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    """In its imprint and in its text."""
    name = "EPUB/text-1.xhtml" if code == "digest-of-another-text" else "EPUB/imprint.xhtml"

    def change(members: dict[str, bytes]) -> None:
        assert old.encode() in members[name]
        members[name] = members[name].replace(old.encode(), new.encode(), 1)

    findings, _ = examine("edition-identified", epub=edited_epub(tmp_path, change))

    assert [(".epub", code)] == said(findings)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda found: "0000" + found[0][4:], "digest-of-another-text"),
        (lambda _: "", "digest-missing"),
        (lambda found: found[0][:9], "digest-missing"),
    ],
    ids=["altered", "gone", "cut"],
)
@pytest.mark.parametrize(("name", "suffix"), FILES)
def test_a_bad_digest_is_told(
    name: str,
    suffix: str,
    change: Callable[[re.Match[str]], str],
    code: str,
    tmp_path: Path,
) -> None:
    """One that is altered, that is gone, or of which too little is left to compare."""
    text = (finished().build / f"por-la-paz{suffix}").read_text("utf-8").replace("</idno>", "")
    path = tmp_path / f"por-la-paz{suffix}"
    text = DIGITS.sub(change, text, count=1)
    if name == "tei":
        text = re.sub(r'(<idno type="[^"]*">[^<]*)', r"\1</idno>", text)
    path.write_text(text, "utf-8")
    findings, _ = examine("edition-identified", **{name: path})
    assert [(suffix, code)] == said(findings)


@pytest.mark.parametrize(
    ("which", "asked"),
    [("print", "interiors"), ("screen", "screen_pdf"), ("archive", "archive_pdf"),
     ("large", "large_pdf")],
)  # fmt: skip
def test_a_bad_pdf_is_told(which: str, asked: str, tmp_path: Path) -> None:
    """Without its imprint page it names no edition and no digest; the others are not blamed."""

    def change(book: pikepdf.Pdf) -> None:
        pages = range(1, 3) if which == "large" else range(3, 4)
        for index in pages:
            page: Any = book.pages[index]
            page.Contents = book.make_stream(b"")

    path = edited_pdf(tmp_path, change, which)
    findings, _ = examine("edition-identified", **{asked: printed(path, which)})

    found = [("edition-unnamed"), ("digest-missing")]
    assert [(f"-{which}.pdf", code) for code in found] == said(findings)


def test_a_bad_word_of_a_printed_page_is_told(tmp_path: Path) -> None:
    """The printed book is held to its digest by its glyphs: a line of it is gone."""

    def change(book: pikepdf.Pdf) -> None:
        page: Any = book.pages[8]
        content = list(pikepdf.parse_content_stream(page))
        longest = max(content, key=lambda each: len(repr(each)) * (str(each.operator) == "TJ"))
        content.remove(longest)
        page.Contents = book.make_stream(pikepdf.unparse_content_stream(content))

    path = edited_pdf(tmp_path, change)
    findings, _ = examine("edition-identified", interiors={"offset": path})

    assert [("-print.pdf", "digest-of-another-text")] == said(findings)


def test_a_bad_file_that_is_true_to_itself_is_told(tmp_path: Path) -> None:
    """A web page of another text, with the digest of that text, is not of this edition."""
    changed = edited_html(tmp_path, "guerra", "tierra")
    findings, _ = examine("edition-identified", html=changed)
    digits = findings[0].message.rpartition("has ")[2].rstrip(".")
    groups = "\u00a0".join(digits[start : start + 4] for start in range(0, 16, 4))
    changed.write_text(DIGITS.sub(f"{groups} …", changed.read_text("utf-8"), count=1), "utf-8")

    path = tmp_path / "otra.html"
    changed.rename(path)
    findings, _ = examine("edition-identified", html=path)

    assert ["text-of-another-edition"] == [each.code for each in findings]


@pytest.mark.parametrize(
    ("suffix", "asked", "old", "new"),
    [
        (".html", "html", CHANGES[1], "Nada."),
        (".html", "html", "1 de marzo de 2025: ", "2 de marzo de 2025: "),
        (".txt", "text", "Edición 2, 1 de marzo", "Edición 1, 1 de marzo"),
        (".tei.xml", "tei", CHANGES[1], "Nada."),
        (".tei.xml", "tei", '<change n="2"', '<change n="1"'),
        (".tei.xml", "tei", 'when="2025-03-01"', 'when="2025-03-02"'),
    ],
)
def test_a_bad_history_is_told(suffix: str, asked: str, old: str, new: str, tmp_path: Path) -> None:
    """Other words, another day and another number of an earlier edition are told."""
    edition = told()
    text = (edition.build / f"{edition.slug}{suffix}").read_text("utf-8")
    assert old in text
    path = tmp_path / f"{edition.slug}{suffix}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    findings, _ = history_of("es", **{asked: path})
    assert [(path.name, "history-untold")] == [(each.place.file, each.code) for each in findings]


def printed(path: Path, which: str) -> Any:
    """Return a PDF as the check asks for it: those for printers by printer."""
    return {"offset": path} if which == "print" else path


def history_of(language: str, **others: Path) -> tuple[list[Finding], dict[str, Any]]:
    """Run the check on a work with a history, with other files in the place of some."""
    [entry] = [each for each in registry.CHECKS if each.name == "edition-identified"]
    return outcome(entry.load()(**{**inputs.gather(entry.inputs, told(language)), **others}))
