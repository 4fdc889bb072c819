"""The TEI file: what stands where in its header and its text."""

from __future__ import annotations

import hashlib

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from archived import archived
from colofon import inputs
from colofon.readers import tei as reader
from colofon.source import Edition
from finished import finished

SPACE = {"t": "http://www.tei-c.org/ns/1.0"}


def tree(edition: Edition) -> Element:
    """Parse a finished TEI file."""
    return etree.parse(edition.build / f"{edition.slug}.tei.xml").getroot()


def found(edition: Edition, path: str) -> list[str]:
    """Return attributes, or the words of elements, their white space folded."""
    nodes = tree(edition).xpath(path, namespaces=SPACE)
    return [
        " ".join((each if isinstance(each, str) else "".join(each.itertext())).split())
        for each in nodes
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//t:title/@type", ["main", "sub"]),
        ("//t:author/t:persName/@key", ["Trotsky, León"]),
        ("//t:edition/t:date/@when", ["2026-11-22"]),
        ("//t:availability/@status", ["unknown"]),
        ("//t:availability/t:p/@n", ["text", "translation", "edition"]),
        ("//t:creation/t:date/@when", ["1917-12-04"]),
        ("//t:creation/t:date/@when-custom", ["1917-11-21"]),
        ("//t:creation/t:date/@cert", ["medium"]),
        ("//t:language/@ident", ["es", "en", "ru-Latn"]),
        ("//t:correction/@method", ["markup"]),
        ("//t:normalization/@n", ["line-wraps", "spaces", "title-block", "quotation-marks"]),
        ("//t:change/@when", ["2026-11-22"]),
        ("//t:body/t:div/@type", ["chapter"]),
        ("//t:back/t:div/@type", ["editorial"]),
        ("//t:choice/t:sic", ["aun", "negaciones", "derecho hablar", "gracias de"]),
        ("//t:choice/@xml:id", ["e1", "e2", "e3", "e4"]),
        ("//t:pb/@edRef", ["#tei.witness"]),
        ("//t:pb/@n", ["2"]),
    ],
)
def test_our_edition_says_what_an_archivist_asks(path: str, expected: list[str]) -> None:
    """Who, when, from what, with what changed, and where."""
    assert expected == found(finished(), path)


def test_the_witness_is_known_by_its_bytes() -> None:
    """The digest is that of the file the header names."""
    edition = finished()
    [name] = found(edition, "//t:witness/t:ref/@target")
    [digest] = found(edition, "//t:witness/t:idno")
    assert digest == hashlib.sha256((edition.root / name).read_bytes()).hexdigest()


def test_the_witness_can_be_read_from_the_file() -> None:
    """With sic for corr and without notes, the words are those of the transcription itself."""
    edition = finished()
    front = inputs.gather(("front",), edition)["front"]
    said = (edition.folder / "witness.txt").read_text("utf-8")
    [head] = [each for each in front.normalisations if each.lines]
    lines = [line.strip() for line in said.splitlines()]
    kept = [line for line in lines if line not in (*head.lines, "2")]
    [marks] = [each.pairs for each in front.normalisations if each.pairs]
    words = " ".join(kept).translate(str.maketrans(marks)).split()
    read = reader.read(edition.build / f"{edition.slug}.tei.xml").witness()
    title = front.title.split()
    assert [*title, *words] == [word.text for word in read]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//t:text/*/t:div/@type", ["dedication", "chapter", "editorial"]),
        ("//t:div/@n", ["1", "2", "2.1"]),
        ("//t:front//t:p/@xml:id", ["p1"]),
        ("//t:body//t:p/@n", ["2", "3", "4"]),
        ("//t:body//t:note/@type", ["authorial", "translation", "rev", *["editorial"] * 5]),
        ("//t:body//t:note/@resp", ["#resp.au", "#resp.tr", "#resp.rev", *["#resp.ed"] * 5]),
        ("//t:respStmt[@xml:id='resp.ed']/t:persName", ["Eva Ruiz"]),
        ("//t:respStmt[@xml:id='resp.rev']/t:name", ["N. del R."]),
        ("//t:div/t:head/t:note", ["a"]),
        ("//t:supplied", ["a"]),
        ("//t:surplus", ["de"]),
        ("//t:pb/@break", ["no"]),
        ("//t:div/t:epigraph/t:quote", ["Quien."]),
        ("//t:cit[@type='epigraph']/t:quote", ["En medio."]),
        ("//t:list[@xml:lang='de']/t:item", ["a", "b"]),
        ("//t:div/t:lg/t:lg/t:l[1]", ["Uno dos", "otra"]),
        ("//t:sp/t:speaker", ["Coro.Dcode", "Solo.", "B."]),
        ("//t:sp//t:stage", ["Pausa."]),
        ("//t:sp/t:lg//t:l", ["uno", "dos"]),
        ("//t:list[@type='gloss']/t:item/t:list/t:item[1]/t:p", ["dos"]),
        ("//t:list[@rend='numbered']/t:item/@n", ["c", "d"]),
        ("//t:row[@role='label'][1]/t:cell[1]", ["a", "t", "a"]),
        ("//t:cell/@rend", ["right", "right"]),
        ("//t:figure/t:figDesc", ["dib", "dib", "dib", "A", "B"]),
        ("//t:graphic[1]/@url", ["source/todo/mapa.png"] * 5),
        ("//t:text//t:ref/@target", ["#uno"]),
        ("//t:ab/@xml:space", ["preserve", "preserve"]),
        ("//t:publicationStmt/t:publisher", ["not stated"]),
        ("//t:sourceDesc/t:bibl[@xml:lang='en']", ["The source of the text is not stated."]),
    ],
)
def test_each_construct_has_its_element(path: str, expected: list[str]) -> None:
    """Whatever a master can hold is told apart."""
    assert expected == found(archived(), path)


def test_code_keeps_its_spaces() -> None:
    """No space of preformatted lines is changed, however deep they stand."""
    [_, code] = tree(archived()).xpath("//t:ab", namespaces=SPACE)
    assert "code\n\n  [^9] more" == code.text
