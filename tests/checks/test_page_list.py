"""The check of the pages of print in the EPUB: silent on a good work, precise on a bad one."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import paged
import pikepdf
import pytest

from colofon.checks.page_list import check
from finished import codes, edited_epub, edited_pdf, examine, finished_from, outcome
from sheets import CONTENTS, SIZE, SMALL, Sheet, book

MARK = r'<span class="page-break"[^>]*id="page-{label}"[^>]*></span>'
LINE = rb'<li><a href="[^"]*#page-2">2</a></li>'
TARGET = rb'<pageTarget id="page-target-8".*?</pageTarget>'


def test_good_marks_stand_at_the_exact_word() -> None:
    """Nothing is found in our own edition, whose pages were all seen."""
    findings, evidence = examine("page-list")
    assert [] == findings
    assert evidence["pages"] == evidence["marks"] >= 17
    assert evidence["words"] > 2000
    assert evidence["calls"] >= 12


def test_a_good_long_book_is_sound() -> None:
    """Pages end in verse, tables, lists, emphasis, long paragraphs and words: all are exact."""
    edition = finished_from("larga", paged.long_book())
    findings, evidence = outcome(
        check(
            epub=edition.build / "larga.epub",
            print_pdf=edition.build / "larga-print.pdf",
            archive_pdf=edition.build / "larga-archive.pdf",
        )
    )
    assert [] == findings
    assert evidence["pages"] > 60
    assert evidence["calls"] > 80
    with zipfile.ZipFile(edition.build / "larga.epub") as epub:
        text = "".join(epub.read(name).decode() for name in epub.namelist() if "text-" in name)
    for place in (r"<br/>{}", r"<td>{}", r"<li>{}", r"<em>[^<]*{}", r"<strong>[^<]*{}"):
        assert re.search(place.format(MARK.format(label=r"\d+")), text), place


def _edited(folder: Path, member: str, old: str | bytes, new: str) -> Path:
    """Change what a pattern finds first in a member; `{…}` in it are marks of pages."""
    pattern = old if isinstance(old, bytes) else old.encode()

    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in members if each.endswith(member))
        members[name], count = re.subn(
            pattern, new.encode(), members[name], count=1, flags=re.DOTALL
        )
        assert count

    return edited_epub(folder, change)


HIDDEN = '<p hidden=""><span epub:type="pagebreak" aria-label="x"/></p></body>'
MISNAMED = ["page-nav-astray", "page-nav-missing", "page-nav-unknown"]
SECOND, THIRD, EITHER = (MARK.format(label=each) for each in ("2", "3", "[23]"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (rf"({SECOND})(\S+ )", r"\2\1", {"page-begins-elsewhere"}),
        (rf"(\S+ )({SECOND})", r"\2\1", {"page-begins-elsewhere"}),
        (rf"({EITHER})(\w)(\w\w)", r"\2\1\3", {"page-mark-in-word", "page-begins-elsewhere"}),
        (SECOND, "", {"page-mark-missing", "page-nav-astray", "page-ncx-astray"}),
        (
            r'(id="page-)2(" aria-label="\S+ )2(.*?id="page-)3(" aria-label="\S+ )3',
            r"\g<1>3\g<2>3\g<3>2\g<4>2",
            {"page-mark-disordered"},
        ),
        (
            r'(id="page-2" aria-label="\S+ )2',
            r"\g<1>22",
            {"page-mark-missing", "page-mark-unknown", "page-nav-astray", "page-ncx-astray"},
        ),
        (r"pueblo", "pueblos", {"page-words-differ"}),
        (
            rf">4</a>(.*{THIRD}.*?)>5</a>",
            r">5</a>\1>4</a>",
            {"page-call-elsewhere", "page-note-elsewhere", "page-words-differ"},
        ),
    ],
    ids=["later", "earlier", "in a word", "removed", "swapped", "renamed", "other words", "calls"],
)
def test_bad_marks_are_told(old: str, new: str, expected: set[str], tmp_path: Path) -> None:
    """A mark that is not at its word, not there, out of turn or misnamed is told with its page."""
    findings, _ = examine("page-list", epub=_edited(tmp_path, "text-1.xhtml", old, new))
    assert expected == set(codes(findings))
    assert any(re.search(r"[Pp]age '?(2|3|22|1|7)\b", each.message) for each in findings)


def test_a_bad_mark_is_told_with_its_words(tmp_path: Path) -> None:
    """The finding names the page, its words in print, and where its mark stands."""
    path = _edited(tmp_path, "text-1.xhtml", rf"({SECOND})(\S+ )", r"\2\1")
    [found], _ = examine("page-list", epub=path)
    assert re.search(r"Page 2 begins with «\S+ \S+ \S+» in print, and with «", found.message)
    assert found.place.part.endswith("text-1.xhtml")
    assert found.place.line


@pytest.mark.parametrize(
    ("member", "old", "new", "expected"),
    [
        ("nav.xhtml", LINE, "", ["page-nav-missing"]),
        ("nav.xhtml", b">2</a>", ">9</a>", MISNAMED),
        ("nav.xhtml", b"#page-2", "#page-3", ["page-nav-astray"]),
        ("nav.xhtml", b"(" + LINE + b")(<li>.*?</li>)", r"\2\1", ["page-nav-disordered"]),
        ("toc.ncx", TARGET, "", ["page-ncx-miscounted", "page-ncx-missing"]),
        ("toc.ncx", b"#page-2", "#page-1", ["page-ncx-astray"]),
        ("toc.ncx", b'(maxPageNumber" content=")', r"\g<1>1", ["page-ncx-miscounted"]),
        ("toc.ncx", b'type="normal" value="2"', 'type="front" value="2"', ["page-ncx-miscounted"]),
        ("toc.ncx", b'(value="2" playOrder=")', r"\g<1>9", ["page-ncx-miscounted"]),
        ("content.opf", b"pageBreakSource", "dcterms:source", ["page-source-missing"]),
        ("notes.xhtml", b"</body>", HIDDEN, ["page-mark-hidden", "page-mark-unknown"]),
    ],
)  # fmt: skip
def test_bad_lists_are_told(
    member: str, old: bytes, new: str, expected: list[str], tmp_path: Path
) -> None:
    """A line that is missing, astray or out of turn is told, and so is a wrong sum."""
    findings, _ = examine("page-list", epub=_edited(tmp_path, member, old, new))
    assert expected == codes(findings)


def test_bad_labels_of_a_pdf_are_told(tmp_path: Path) -> None:
    """A printed page that no mark names is told."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels.Nums[-1].St = 2

    findings, _ = examine("page-list", print_pdf=edited_pdf(tmp_path, change))

    assert {"page-mark-missing", "page-nav-missing", "page-ncx-missing"} <= set(codes(findings))


