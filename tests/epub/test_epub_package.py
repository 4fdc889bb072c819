"""The EPUB as a package: what is in it, and what it says of work, people and dates."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from epub_book import LANG, chapter, make, page, sample


def test_the_container_begins_as_readers_want() -> None:
    """First the type, then the container, the package and what it lists, at last the source."""
    with zipfile.ZipFile(BytesIO(sample().data)) as file:
        infos = file.infolist()
    names = [info.filename for info in infos]
    assert ["mimetype", "META-INF/container.xml", "EPUB/content.opf"] == names[:3]
    assert {zipfile.ZIP_STORED} == {info.compress_type for info in infos}
    hrefs = sample().find("content.opf", "opf:manifest/opf:item/@href")
    assert [f"EPUB/{href}" for href in hrefs] == names[3:-1]
    assert names[-1] == "META-INF/source.zip"
    assert all(name.isascii() for name in names)


def test_every_file_has_its_media_type() -> None:
    """Media types are ours, not those of the machine's list."""
    expected = {
        ".xhtml": "application/xhtml+xml",
        ".ncx": "application/x-dtbncx+xml",
        ".css": "text/css",
        ".ttf": "font/ttf",
        ".jpg": "image/jpeg",
        ".png": "image/png",
    }
    for item in sample().find("content.opf", "opf:manifest/opf:item"):
        assert expected[Path(item.get("href")).suffix] == item.get("media-type")
    special = sample().find("content.opf", "opf:manifest/opf:item[@properties]")
    assert [("nav.xhtml", "nav"), ("images/cover.jpg", "cover-image")] == [
        (item.get("href"), item.get("properties")) for item in special
    ]


def test_the_package_says_its_language_and_direction() -> None:
    """The package document is in the language of the book, and its metadata say so."""
    package = sample().tree("content.opf")
    assert ("3.0", "es", "ltr") == (package.get("version"), package.get(LANG), package.get("dir"))
    assert ["es"] == sample().find("content.opf", "//dc:language/text()")


def test_titles_and_people_say_what_they_are() -> None:
    """Title and subtitle are told apart, and so are who wrote and who translated."""
    find = sample().find
    assert ["Paz & pan: «¿qué <hacer>?»", "Una muestra"] == find("content.opf", "//dc:title/text()")
    assert ["main", "subtitle"] == sample().meta("title-type")
    assert ["León Trotsky"] == find("content.opf", "//dc:creator/text()")
    assert ["Ana Pérez"] == find("content.opf", "//dc:contributor/text()")
    assert ["aut", "trl"] == sample().meta("role")
    assert ["Trotsky, León", "Ana Pérez"] == sample().meta("file-as")
    schemes = find("content.opf", "//*[@property='role']/@scheme")
    assert {"marc:relators"} == set(schemes)
    refined = find("content.opf", "//@refines")
    assert {each.removeprefix("#") for each in refined} <= set(find("content.opf", "//@id"))


def test_whoever_is_named_alone_created_the_book() -> None:
    """An anthology without an author is its editor's."""
    book = make(authors=({"name": "Ana Pérez", "role": "edt"},))
    assert ["Ana Pérez"] == book.find("content.opf", "//dc:creator/text()")


def test_identifiers_belong_to_work_and_format() -> None:
    """The work's UUID names the publication; the ISBN is that of the EPUB, not of the print."""
    book = make(isbn={"epub": "978-84-00-00000-4", "print": "9780306406157"})
    [name] = book.find("content.opf", "@unique-identifier")
    found = {i.get("id"): i.text for i in book.find("content.opf", "//dc:identifier")}
    uuid = "urn:uuid:568de90c-1cb3-5f60-b06f-da73b3ec52f1"
    assert {name: uuid, "isbn": "urn:isbn:9788400000004"} == found
    assert ["15"] == book.meta("identifier-type")


def test_the_only_date_is_that_of_the_edition() -> None:
    """Issued and modified on the same day; the work's own date is as the page has it."""
    find = sample().find
    assert ["2026-11-22"] == find("content.opf", "//dc:date/text()")
    assert ["2026-11-22T00:00:00Z"] == sample().meta("dcterms:modified")
    assert ["1917-11-21"] == sample().meta("dcterms:created")
    assert [] == make(page(chapter("uno", "<p>Paz.</p>"))).meta("dcterms:created")


def test_what_the_book_is_about_and_whose_it_is() -> None:
    """Description, subjects, source and what is known of the rights go through, escaped."""
    book = make(
        description="«A & B» <c>",
        subjects=("Historia", "Paz"),
        source="El archivo",
        rights=(
            {"part": "text", "status": "public-domain", "statement": "Libre."},
            {"part": "translation", "status": "unknown", "statement": "No consta."},
        ),
    )
    expected = {
        "description": ["«A & B» <c>"],
        "subject": ["Historia", "Paz"],
        "source": ["El archivo"],
        "rights": [
            "Derechos del texto: dominio público. Libre.",
            "Derechos de la traducción: se desconocen. No consta.",
        ],
    }
    for name, texts in expected.items():
        assert texts == book.find("content.opf", f"//dc:{name}/text()")


def test_nothing_runs_and_nothing_is_loaded_from_elsewhere() -> None:
    """No script, no event handler, no address of style, font or picture outside the book."""
    for name in sample().spine:
        for node in sample().tree(name).iter():
            assert not str(node.tag).endswith(("}script", "}style", "}iframe", "}object"))
            assert not [key for key in node.attrib if str(key).startswith("on")]
            assert "://" not in node.get("src", "")
    assert b"://" not in sample().members["EPUB/css/epub.css"]
