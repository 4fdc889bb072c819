"""The check of what outputs say of themselves: silent on a good work, precise on a bad one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from colofon import inputs, registry
from colofon.checks.metadata_agrees import check
from colofon.finding import Finding
from conftest import MASTER, ROOT
from finished import (
    edited,
    edited_epub,
    edited_html,
    edited_pdf,
    examine,
    finished_from,
    outcome,
)


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return where each finding is, and what it is about."""
    return [(each.place.part or "html", each.message.partition(":")[0]) for each in findings]


def test_good_outputs_say_what_the_front_matter_says() -> None:
    """Nothing is found in our own edition, of many statements."""
    findings, evidence = examine("metadata-agrees")
    assert [] == findings
    assert evidence["statements"] > 20
    assert evidence["folios"] > 5


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        ("<title>", "<title>Not ", "title"),
        ('name="author" content="', 'name="author" content="Not ', "authors"),
        ('<html lang="es"', '<html lang="en"', "language"),
        ('content="urn:uuid:', 'content="urn:uuid:0', "identifier"),
        ('name="dcterms.date" content="20', 'name="dcterms.date" content="19', "issued"),
        ('name="dcterms.created" content="19', 'name="dcterms.created" content="18', "created"),
        ("</title>", '</title><meta name="dcterms.publisher" content="X"/>', "publisher"),
    ],
)
def test_bad_statements_of_a_web_page_are_told(
    old: str, new: str, about: str, tmp_path: Path
) -> None:
    """Whatever differs is told by name."""
    findings, _ = examine("metadata-agrees", html=edited_html(tmp_path, old, new))
    assert [("html", about)] == said(findings)


def test_bad_statements_of_the_archives_files_are_told(tmp_path: Path) -> None:
    """Another title in the TEI, and another identifier in the plain text."""
    tei = edited(tmp_path, ".tei.xml", '<title type="main">', '<title type="main">Not ')
    text = edited(tmp_path, ".txt", "urn:uuid:3", "urn:uuid:4")
    findings, _ = examine("metadata-agrees", tei=tei, text=text)
    assert ["title", "identifier"] == [each.message.partition(":")[0] for each in findings]


def test_bad_statements_of_an_epub_are_told(tmp_path: Path) -> None:
    """Another language in the package is told."""

    def change(members: dict[str, bytes]) -> None:
        name = next(key for key in members if key.endswith(".opf"))
        members[name] = members[name].replace(b"language>es<", b"language>ca<")

    findings, _ = examine("metadata-agrees", epub=edited_epub(tmp_path, change))

    assert [("html", "language")] == said(findings)


def test_bad_statements_of_a_pdf_are_told(tmp_path: Path) -> None:
    """XMP and Info are read apart, since readers show the one or the other."""

    def change(book: pikepdf.Pdf) -> None:
        book.docinfo["/Title"] = "Otra cosa"
        book.docinfo["/CreationDate"] = "D:20261122010000Z"

    findings, _ = examine("metadata-agrees", interiors={"offset": edited_pdf(tmp_path, change)})

    assert [("Info", "title"), ("Info", "issued")] == said(findings)


def test_bad_page_labels_are_told(tmp_path: Path) -> None:
    """A label that is not the number printed on its page leads readers astray."""

    def change(book: pikepdf.Pdf) -> None:
        del book.Root["/PageLabels"]

    findings, evidence = examine(
        "metadata-agrees", interiors={"offset": edited_pdf(tmp_path, change)}
    )

    assert {"wrong-page-label"} == {each.code for each in findings}
    assert evidence["folios"] == 3 * len(findings)  # screen and archive have the same pages


def test_good_helpers_agree_whatever_the_hash_seed() -> None:
    """XMP keeps them in a bag, which has no order (ISO 16684-1, 7.7)."""
    helpers = "".join(
        f"  - name: {name}\n    role: {role}\n"
        for name, role in (("Zoe", "trl"), ("Blas", "edt"), ("Marta", "ill"), ("Ada", "trl"))
    )
    text = MASTER.replace("language: es\n", f"{helpers}language: es\n")
    made = finished_from("manos", text)
    code = (
        "from pathlib import Path; from colofon.readers import pdf_facts; "
        f"print(pdf_facts.read(Path({str(made.build / 'manos-print.pdf')!r})).xmp.helpers)"
    )
    for seed in range(5):
        run = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == "('Ada', 'Blas', 'Marta', 'Zoe')"
    [entry] = [each for each in registry.CHECKS if each.name == "metadata-agrees"]
    given = inputs.gather(entry.inputs, made)
    assert [] == outcome(check(**given))[0]
