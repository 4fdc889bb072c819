"""Every link of the EPUB leads somewhere, and a reader finds her way there and back."""

from __future__ import annotations

import pytest
from epub_book import LANG, SAMPLE, TYPE, Book, chapter, make, page, sample
from lxml.etree import _Element as Element

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"


def links(book: Book, path: str) -> list[tuple[str, Element]]:
    """Return the links of every document with its name."""
    return [(name, link) for name in book.spine for link in book.find(name, path)]


def test_every_link_inside_leads_to_one_place() -> None:
    """No link of the text is lost when the page is cut, and each id is there once in its file."""
    book, counted = sample(), 0
    for name, link in links(book, "//h:a[not(starts-with(@href, 'https:'))]"):
        home, targets = book.lead(name, link.get("href", ""))
        assert home in book.spine
        assert 1 == len(targets)
        counted += 1
    assert counted == SAMPLE.count(b'href="#') + len(landmarks(book))


def test_a_link_to_a_heading_elsewhere_names_its_file() -> None:
    """The preface refers to a section of the next file, and the web stays the web."""
    expected = ["notes.xhtml#n1", "text-2.xhtml#uno-a", "https://example.org/?a=1&b=2"]
    assert expected == sample().find("text-1.xhtml", "//h:a/@href")


def test_calls_and_notes_lead_to_each_other() -> None:
    """Each call leads to a note further on, which begins with the number that leads back."""
    book = sample()
    calls = links(book, "//h:a[@epub:type='noteref' and @role='doc-noteref']")
    assert ["1", "2"] == [call.text for _, call in calls]
    for name, call in calls:
        home, [note] = book.lead(name, call.get("href", ""))
        assert ("notes.xhtml", "footnote", "doc-footnote") == (
            home,
            note.get(TYPE),
            note.get("role"),
        )
        assert book.spine.index(home) > book.spine.index(name)
        back = note[0][0]
        assert f"{call.text}." == back.text
        assert "" == (note.text or "") + (note[0].text or "")
        assert ("doc-backlink", "backlink") == (back.get("role"), back.get(TYPE))
        assert f"Volver a la llamada {call.text}" == back.get("aria-label")
        assert (name, [call]) == book.lead(home, back.get("href", "")) or (
            call.get("id") == book.lead(home, back.get("href", ""))[1][0].get("id")
        )


def test_notes_stand_in_one_place_that_has_a_name() -> None:
    """The notes are endnotes, named by their heading (EPUB 3 and DPUB-ARIA)."""
    [section] = sample().find("notes.xhtml", "h:body/h:section")
    assert ("endnotes", "doc-endnotes") == (section.get(TYPE), section.get("role"))
    heading = section[0]
    assert (section.get("aria-labelledby"), "Notas") == (heading.get("id"), heading.text)


def landmarks(book: Book) -> list[tuple[str, str, str]]:
    """Return type, label and address of each landmark."""
    found = book.find("nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a")
    return [(str(a.get(TYPE)), str(a.text), str(a.get("href"))) for a in found]


def test_landmarks_speak_the_language_of_the_book() -> None:
    """Each landmark has one type and a Spanish name; reading starts after the preface."""
    assert landmarks(sample()) == [
        ("cover", "Cubierta", "cover.xhtml"),
        ("titlepage", "Portada", "title.xhtml"),
        ("toc", "Índice", "#contents"),
        ("bodymatter", "Inicio del texto", "text-2.xhtml"),
        ("endnotes", "Notas", "notes.xhtml"),
    ]
    [nav] = sample().find("nav.xhtml", "//h:nav[@epub:type='landmarks']")
    assert ("", "es") == (nav.get("hidden"), nav.get(LANG))


def test_landmarks_of_an_unknown_language_are_said_to_be_english() -> None:
    """Labels that we have in English only are not passed off as Basque."""
    book = make(SAMPLE.replace(b'lang="es"', b'lang="eu"', 1), language="eu")
    [nav] = book.find("nav.xhtml", "//h:nav[@epub:type='landmarks']")
    assert ("en", "Landmarks") == (nav.get(LANG), nav[0].text)
    assert "eu" == book.tree("nav.xhtml").get(LANG)


def test_labels_of_a_variety_are_of_that_variety() -> None:
    """A book in Argentine Spanish has no European landmarks."""
    book = make(SAMPLE.replace(b'lang="es"', b'lang="es-AR"', 1), language="es-AR")
    [nav] = book.find("nav.xhtml", "//h:nav[@epub:type='landmarks']")
    assert {"es-AR"} == {nav.get(LANG), book.tree("cover.xhtml").get(LANG)}


