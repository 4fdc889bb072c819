"""The check of the ONIX message alone: silent on a good one, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from finished import codes, edited, examine


def test_good_messages_are_valid() -> None:
    """Nothing is found in our own edition's, of many elements."""
    findings, evidence = examine("onix-valid")
    assert [] == findings
    assert evidence["schemas"] == 2
    assert evidence["products"] == 1
    assert evidence["elements"] > 100


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<LanguageCode>spa<", "<LanguageCode>es<"),
        ("<ProductForm>ED<", "<ProductForm>EPUB<"),
        ("<NotificationType>03</NotificationType>", ""),
        ("<ExtentValue>", "<ExtentValue>many"),
        ("<SentDateTime>2026", "<SentDateTime>MMXXVI"),
        ("</ONIXMessage>", ""),
        ("ONIXMessage", "OnixMessage"),
        ('release="3.1"', 'release="4.0"'),
        ("ns.editeur.org/onix/3.1/reference", "ns.editeur.org/onix/3.0/reference"),
    ],
)
def test_bad_messages_are_told(old: str, new: str, tmp_path: Path) -> None:
    """A wrong code, something missing, a word for a number, no XML, another version."""
    findings, _ = examine("onix-valid", onix=edited(tmp_path, ".onix.xml", old, new))
    assert ["invalid-onix"] == codes(findings)


def test_a_bad_line_is_told(tmp_path: Path) -> None:
    """A fault of the schema comes with its line."""
    path = edited(tmp_path, ".onix.xml", "<ProductForm>ED<", "<ProductForm>??<")
    findings, _ = examine("onix-valid", onix=path)
    lines = path.read_text("utf-8").splitlines()
    assert {1 + lines.index("      <ProductForm>??</ProductForm>")} == {
        each.place.line for each in findings
    }


IDENTIFIER = "<ProductIdentifier><ProductIDType>{}</ProductIDType><IDValue>{}</IDValue>{}"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ({"15": "9783161484100", "03": "9783161484100"}, []),
        ({"15": "9783161484100"}, ["half-isbn"]),
        ({"15": "9783161484101", "03": "9783161484101"}, ["wrong-isbn"]),
        ({"15": "3161484100", "03": "3161484100"}, ["wrong-isbn"]),
    ],
)
def test_bad_numbers_are_told(numbers: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    """A wrong check digit, an ISBN of ten digits, and an ISBN under one of its two names."""
    end = "</ProductIdentifier>"
    added = "".join(IDENTIFIER.format(kind, value, end) for kind, value in numbers.items())
    path = edited(tmp_path, ".onix.xml", end, end + added)
    findings, _ = examine("onix-valid", onix=path)
    assert expected == [code for code in codes(findings) if code != "invalid-onix"]


def test_two_bad_products_of_one_name_are_told(tmp_path: Path) -> None:
    """The same numbers under another reference would sell one thing as two."""
    text = edited(tmp_path, ".onix.xml", "release", "release").read_text("utf-8")
    product = text[text.index("<Product>") : text.index("</ONIXMessage>")]
    product = product.replace("<RecordReference>", "<RecordReference>other.")
    path = edited(tmp_path, ".onix.xml", "</ONIXMessage>", product + "</ONIXMessage>")
    findings, _ = examine("onix-valid", onix=path)
    assert ["doubled-product"] == codes(findings)
