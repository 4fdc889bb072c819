"""ONIX messages of works that are not ours: every product is true, valid and told apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from onixcheck import schema

from certified import certified
from colofon import inputs, labels, registry
from colofon.accessibility import STANDARD, Accessibility, Conformance
from colofon.checks import onix_agrees, onix_valid, tei_valid
from colofon.onix import access, languages, people
from colofon.onix.message import message
from colofon.onix.nodes import node
from colofon.onix.work import Work
from colofon.readers import onix
from colofon.readers.onix import Message, Person, Product
from colofon.source import Edition
from conftest import doit
from finished import finished_from, outcome

HEAD = """---
title: Über die «Stille» & <Lärm>
authors:
  - name: Ludwig van Beethoven
    sort: Beethoven, Ludwig van
    role: edt
  - name: Anonym
  - name: Marie Curie-Skłodowska
    sort: Curie-Skłodowska, Marie
    role: trl
  - name: Marie Curie-Skłodowska
    sort: Curie-Skłodowska, Marie
    role: ill
  - name: Verein der Setzer
    role: prt
language: de-CH
edition: 3
issued: 2025-07-09
isbn: {print: 978-0-306-40615-7, epub: 978-3-16-148410-0}
print: {trim: 6x9in}
---

# Eins

Ein Wort[^ed-a], *und* [eine frase]{lang=es-419}, [слово]{lang=ru}.

[^ed-a]: Eine Anmerkung.
"""
"""A third edition in Swiss German: editor, translator, nobody's name, ISBNs, no subtitle."""

ISBN = "o:RelatedMaterial/o:RelatedProduct/o:ProductIdentifier[o:ProductIDType='15']/o:IDValue"
CHECKED = next(each for each in registry.CHECKS if each.name == "metadata-agrees")
DETAIL = "o:DescriptiveDetail/o:"


def _message(edition: Edition) -> Message:
    """Check the message of a work, and read it."""
    given = inputs.gather(("onix", "epub", "print_pdf"), edition)
    assert [] == outcome(onix_valid.check(onix=given["onix"]))[0]
    assert [] == outcome(onix_agrees.check(**given))[0]
    return onix.read(given["onix"])


@pytest.fixture(scope="module")
def swiss() -> Edition:
    """Make the third edition."""
    return finished_from("stille", HEAD)


@pytest.fixture(scope="module")
def products(swiss: Edition) -> tuple[Product, ...]:
    """Read its products: the EPUB, then the book."""
    return _message(swiss).products


def test_each_isbn_is_a_product(products: tuple[Product, ...]) -> None:
    """The EPUB and the book have a reference and an ISBN each, and each tells of the other."""
    book, printed = products
    assert (book.identifiers("15"), printed.identifiers("15")) == (
        ("9783161484100",),
        ("9780306406157",),
    )
    assert (book.one(ISBN), printed.one(ISBN)) == ("9780306406157", "9783161484100")
    references = [each.one("o:RecordReference") for each in products]
    assert [each.rpartition(".")[2] for each in references] == ["epub", "print"]
    work = ".//o:RelatedWork/o:WorkIdentifier/o:IDValue"
    assert book.all(work) == printed.all(work)


def test_everybody_is_told_once_with_every_role(products: tuple[Product, ...]) -> None:
    """Who is anonymous has no name, and a role without a code of its own is «other»."""
    marie = Person(("B06", "A12"), "Marie Curie-Skłodowska", "Curie-Skłodowska, Marie")
    expected = (
        Person(("B01",), "Ludwig van Beethoven", "Beethoven, Ludwig van"),
        Person(("A01",), "", ""),
        marie,
        Person(("Z99",), "Verein der Setzer", ""),
    )
    for product in products:
        assert product.people == expected
        assert product.all(f"{DETAIL}Contributor/o:UnnamedPersons") == ("02",)
        assert product.all(f"{DETAIL}Contributor/o:NamesBeforeKey") == ("Ludwig van", "Marie")


def test_what_is_not_known_is_left_out(products: tuple[Product, ...]) -> None:
    """Neither publisher nor price nor rights are made up, nor a subtitle, nor subjects."""
    unknown = "PublishingDetail ProductSupply CollateralDetail Subtitle Subject".split()
    for product in products:
        assert not product.all(" | ".join(f".//o:{name}" for name in unknown))


def test_the_book_is_described_as_it_is(swiss: Edition, products: tuple[Product, ...]) -> None:
    """Trim and pages are those of the print PDF; edition, language and country are told."""
    printed = products[1]
    with pikepdf.open(swiss.build / "stille-print.pdf") as pdf:
        pages = len(pdf.pages)
    count = f"{DETAIL}Extent[o:ExtentType='{{}}']/o:ExtentValue"
    assert printed.one(count.format("06")) == str(pages)
    parts = [int(printed.one(count.format(kind))) for kind in ("00", "03")]
    assert sum(parts) == pages
    assert products[0].one(count.format("08")) == str(pages)
    assert printed.all(f"{DETAIL}Measure/o:Measurement") == ("228.6", "152.4")
    assert printed.all(f"{DETAIL}EditionNumber") == ("3",)
    assert printed.all(f"{DETAIL}Language/o:LanguageCode") == ("ger", "spa", "rus")
    assert printed.all(f"{DETAIL}Language/o:CountryCode") == ("CH",)
    assert not printed.features("09")


