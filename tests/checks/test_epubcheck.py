"""The check by EPUBCheck: silent on a good EPUB, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

from ebooklib import epub as ebook

from colofon.checks.epubcheck import check
from colofon.finding import Place
from finished import outcome


def make(path: Path, body: str = "<p>Hola.</p>") -> Path:
    """Write an EPUB of one chapter with EbookLib alone."""
    book = ebook.EpubBook()
    book.set_identifier("urn:uuid:12345678-1234-4234-8234-123456789abc")
    book.set_title("Prueba")
    book.set_language("es")
    chapter = ebook.EpubHtml(uid="uno", title="Uno", file_name="uno.xhtml", lang="es")
    chapter.content = f"<h1>Uno</h1>{body}"
    for item in (chapter, ebook.EpubNcx(), ebook.EpubNav()):
        book.add_item(item)
    book.toc = [chapter]
    book.spine = ["nav", chapter]
    ebook.write_epub(path, book)
    return path


def test_a_good_epub_has_no_finding(tmp_path: Path) -> None:
    """Nothing is found; chapter, nav and NCX are counted, and a suppressed message."""
    findings, evidence = outcome(check(epub=make(tmp_path / "a.epub")))
    assert findings == []
    assert evidence == {"items": 3, "milder messages": 1}


def test_a_bad_link_is_found_where_it_stands(tmp_path: Path) -> None:
    """A link to a missing member is an error in its member, line and column."""
    path = make(tmp_path / "a.epub", '<p><a href="dos.xhtml">dos</a></p>')
    [finding], evidence = outcome(check(epub=path))
    assert finding.code == "epubcheck"
    assert finding.place == Place("a.epub", 10, 27, "EPUB/uno.xhtml")
    assert finding.message.startswith("RSC-007 (error): ")
    assert finding.hint
    assert evidence["items"] == 3


def test_a_bad_habit_is_found_too(tmp_path: Path) -> None:
    """A warning stops the book as an error does: a file name in capitals."""
    path = make(tmp_path / "a.epub").rename(tmp_path / "a.EPUB")
    [finding], _ = outcome(check(epub=path))
    assert finding.place == Place("a.EPUB")
    assert finding.message.startswith("PKG-016 (warning): ")


def test_milder_messages_are_evidence(tmp_path: Path) -> None:
    """A usage message is no finding but is counted."""
    path = make(tmp_path / "a.epub").rename(tmp_path / "a.libro")
    findings, evidence = outcome(check(epub=path))
    assert findings == []
    assert evidence == {"items": 3, "milder messages": 2}


def test_a_bad_file_is_found(tmp_path: Path) -> None:
    """A truncated EPUB is faulty and looked at nothing."""
    path = make(tmp_path / "a.epub")
    path.write_bytes(path.read_bytes()[:1000])
    findings, evidence = outcome(check(epub=path))
    assert {finding.place for finding in findings} == {Place("a.epub")}
    assert evidence["items"] == 0
