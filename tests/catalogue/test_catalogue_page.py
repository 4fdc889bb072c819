"""The catalogue's page: each work once, in its words, and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from lxml import html
from lxml.etree import _Element as Element
from shelf import ACCESS, DIGEST, SHELVES, SPANISH, bare, coverless, full, with_, work

from colofon.catalogue import kinds, page
from colofon.catalogue.statement import statements
from colofon.catalogue.work import Work
from colofon.labels import labels_for


def read(works: list[Work]) -> Element:
    """Write the page of some works and read it as a browser does."""
    return html.document_fromstring(page.write(works).decode("utf-8"))


def texts(root: Element, path: str) -> list[str]:
    """Return what some elements say."""
    found = root.xpath(path)
    assert isinstance(found, list)
    return [" ".join(each.text_content().split()) for each in found]


def linked(works: list[Work]) -> Any:
    """Return the linked data of the page."""
    [script] = read(works).xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


@pytest.mark.parametrize("works", SHELVES.values(), ids=SHELVES)
def test_each_work_has_an_entry_named_by_its_title(works: list[Work]) -> None:
    """Headings nest, ids are unique, links within the page lead somewhere."""
    root = read(works)
    assert [each.about.title for each in works] == texts(root, "//article/h2|//article/div/h2")
    assert [each.slug for each in works] == root.xpath("//article/@id")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)
    assert ["1"] == [each.tag[1] for each in root.iter("h1")]


@pytest.mark.parametrize("works", SHELVES.values(), ids=SHELVES)
def test_the_page_loads_nothing_and_its_policy_says_so(works: list[Work]) -> None:
    """Style and data are named by their digests; the covers stand in the page."""
    root = read(works)
    [policy] = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        [node] = root.xpath(f"//{name}")
        digest = base64.b64encode(hashlib.sha256(node.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert all(each.startswith("data:") for each in root.xpath("//@src"))
    assert [] == root.xpath("//link[@rel='stylesheet']|//@style|//script[@src]")
    assert not re.search(r"url\(|@import", root.xpath("string(//style)"))


def test_every_link_is_relative() -> None:
    """The folder can be put anywhere."""
    links = read(SHELVES["two languages"]).xpath("//@href")
    assert len(links) > 10
    assert [each for each in links if ":" in each or each.startswith("/")] == []


def test_reading_apps_find_the_feeds() -> None:
    """Autodiscovery (OPDS 1.2, 6.2; OPDS 2.0, 1)."""
    found = read([]).xpath("//head/link[@rel='alternate']")
    assert kinds.FEEDS == {each.get("href"): each.get("type") for each in found}


@pytest.mark.parametrize(
    ("name", "language"),
    [("empty", "en"), ("one", "es"), ("bare", "en"), ("two languages", "en")],
)
def test_the_page_speaks_the_language_of_all_its_works(name: str, language: str) -> None:
    """English where they have several; each entry its own."""
    root = read(SHELVES[name])
    assert language == root.get("lang")
    expected = [labels_for(each.about.language).language for each in SHELVES[name]]
    assert expected == root.xpath("//article/@lang")


def test_words_of_a_language_without_labels_are_marked() -> None:
    """What we say of a Dutch work is English, and what it says is Dutch."""
    root = read([work("vrede", with_(SPANISH, language="nl", title="Vrede"))])
    assert ["en"] == root.xpath("//article/@lang")
    assert ["nl"] == root.xpath("//article//h2/@lang")
    assert ["nl"] == root.xpath("//p[@class='description']/@lang")


def test_an_empty_catalogue_says_so() -> None:
    """Nobody looks at an empty page."""
    assert ["Nothing has been published yet."] == texts(read([]), "//main/p")


def test_what_is_not_known_is_not_there() -> None:
    """No author, no description, no cover, no rights: no empty places for them."""
    root = read([coverless()])
    assert [] == root.xpath("//img|//*[@class='author']|//*[@class='description']")
    facts = ["Language", "Published", "Digest of the text (SHA-256)"]
    assert facts == texts(root, "//dl[@class='facts']/dt")
    assert "0123 4567 89ab cdef …" == texts(root, "//dl[@class='facts']/dd")[-1]
    assert [] == [each.tag for each in root.iter("dd", "dt", "p", "h2", "h3") if not len(each)
                  and not (each.text or "").strip()]  # fmt: skip


def test_each_file_has_its_name_size_purpose_and_digest() -> None:
    """In a reader's order; a file of a kind that we do not know is called by its name."""
    root = read([full()])
    names = texts(root, "//ul[@class='files']/li/a")
    assert ["EPUB", "Página web", "PDF para pantalla", "PDF en letra grande"] == names[:4]
    assert ["Cubierta", "paz-y-pan-poster.svg", "paz-y-pan.bag.zip"] == names[-3:]
    assert "2 kB" == texts(root, "//ul[@class='files']//*[@class='size']")[0]
    assert len(names) - 2 == len(texts(root, "//ul[@class='files']//*[@class='purpose']"))
    assert {DIGEST} == set(texts(root, "//details//dd"))
    assert len(full().files) == len(texts(root, "//details//dd"))


