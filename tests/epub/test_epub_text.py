"""The EPUB says what the page says, cut into files that a reader can open one by one."""

from __future__ import annotations

from epub_book import LANG, SAMPLE, TYPE, chapter, make, page, sample
from lxml import etree


def page_parts(data: bytes) -> dict[str, str]:
    """Return the text of each part of a page by its id."""
    body = etree.fromstring(data).find("body")
    assert body is not None
    return {str(part.get("id")): "".join(part.itertext()) for part in body if part.get("id")}


def test_every_character_is_there_once_and_in_order() -> None:
    """Each part of the page is in the EPUB character by character, spaces included."""
    book, parts = sample(), page_parts(SAMPLE)
    assert "fático, ab  con   dos espacios; H2O" in parts["text"]
    names = {"title-page": "title", "imprint": "imprint", "notes": "notes", "colophon": "colophon"}
    for part, name in names.items():
        assert parts[part] == book.text(f"{name}.xhtml").strip("\n")
    text = [book.text(name).strip("\n") for name in book.spine if name.startswith("text-")]
    assert parts["text"] == "".join(text)
    [contents] = book.find("nav.xhtml", "//h:nav[@id='contents']")
    assert parts["contents"] == "".join(contents.itertext())


def test_phrases_that_touch_stay_together() -> None:
    """No white space comes between «en» and «fático», or around what a note's call follows."""
    [paragraph] = sample().find("text-2.xhtml", "//h:p[h:em]")
    assert paragraph.xpath("string()").startswith("enfático, ab")


def test_each_division_is_a_file_in_the_order_of_reading() -> None:
    """The spine has the cover, what stands before the text, the text, the notes, the colophon."""
    assert sample().spine == [
        *("cover.xhtml", "title.xhtml", "imprint.xhtml", "nav.xhtml"),
        *("text-1.xhtml", "text-2.xhtml", "text-3.xhtml"),
        *("notes.xhtml", "colophon.xhtml"),
    ]


def test_each_file_begins_with_its_highest_heading() -> None:
    """Headings start at h1 in each file and go down one by one."""
    expected = {
        "title.xhtml": ["h1"],
        "nav.xhtml": ["h1", "h2"],
        "text-2.xhtml": ["h1", "h2", "h3"],
        "notes.xhtml": ["h1"],
    }
    for name, tags in expected.items():
        nodes = (etree.QName(node).localname for node in sample().tree(name).iter())
        assert tags == [tag for tag in nodes if tag[0] == "h" and tag[1:].isdigit()]


def test_each_file_has_a_title_of_its_own() -> None:
    """A reader of screens hears where she is (WCAG 2.2, 2.4.2)."""
    titles = {name: sample().find(name, "h:head/h:title/text()")[0] for name in sample().spine}
    assert titles == {
        "cover.xhtml": "Cubierta",
        "title.xhtml": "Paz & pan: «¿qué <hacer>?»",
        "imprint.xhtml": "Créditos",
        "nav.xhtml": "Índice",
        "text-1.xhtml": "Prólogo",
        "text-2.xhtml": "Uno",
        "text-3.xhtml": "Fin",
        "notes.xhtml": "Notas",
        "colophon.xhtml": "Colofón",
    }


def test_every_language_is_said_twice() -> None:
    """Each `lang` has its `xml:lang`, and a file in another language says so at its root."""
    for name in sample().spine:
        for node in sample().tree(name).iter():
            assert node.get("lang") == node.get(LANG)
    assert "fr" == sample().tree("text-3.xhtml").get("lang")
    assert ["ru", "ru-Latn", "en"] == sample().find("text-2.xhtml", "//h:span/@lang")


