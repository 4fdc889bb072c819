"""`#p12` leads to the same words in web page, EPUB and print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
from lxml import html

from finished import codes, edited_epub, edited_html, edited_pdf, examine, finished


def test_a_good_edition_is_citable() -> None:
    """Sixteen paragraphs in five outputs."""
    findings, evidence = examine("paragraphs-citable")
    assert [] == findings
    assert {"paragraphs": 16, "outputs": 5} == evidence


def test_twelve_is_the_same_everywhere() -> None:
    """The twelfth paragraph, found with other tools than ours in the web page."""
    page = html.parse(str(finished().build / "por-la-paz.html"))
    [paragraph] = page.xpath("//*[@id='p12']")
    assert paragraph.text_content().startswith("Nuestra delegación hablará")
    with pikepdf.open(finished().build / "por-la-paz-archive.pdf") as pdf:
        names = pdf.Root.Names.Dests.Names
        named = {str(names[i]): names[i + 1] for i in range(0, len(names), 2)}
        assert "p12" in named


def test_a_bad_anchor_on_the_web_is_found(tmp_path: Path) -> None:
    """Two anchors exchanged, or one missing."""
    found = examine("paragraphs-citable", html=edited_html(tmp_path, 'id="p3"', 'id="p33"'))[0]
    assert ["paragraph-astray"] == codes(found)
    assert "#p3 leads nowhere" in found[0].message
    more = edited_html(tmp_path, '<p id="p16"', '<p id="p17">Más.</p><p id="p16"')
    assert ["paragraph-number-extra"] == codes(examine("paragraphs-citable", html=more)[0])


def test_a_bad_anchor_in_the_epub_is_found(tmp_path: Path) -> None:
    """The words under an anchor are not the paragraph's."""

    def change(members: dict[str, bytes]) -> None:
        name = next(name for name, data in members.items() if b'id="p2"' in data)
        members[name] = members[name].replace("nación libre".encode(), b"imperio libre")

    found = examine("paragraphs-citable", epub=edited_epub(tmp_path, change))[0]
    assert ["paragraph-astray"] == codes(found)


def test_a_bad_destination_in_the_pdf_is_found(tmp_path: Path) -> None:
    """A destination that leads to another line; its number in the margin is left over."""

    def change(pdf: pikepdf.Pdf) -> None:
        names = pdf.Root.Names.Dests.Names
        at = [str(each) for each in list(names)[::2]].index("p3") * 2 + 1
        names[at][3] = names[at][3] - 28

    found = examine("paragraphs-citable", archive_pdf=edited_pdf(tmp_path, change, "archive"))[0]
    assert ["paragraph-astray", "paragraph-number-extra"] == codes(found)


def test_a_bad_number_in_the_margin_is_found(tmp_path: Path) -> None:
    """A number that is gone is missed."""

    def change(pdf: pikepdf.Pdf) -> None:
        page: Any = pdf.pages[9]
        kept, inside = [], False
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            if name == "BDC":
                inside = str(instruction.operands[0]) == "/Artifact"
            if not (inside and name == "TJ"):
                kept.append(instruction)
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))

    found = examine("paragraphs-citable", archive_pdf=edited_pdf(tmp_path, change, "archive"))[0]
    assert ["paragraph-number-lost"] == codes(found)
    assert len(found) == 2


def test_a_bad_number_in_tei_or_plain_text_is_found(tmp_path: Path) -> None:
    """A number that is missing, or that stands twice."""
    for name, suffix, old, new in (
        ("tei", ".tei.xml", '<p n="12" xml:id="p12">', "<p>"),
        ("tei", ".tei.xml", 'n="12" xml:id="p12"', 'n="11" xml:id="p12"'),
        ("text", ".txt", "\n[12]  ", "\n      "),
    ):
        path = tmp_path / f"por-la-paz{suffix}"
        whole = (finished().build / path.name).read_text("utf-8")
        assert old in whole
        path.write_text(whole.replace(old, new), "utf-8")
        [found] = examine("paragraphs-citable", **{name: path})[0]
        assert "paragraph-astray" == found.code