def test_a_link_to_nowhere_stays_for_the_checks_to_name() -> None:
    """A broken link is a fault of the master, which the EPUB does not hide nor fall over."""
    book = make(page(chapter("uno", '<p><a href="#nada">Paz</a>.</p>')))
    assert ["#nada"] == book.find("text-1.xhtml", "//h:a/@href")


@pytest.mark.parametrize(
    ("roles", "start"),
    [
        (["doc-chapter"], "text-1.xhtml"),
        (["doc-dedication", "doc-foreword", "doc-introduction"], "text-3.xhtml"),
        (["doc-preface"], "text-1.xhtml"),
    ],
)
def test_reading_starts_at_the_text(roles: list[str], start: str) -> None:
    """A reader who opens the book passes by forewords, unless there is nothing else."""
    main = "".join(chapter(f"d{n}", "<p>Paz.</p>", role) for n, role in enumerate(roles))
    book = make(page(main, contents='<li><a href="#d0">D0</a></li>'))
    assert [start] == [href for kind, _, href in landmarks(book) if kind == "bodymatter"]


def test_without_notes_nothing_speaks_of_notes() -> None:
    """A work without notes has no file of notes and no landmark to it."""
    book = make(page(chapter("uno", "<p>Paz.</p>")))
    assert "notes.xhtml" not in book.spine
    assert "endnotes" not in {kind for kind, _, _ in landmarks(book)}


def test_contents_are_a_page_that_one_can_read() -> None:
    """The contents stand in the spine, after the imprint, with every heading in its place."""
    [nav] = sample().find("nav.xhtml", "//h:nav[@epub:type='toc' and not(@hidden)]")
    found = [(str(a.text), str(a.get("href"))) for a in nav.iter("{*}a")]
    assert found == [
        ("Prólogo", "text-1.xhtml"),
        ("Uno", "text-2.xhtml"),
        ("Uno, a", "text-2.xhtml#uno-a"),
        ("Uno, a, 1", "text-2.xhtml#uno-a-1"),
        ("Fin", "text-3.xhtml"),
        ("Notas", "notes.xhtml"),
        ("Colofón", "colophon.xhtml"),
    ]
    names = [href.partition("#")[0] for _, href in found]
    assert names == sorted(names, key=sample().spine.index)


def test_old_readers_get_the_same_contents() -> None:
    """The NCX has the lines of the contents at the same depth, numbered from 1."""
    nav = sample().find("nav.xhtml", "//h:nav[@epub:type='toc']//h:a")
    expected = [(a.text, a.get("href"), len(list(a.iterancestors("{*}ol")))) for a in nav]
    points = list(sample().tree("toc.ncx").iter(f"{NCX}navPoint"))
    assert expected == [
        (
            point.findtext(f"{NCX}navLabel/{NCX}text"),
            next(each.get("src") for each in point.findall(f"{NCX}content")),
            1 + len(list(point.iterancestors(f"{NCX}navPoint"))),
        )
        for point in points
    ]
    assert [str(n) for n in range(1, 8)] == [point.get("playOrder") for point in points]


def test_old_readers_learn_what_book_it_is() -> None:
    """The NCX has the work's identifier, title, authors, language and true depth."""
    find = sample().find
    heads = {m.get("name"): m.get("content") for m in find("toc.ncx", "//ncx:head/ncx:meta")}
    [identifier] = find("content.opf", "//dc:identifier/text()")
    assert heads == {
        "dtb:uid": identifier,
        "dtb:depth": "3",
        "dtb:totalPageCount": "0",
        "dtb:maxPageNumber": "0",
    }
    assert ["Paz & pan: «¿qué <hacer>?»"] == find("toc.ncx", "//ncx:docTitle/ncx:text/text()")
    authors = find("toc.ncx", "//ncx:docAuthor/ncx:text/text()")
    assert ["León Trotsky", "Ana Pérez"] == authors
    assert "es" == sample().tree("toc.ncx").get(LANG)


def test_the_guide_of_epub_2_says_where_things_are() -> None:
    """Kindle counts no locations without it."""
    found = sample().find("content.opf", "opf:guide/opf:reference")
    assert [
        ("cover", "cover.xhtml"),
        ("title-page", "title.xhtml"),
        ("toc", "nav.xhtml#contents"),
        ("text", "text-2.xhtml"),
        ("notes", "notes.xhtml"),
    ] == [(each.get("type"), each.get("href")) for each in found]