def test_semantics_are_said_for_old_and_new_readers() -> None:
    """Each DPUB-ARIA role has the `epub:type` that says the same; some types have no role."""
    expected = {
        ("doc-backlink", "backlink"),
        ("doc-chapter", "chapter"),
        ("doc-colophon", "colophon"),
        ("doc-cover", "cover"),
        ("doc-endnotes", "endnotes"),
        ("doc-epigraph", "epigraph"),
        ("doc-epilogue", "epilogue"),
        ("doc-footnote", "footnote"),
        ("doc-noteref", "noteref"),
        ("doc-preface", "preface"),
        ("doc-toc", "toc"),
    }
    nodes = [node for name in sample().spine for node in sample().tree(name).iter()]
    found = {(node.get("role"), node.get(TYPE)) for node in nodes if node.get("role")}
    assert expected == {(role, kind or "cover") for role, kind in found}
    alone = {node.get(TYPE) for node in nodes if not node.get("role")} - {None}
    assert alone >= {"titlepage", "copyright-page", "landmarks", "bodymatter"}


def test_nothing_is_written_as_an_open_tag() -> None:
    """An empty cell is `<td></td>`: engines that read HTML take `<td/>` for an open tag."""
    data = sample().members["EPUB/text-2.xhtml"]
    assert b'<td class="right"></td>' in data
    assert b"<br/>" in data


def test_emendations_keep_what_the_witness_has() -> None:
    """`data-sic` goes through."""
    assert ["vien"] == sample().find("text-2.xhtml", "//h:span[@class='corr']/@data-sic")


PARAGRAPH = f"<p>{'Paz, pan y tierra. ' * 50}</p>"


def large(sections: int, each: int) -> bytes:
    """Write a page whose one chapter, in Catalan, has sections of so many paragraphs."""
    inner = "".join(
        f'<section id="s{number}" aria-labelledby="s{number}-title">'
        f'<h3 id="s{number}-title">S {number}</h3>{PARAGRAPH * each}'
        f'<section id="t{number}"><h4>T {number}</h4><p>T</p></section></section>'
        for number in range(1, sections + 1)
    )
    lines = "".join(f'<li><a href="#s{n}">S {n}</a></li>' for n in range(1, sections + 1))
    main = chapter("uno", f'<p>Antes: <a href="#s2">véase</a>.</p>{inner}')
    contents = f'<li><a href="#uno">Uno</a><ol>{lines}</ol></li>'
    return page(main.replace("<section", '<section lang="ca"', 1), contents=contents)


def test_a_large_division_is_split_at_its_sections() -> None:
    """Above 250 kB each section is a file, in order, with its own h1, title and language."""
    data = large(4, 80)
    book = make(data)
    names = [name for name in book.spine if name.startswith("text-")]
    assert ["text-1.xhtml", *(f"text-{n}.xhtml" for n in range(2, 6))] == names
    assert page_parts(data)["text"] == "".join(book.text(name).strip("\n") for name in names)
    assert ["S 2"] == book.find("text-3.xhtml", "//h:h1/text()")
    assert ["T 2"] == book.find("text-3.xhtml", "//h:h2/text()")
    assert ["S 2"] == book.find("text-3.xhtml", "//h:title/text()")
    assert "ca" == book.tree("text-3.xhtml").get(LANG)
    assert ["text-3.xhtml"] == book.find("text-1.xhtml", "//h:p/h:a/@href")
    assert ["doc-chapter"] == [role for n in names for role in book.find(n, "//h:section/@role")]


def test_a_division_of_common_size_is_one_file() -> None:
    """Below 250 kB nothing is split, and a division without sections never is."""
    assert 1 == len([name for name in make(large(4, 20)).spine if name.startswith("text-")])
    whole = make(page(chapter("uno", PARAGRAPH * 400)))
    assert 1 == len([name for name in whole.spine if name.startswith("text-")])


def test_pictures_get_names_that_every_reader_bears() -> None:
    """A picture used twice is there once; its description goes with each use."""
    found = sample().find("text-2.xhtml", "//h:img")
    assert [
        ("images/1.png", "Mapa del frente"),
        ("images/1.png", ""),
        ("images/2.jpg", "Una foto"),
    ] == [(image.get("src"), image.get("alt")) for image in found]
    assert sample().members["EPUB/images/1.png"].startswith(b"\x89PNG")
    assert sample().members["EPUB/images/2.jpg"].startswith(b"\xff\xd8\xff")
