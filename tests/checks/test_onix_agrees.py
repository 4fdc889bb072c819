"""The check of the ONIX message against the EPUB: silent on a good one, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from colofon import inputs
from colofon.checks.onix_agrees import check
from conftest import MASTER
from finished import codes, edited, edited_epub, examine, finished_from, outcome


def test_good_messages_say_what_the_epub_says() -> None:
    """Nothing is found in our own edition, of many statements."""
    findings, evidence = examine("onix-agrees")
    assert [] == findings
    assert evidence["statements"] > 20


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        ("<TitleText>", "<TitleText>Not ", "title"),
        ("<Subtitle>", "<Subtitle>Not ", "subtitle"),
        ("<PersonName>León", "<PersonName>Lev", "roles"),
        ("<PersonNameInverted>Trotsky", "<PersonNameInverted>Bronstein", "people"),
        ("<ContributorRole>A01", "<ContributorRole>B06", "roles"),
        ("<LanguageCode>spa", "<LanguageCode>cat", "language"),
        ("<LanguageCode>rus", "<LanguageCode>ukr", "passages"),
        ("<SentDateTime>2026", "<SentDateTime>2025", "day"),
        ("<IDValue>urn:uuid:3", "<IDValue>urn:uuid:4", "work"),
        ("<Text>", "<Text>Not ", "description"),
        ("<SubjectHeadingText>", "<SubjectHeadingText>Not ", "keywords"),
        ("<ExtentType>22", "<ExtentType>23", "bytes"),
        ("<ExtentType>08", "<ExtentType>06", "pages"),
        ("<ExtentValue>", "<ExtentValue>1", "pages"),
        ("<PrimaryContentType>10", "<PrimaryContentType>07", "content"),
        ("FeatureValue>52<", "FeatureValue>51<", "accessibility"),
        ("FeatureValue>22<", "FeatureValue>04<", "accessibility"),
        (">Texto que", ">Otro texto que", "summary"),
        ("<ProductFormFeatureType>12", "<ProductFormFeatureType>13", "hazards"),
    ],
)
def test_bad_statements_are_told(old: str, new: str, about: str, tmp_path: Path) -> None:
    """Whatever differs is told by name."""
    text = edited(tmp_path, ".onix.xml", old, new)
    findings, _ = examine("onix-agrees", onix=text)
    assert about in {each.message.partition(":")[0] for each in findings}
    assert ["onix-differs"] == codes(findings)


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        (">tableOfContents<", ">index<", "accessibility"),
        ('accessMode">textual', 'accessMode">visual', "content"),
        ('accessModeSufficient">textual', 'accessModeSufficient">visual', "accessibility"),
        ('xml:lang="es"', 'id="package"', "accessibility"),
        (
            "</metadata>",
            '<meta property="pageBreakSource">urn:isbn:9783161484100</meta></metadata>',
            "pages of",
        ),
        ("</metadata>", "<dc:identifier>urn:isbn:9783161484100</dc:identifier></metadata>", "ISBN"),
    ],
)
def test_bad_messages_about_another_epub_are_told(
    old: str, new: str, about: str, tmp_path: Path
) -> None:
    """What the EPUB no longer bears out is told."""

    def change(members: dict[str, bytes]) -> None:
        name = next(key for key in members if key.endswith(".opf"))
        assert old.encode() in members[name]
        members[name] = members[name].replace(old.encode(), new.encode(), 1)

    findings, _ = examine("onix-agrees", epub=edited_epub(tmp_path, change))

    assert {about, "bytes"} == {each.message.partition(":")[0] for each in findings}


ISBNS = "isbn: {print: 978-0-306-40615-7}\n"


def test_a_bad_message_about_other_pages_is_told(tmp_path: Path) -> None:
    """A page more in print than the message says, and a book cut otherwise."""
    printed = finished_from("impresa", MASTER.replace("issued:", f"{ISBNS}issued:"))
    given = inputs.gather(("onix", "epub", "print_pdf"), printed)
    assert [] == outcome(check(**given))[0]
    path = tmp_path / "impresa-print.pdf"
    with pikepdf.open(given["print_pdf"]) as book:
        book.pages.append(book.pages[-1])
        left, bottom, right, top = book.pages[0].trimbox
        book.pages[0].trimbox = pikepdf.Array([left, bottom, right, float(top) - 72])
        book.save(path)
    findings, _ = outcome(check(**{**given, "print_pdf": path}))
    about = [each.message.partition(":")[0] for each in findings]
    assert {"pages", "millimetres"} == set(about)
    assert about.count("pages") == 2 * len(("epub", "main", "all"))


def test_a_bad_message_without_the_epub_is_told(tmp_path: Path) -> None:
    """A record of something else is no record of the EPUB."""
    path = edited(tmp_path, ".onix.xml", "Detail>E101<", "Detail>E107<")
    findings, _ = examine("onix-agrees", onix=path)
    assert "not-one-epub" in codes(findings)
