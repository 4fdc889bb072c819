"""A work that tells what its editions changed is believed only if all agrees, and says so in all.

What the check `edition-identified` finds amiss is in `checks/test_edition_identified.py`.
"""

from __future__ import annotations

import zipfile

import pytest
from histories import CHANGES, DAYS, told
from lxml import etree

from colofon import frontmatter
from colofon.finding import Refused
from colofon.readers import pdf_page_words
from colofon.source import Master
from conftest import MASTER
from finished import finished

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
SAID = [
    f"Edición {number}, {day}: {said}"
    for number, (day, said) in enumerate(
        zip(
            ("29 de febrero de 2024", "1 de marzo de 2025", "22 de noviembre de 2026"),
            CHANGES,
            strict=True,
        ),
        start=1,
    )
]


def faults(history: str, edition: int = 3) -> list[tuple[int, str]]:
    """Return line and code of each fault of a history that begins in line 7, in order."""
    head = f"issued: 2026-11-22\nedition: {edition}\nhistory:\n{history}"
    with pytest.raises(Refused) as refused:
        frontmatter.read(Master("a.md", MASTER.replace("issued: 2026-11-22\n", head)), "a")
    assert all(each.hint for each in refused.value.findings)
    return sorted((each.place.line - 8, each.code) for each in refused.value.findings)


def entry(edition: int, day: str, changes: str = "Algo.") -> str:
    """Write an entry on one line."""
    return f"  - {{edition: {edition}, issued: {day}, changes: {changes}}}\n"


FIRST, LAST = entry(1, "2024-01-01"), entry(3, "2026-11-22")


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (entry(1, "2024-01-01") + entry(2, "2026-11-22"), [(2, "history-ends")]),
        (FIRST + entry(3, "2026-11-21"), [(2, "history-ends")]),
        (FIRST, [(1, "history-ends"), (1, "history-ends")]),
        (entry(3, "2024-01-01") + LAST, [(2, "history-disordered")]),
        (entry(2, "2026-11-22") + LAST, [(2, "history-disordered")]),
        (entry(2, "2024-01-01") + entry(1, "2023-01-01") + LAST, [(2, "history-disordered")] * 2),
        (LAST + FIRST, [(2, "history-disordered")] * 2 + [(2, "history-ends")] * 2),
        (FIRST + entry(2, "2025-02-30") + LAST, [(2, "bad-date")]),
        (entry(0, "2024-01-01") + LAST, [(1, "wrong-type")]),
        (entry(1, "2024-01-01", "''") + LAST, [(1, "empty-value")]),
        ("  - {edition: 1, issued: 2024-01-01, change: Algo.}\n" + LAST,
         [(1, "missing-key"), (1, "unknown-key")]),
    ],
)  # fmt: skip
def test_a_history_that_does_not_agree_is_refused(
    history: str, expected: list[tuple[int, str]]
) -> None:
    """Every fault has its line and how to mend it: numbers and days rise to this edition."""
    assert expected == faults(history)


def test_a_history_is_kept_in_order_and_in_one_paragraph() -> None:
    """White space in what an edition changed is folded."""
    long = "  - edition: 1\n    issued: 2024-01-01\n    changes: |\n      Una.\n\n      Otra.\n"
    head = f"edition: 3\nhistory:\n{long}{LAST}language"
    front = frontmatter.read(Master("a.md", MASTER.replace("language", head)), "a")
    assert [(1, "Una. Otra."), (3, "Algo.")] == [
        (each.edition, each.changes) for each in front.history
    ]


def test_web_page_and_epub_list_the_editions() -> None:
    """As a list that is named, in the imprint."""
    edition = told()
    with zipfile.ZipFile(edition.build / f"{edition.slug}.epub") as book:
        pages = [book.read("EPUB/imprint.xhtml"), (edition.build / "page.html").read_bytes()]
    for page in pages:
        root = etree.fromstring(page)
        [found] = root.iterfind(".//{*}section[@id='imprint']/{*}ul")
        assert SAID == ["".join(item.itertext()) for item in found]
        [name] = root.xpath("//*[@id=$id]", id=found.get("aria-labelledby"))
        assert "Ediciones de esta obra:" == "".join(name.itertext())


def test_print_and_plain_text_list_the_editions() -> None:
    """On the imprint page, and in the head of the file."""
    edition = told()
    pages = pdf_page_words.read(edition.build / f"{edition.slug}-print.pdf")
    head = (edition.build / f"{edition.slug}.txt").read_text("utf-8").partition("\n===")[0]
    for said in (" ".join(pages[3]), " ".join(head.split())):
        assert " ".join(["Ediciones de esta obra:", *SAID]) in said


def test_the_tei_header_lists_the_editions() -> None:
    """The last one first, which alone is that which is published here (TEI P5, 2.6)."""
    edition = told()
    root = etree.parse(edition.build / f"{edition.slug}.tei.xml")
    found = root.findall("t:teiHeader/t:revisionDesc/t:change", TEI)
    rows = zip(("1", "2", "3"), DAYS, CHANGES, strict=True)
    assert [*rows][::-1] == [(each.get("n"), each.get("when"), each.text) for each in found]
    assert ["published", None, None] == [each.get("status") for each in found]


def test_without_a_history_nothing_is_said_of_one() -> None:
    """Our own edition is the first, and lists no editions."""
    edition = finished()
    for name in ("page.html", "por-la-paz.txt"):
        text = (edition.build / name).read_text("utf-8")
        assert 1 == text.count("Edición 1, 22 de noviembre de 2026")
        assert "Ediciones de esta obra" not in text