def test_page_numbers_are_those_of_the_book(swiss: Edition, tmp_path: Path) -> None:
    """Where the EPUB marks the pages of print, the book is told to be their source (13)."""
    front, facts, layout = inputs.gather(("front", "accessibility", "layout"), swiss).values()
    paged = replace(facts, features=(*facts.features, "pageBreakMarkers"))
    work = Work(front, labels.labels_for(front.language), paged, layout, 1)
    path = tmp_path / "paged.onix.xml"
    path.write_bytes(etree.tostring(message(work)))
    assert [] == outcome(onix_valid.check(onix=path))[0]
    relations = [
        each.all(".//o:RelatedProduct/o:ProductRelationCode") for each in onix.read(path).products
    ]
    assert [("06", "13"), ("06", "27")] == relations
    assert "19" in onix.read(path).products[0].features("09")


PUBLISHED = """---
title: Antologia
subtitle: De moltes veus
authors:
  - name: Mercè Puig
    sort: Puig, Mercè
    role: edt
language: ca
issued: 2026-01-31
publisher: {name: Edicions de Prova, place: Vic}
description: Un recull.
subjects: [proves, veus]
---

# U

Un mot.
"""
"""Catalan, with an editor and no author, and somebody who publishes it."""


def test_who_publishes_it_is_told_everywhere() -> None:
    """EPUB, web page, TEI and imprint name her; the message is hers, and has the day."""
    edition = finished_from("antologia", PUBLISHED)
    message = _message(edition)
    [product] = message.products
    assert message.root.findtext(".//o:SenderName", namespaces=onix.SPACE) == "Edicions de Prova"
    found = product.all("o:PublishingDetail//*[not(*)]")
    assert found == ("01", "Edicions de Prova", "Vic", "01", "20260131")
    given = inputs.gather(tuple(CHECKED.inputs), edition)
    assert [] == outcome(CHECKED.load()(**given))[0]
    assert [] == outcome(tei_valid.check(tei=edition.build / "antologia.tei.xml"))[0]
    assert "Editorial: Edicions de Prova, Vic" in (edition.build / "antologia.txt").read_text()
    assert product.people == (Person(("B01",), "Mercè Puig", "Puig, Mercè"),)


LISTS = etree.parse(schema.O31_XSD_REFERENCE.replace("3.1_reference", "CodeLists")).getroot()


def _codes(number: int) -> set[str]:
    """Read the codes of a list from EDItEUR's schema."""
    path = f"*[@name='List{number}']//*[local-name()='enumeration']/@value"
    return set(LISTS.xpath(path))


def test_codes_are_those_of_the_lists() -> None:
    """What we write is in the lists, whatever a work has; every language of theirs is known."""
    assert set(people.ROLES.values()) | {people.OTHER} <= _codes(17)
    claims = {code for each in access.CLAIMS.values() for code in each}
    assert {*access.FEATURES.values(), *access.BY_MAKING, *claims, "52", "90", "91"} <= _codes(196)
    assert set(access.HAZARDS.values()) <= _codes(143)
    assert _codes(74) == languages.LIST_74
    assert _codes(91) == languages.LIST_91


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("es", "spa"), ("ca-valencia", "cat"), ("zh-Hant-TW", "chi"), ("ext", "mis"), ("grc", "grc")],
)
def test_languages_have_the_trade_s_codes(tag: str, expected: str) -> None:
    """ISO 639-2/B, the bibliographers' codes; «uncoded» where ONIX has none."""
    assert languages.code(tag) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("pt-BR", ["01", "por", "BR"]),
        ("sr-Cyrl-RS", ["01", "srp", "RS", "Cyrl"]),
        ("es-419", ["01", "spa"]),
        ("es-IC", ["01", "spa"]),
        ("sq-XK", ["01", "alb"]),
        ("my-Qaag", ["01", "bur"]),
    ],
)
def test_countries_and_scripts_are_told_where_they_have_codes(
    tag: str, expected: list[str]
) -> None:
    """Latin America, the Canary Islands and Kosovo have none in ISO 3166-1."""
    made = node(None, "DescriptiveDetail")
    languages.language(made, "01", tag)
    assert list(made.itertext()) == expected


def test_every_language_of_labels_has_a_code() -> None:
    """None of those that we can name is uncoded."""
    assert "mis" not in {languages.code(tag) for tag in labels.available()}


def test_a_claim_is_told_with_who_certified_it_and_when() -> None:
    """Specification, WCAG and level have a code each; without a claim, nothing is said."""
    book = Accessibility(
        access_modes=("textual", "visual"),
        sufficient=("textual,visual",),
        features=("pageBreakMarkers", "pageNavigation"),
        hazards=("none",),
        summary="Text.",
        summary_language="en",
        languages=(),
        notes=False,
        conformance=Conformance(STANDARD, "Ana Pérez", dt.date(2026, 11, 22)),
    )
    assert _told(book) == {
        **dict.fromkeys(("04", "19", "22", "32", "41", "82", "85"), ""),
        "00": "Text.",
        "90": "Ana Pérez",
        "91": "20261122",
    }
    unclaimed = _told(replace(book, conformance=None))
    assert unclaimed.keys() == {"00", "19", "22", "32", "41"}


def test_a_certified_edition_is_told_as_one() -> None:
    """The record claims what the EPUB claims, once its evidence is whole."""
    edition = certified()
    run = doit(edition.root, f"{edition.slug}:onix", f"{edition.slug}:print")
    assert run.returncode == 0, run.stdout + run.stderr
    told = _message(edition).products[0].features("09")
    assert {"04", "82", "85"} <= told.keys()
    assert (told["90"], told["91"]) == ("Ana Pérez & Cía.", "20261124")


def _told(book: Accessibility) -> dict[str, str]:
    """Write the details of a book, and read them back."""
    made = node(None, "Product")
    access.access(made, book)
    return Product("", made).features("09")
