"""The check of links: silent on a good work, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from finished import codes, edited_epub, edited_html, edited_pdf, examine


def test_good_links_lead_somewhere() -> None:
    """Nothing is found in our own edition, whose many links were followed."""
    findings, evidence = examine("links-resolve")
    assert [] == findings
    assert 5 == len(evidence)
    assert min(evidence.values()) > 30


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('href="#colophon"', 'href="#colofon"', "dead-link"),
        ('href="#colophon"', 'href="colophon.html"', "dead-link"),
        ('aria-labelledby="contents-title"', 'aria-labelledby="nothing"', "dead-link"),
        ('id="imprint"', 'id="colophon"', "doubled-id"),
    ],
)
def test_bad_links_of_a_web_page_are_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    """A link to nothing, to another file, or to an id that stands twice is told."""
    findings, _ = examine("links-resolve", html=edited_html(tmp_path, old, new))
    assert [code] == codes(findings)


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("nav.xhtml", b'href="text-1.xhtml"', b'href="text-99.xhtml"'),
        ("toc.ncx", b'src="text-1.xhtml"', b'src="text-1.xhtml#nowhere"'),
        ("notes.xhtml", b"#r1", b"#r99"),
        ("content.opf", b'.xhtml"', b'.html"'),
    ],
)
def test_bad_links_of_an_epub_are_told(member: str, old: bytes, new: bytes, tmp_path: Path) -> None:
    """Contents, NCX, guide and text are followed to their member and their id."""

    def change(members: dict[str, bytes]) -> None:
        name = next(key for key in members if key.endswith(member))
        before, _, after = members[name].rpartition(old)
        members[name] = before + new + after

    findings, _ = examine("links-resolve", epub=edited_epub(tmp_path, change))

    assert "dead-link" in codes(findings)
    assert findings[0].place.part.endswith(member)


def test_bad_links_of_a_pdf_are_told(tmp_path: Path) -> None:
    """A link to a name that is gone is told, and so is one without words."""

    def change(book: pikepdf.Pdf) -> None:
        del pikepdf.NameTree(book.Root.Names.Dests)["n1"]
        page = next(page for page in book.pages if "/Annots" in page.obj)
        del page.obj.Annots[0]["/Contents"]

    findings, _ = examine("links-resolve", archive_pdf=edited_pdf(tmp_path, change, "archive"))

    assert ["dead-link", "silent-link"] == codes(findings)
