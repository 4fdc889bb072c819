"""Reading words and parts of an EPUB."""

from __future__ import annotations

import zipfile
from pathlib import Path

from colofon.readers import epub

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="id"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:identifier>other</dc:identifier>
<dc:identifier id="id">urn:x</dc:identifier><dc:title>T</dc:title><dc:title>Sub</dc:title>
<dc:creator>A</dc:creator><dc:contributor>B</dc:contributor><dc:language>es</dc:language></metadata>
<manifest><item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="n%20n.xhtml" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="n"/></spine></package>"""
NCX = '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><content src="text/a.xhtml#x"/></ncx>'
XHTML = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<body epub:type="bodymatter">{}</body></html>"""
A = """<section epub:type="titlepage"><p>no</p></section><section epub:type="chapter"><p>uno<a
href="../n%20n.xhtml#n1" epub:type="noteref">1</a></p></section>"""
NOTES = """<section epub:type="endnotes"><h2>Notas</h2><div epub:type="footnote" id="n1"><p><a
epub:type="backlink" href="text/a.xhtml">1.</a> Nota</p></div></section>"""


def book(folder: Path) -> epub.Epub:
    """Write a book and read it."""
    members = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": PACKAGE,
        "OPS/toc.ncx": NCX,
        "OPS/text/a.xhtml": XHTML.format(A),
        "OPS/text/b.xhtml": XHTML.format("<p>dos</p>"),
        "OPS/n n.xhtml": XHTML.format(NOTES),
    }
    with zipfile.ZipFile(folder / "book.epub", "w") as file:
        for name, text in members.items():
            file.writestr(name, text)
    return epub.read(folder / "book.epub")


def test_the_text_is_the_spine_without_what_stands_around_it(tmp_path: Path) -> None:
    """Documents are read in the order of the spine; a title page is no text of the work."""
    words = book(tmp_path).text().body
    expected = [("uno1", "OPS/text/a.xhtml"), ("dos", "OPS/text/b.xhtml")]
    assert expected == [(word.text, word.place.part) for word in words]


def test_notes_come_from_the_endnotes(tmp_path: Path) -> None:
    """A note is read under the number of its link back."""
    [note] = book(tmp_path).text().notes
    assert (1, ["Nota"]) == (note.number, [word.text for word in note.words])


def test_addresses_are_resolved_against_the_member_that_holds_them(tmp_path: Path) -> None:
    """Percent signs are decoded; what leaves the book is no member."""
    found = book(tmp_path)
    assert ("OPS/n n.xhtml", "n1") == found.resolve("OPS/text/a.xhtml", "../n%20n.xhtml#n1")
    assert ("OPS/text/a.xhtml", "x") == found.resolve("OPS/text/a.xhtml", "#x")
    assert ("", "") == found.resolve("OPS/text/a.xhtml", "https://example.org/#x")
    assert [("OPS/toc.ncx", "text/a.xhtml#x", 1)] == found.pointers()


def test_metadata_are_those_of_the_package(tmp_path: Path) -> None:
    """The first title, and the identifier that the package calls its own."""
    found = book(tmp_path).metadata()
    assert ("T", ("A",), ("B",), "es", "urn:x") == (
        found.title,
        found.authors,
        found.helpers,
        found.language,
        found.identifier,
    )