def test_the_cover_is_there_in_words() -> None:
    """And in the size that it has, so that nothing moves."""
    [image] = read([full()]).xpath("//img")
    assert SPANISH.cover == image.get("alt")
    assert ("32", "51") == (image.get("width"), image.get("height"))


def test_readers_learn_how_to_verify() -> None:
    """The command, and the file that it reads."""
    root = read([full()])
    assert "sha256sum --check SHA256SUMS" in texts(root, "//pre")
    assert "SHA256SUMS" in root.xpath("//@href")


def test_accessibility_is_told_in_the_order_of_the_guide() -> None:
    """Ways of reading, conformance, navigation, rich content, hazards, summary."""
    said = dict(statements(SPANISH, labels_for("en")))
    assert {
        "Ways of reading": [
            "Letters, colours and spacing can be changed.",
            "All of it can be read aloud or in braille.",
        ],
        "Conformance": [
            "It meets EPUB Accessibility 1.1 - WCAG 2.2 Level AA.",
            "Certified by Ana Pérez.",
        ],
        "Navigation": [
            "A table of contents with links.",
            "Headings and other parts that one can go through.",
            "The page numbers of the printed edition.",
        ],
        "Rich content": ["Images have alternative text."],
        "Hazards": ["No hazards."],
        "Summary": ["Se lee en voz alta."],
    } == said
    order = ["Ways of reading", "Conformance", "Navigation", "Rich content", "Hazards", "Summary"]
    assert order == list(said)


def test_what_is_not_known_of_accessibility_is_said_to_be() -> None:
    """Silence would be taken for a yes."""
    said = dict(statements(bare().about, labels_for("en")))
    assert ["Ways of reading", "Conformance", "Navigation", "Hazards"] == list(said)
    assert all("known" in sentence for sentence in said["Ways of reading"])
    assert ["No conformance to a standard is claimed."] == said["Conformance"]


@pytest.mark.parametrize(
    ("prop", "values", "sentence"),
    [
        ("schema:accessModeSufficient", ("textual,visual",), "Not all of it can be read aloud"),
        ("schema:accessibilityFeature", ("tableOfContents",), "Not all images have alternative"),
        ("schema:accessibilityHazard", ("flashing",), "It flashes"),
        ("schema:accessibilityHazard", ("unknown",), "Nothing is known about it."),
    ],
)
def test_bad_news_is_told(prop: str, values: tuple[str, ...], sentence: str) -> None:
    """A book that lacks something says so."""
    about = with_(SPANISH, properties={**ACCESS, prop: values})
    told = [each for _, each in statements(about, labels_for("en"))]
    assert any(each.startswith(sentence) for sentences in told for each in sentences)


def test_search_engines_read_a_book_and_its_files() -> None:
    """schema.org/Book with an example for each file that is read, and its digest."""
    [book] = linked([full()])["@graph"]
    assert ("Book", SPANISH.identifier) == (book["@type"], book["@id"])
    assert SPANISH.subtitle == book["alternativeHeadline"]
    assert [{"@type": "Person", "name": "Ana Pérez"}] == book["translator"]
    assert [{"@type": "Person", "name": "Inés Gil"}] == book["contributor"]
    assert 6 == len(book["workExample"])
    first = book["workExample"][0]
    assert ("9783161484100", "https://schema.org/EBook") == (first["isbn"], first["bookFormat"])
    assert {
        "@type": "MediaObject",
        "contentUrl": "paz-y-pan/paz-y-pan.epub",
        "encodingFormat": "application/epub+zip",
        "contentSize": "1500 B",
        "sha256": DIGEST,
    } == first["encoding"]
    assert list(ACCESS["schema:accessMode"]) == book["accessMode"]
    assert ["textual"] == book["accessModeSufficient"][1]["itemListElement"]
    assert "application/octet-stream" in {each["encodingFormat"] for each in book["encoding"]}


def test_no_word_of_a_work_ends_the_script() -> None:
    """A title may hold anything."""
    assert b"</script> muestra" not in page.write([full()]).partition(b"</head>")[0]
    assert SPANISH.title == linked([full()])["@graph"][0]["name"]


def test_nothing_is_said_of_a_bare_work_but_what_is_known() -> None:
    """No empty values in linked data."""
    [book] = linked([bare()])["@graph"]
    assert "author" not in book
    assert "description" not in book
    assert "accessMode" not in book
    assert [] == linked([])["@graph"]