CONTAINER = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata>
<meta property="pageBreakSource">Book</meta></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="t" href="t.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="t"/></spine></package>"""
PAGE = '<span id="p{0}" role="doc-pagebreak" aria-label="Page {0}"></span>'
NAV = (
    f"<html><body><div role='doc-toc'>{PAGE.format(1)}Text Colophon</div><nav role='doc-pagelist'>"
)
NOTED = """word<a role="doc-noteref">1</a> after"""


def _small(folder: Path, sheets: list[Sheet]) -> Path:
    """Write an EPUB of as many pages as sheets: contents, a call, more text, the colophon."""
    end = len(sheets)
    lines = "".join(
        f'<a href="{"nav" if n == 1 else "t"}.xhtml#p{n}">{n}</a>' for n in range(1, end + 1)
    )
    texts = [NOTED, *["more text"] * (end - 3)]
    text = " ".join(PAGE.format(n) + said for n, said in enumerate(texts, start=2))
    targets = "".join(
        f'<pageTarget type="normal" value="{n}" playOrder="{n}"><text>{n}</text>'
        f'<content src="{"nav" if n == 1 else "t"}.xhtml#p{n}"/></pageTarget>'
        for n in range(1, end + 1)
    )
    members = {
        "META-INF/container.xml": CONTAINER,
        "p.opf": PACKAGE,
        "nav.xhtml": f"{NAV}{lines}</nav></body></html>",
        "t.xhtml": f"<html><body><p>{text}</p><div role='doc-colophon'>{PAGE.format(end)}"
        "Colophon</div></body></html>",
        "toc.ncx": f'<ncx><meta name="dtb:totalPageCount" content="{end}"/>'
        f'<meta name="dtb:maxPageNumber" content="{end}"/>{targets}</ncx>',
    }
    with zipfile.ZipFile(folder / "b.epub", "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return folder / "b.epub"


@pytest.mark.parametrize(
    ("far", "expected"), [(1, []), (2, []), (3, ["page-note-elsewhere"])], ids=str
)
def test_a_bad_note_begins_far_from_its_call(far: int, expected: list[str], tmp_path: Path) -> None:
    """A note at the foot of its page, or of the next one, is where it should be; no farther."""
    sheets = [Sheet(pieces=[(50, 500, SIZE, "more text")]) for _ in range(4)]
    pieces = [(50, 500, SIZE, "word"), (72.8, 504, 6, "1"), (76.2, 500, SIZE, " after")]
    sheets[1] = Sheet(pieces=pieces, links=[((72, 495, 77, 512), far, 50, 109)])
    noted = sheets[far]
    sheets[far] = Sheet(
        pieces=[*noted.pieces, (50, 100, SMALL, "1. The note.")],
        links=[*noted.links, ((50, 98, 60, 109), 1, 72.8, 512)],
    )
    sheets[0], end = CONTENTS, Sheet(pieces=[(50, 500, SIZE, "Colophon")])
    sheets = [*sheets, end]
    path = book(tmp_path / "b.pdf", *sheets)
    findings, _ = outcome(check(epub=_small(tmp_path, sheets), print_pdf=path, archive_pdf=path))
    assert expected == codes(findings)
