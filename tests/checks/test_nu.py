"""The check by the Nu checker: silent on a good web page, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon.checks.nu import check
from finished import edited_html, finished, outcome

pytestmark = pytest.mark.usefixtures("equipped")


def test_a_good_page_has_no_finding() -> None:
    """Nothing is found in our own edition."""
    edition = finished()
    findings, evidence = outcome(check(html=edition.build / f"{edition.slug}.html"))
    assert findings == []
    assert evidence == {"pages": 1}


POLICY = """<!DOCTYPE html><html lang="es"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src {}">
<title>Prueba</title></head><body><p><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
</body></html>
"""


def test_a_good_policy_is_no_fault(tmp_path: Path) -> None:
    """What the checker says of a picture that the policy allows is left out, and nothing else."""
    page = tmp_path / "a.html"
    page.write_text(POLICY.format("data:"), "utf-8")
    assert outcome(check(html=page))[0] == []
    page.write_text(POLICY.format("https:"), "utf-8")
    [finding] = outcome(check(html=page))[0]
    assert "blocked by “img-src”" in finding.message


MIXED = """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Слово</title></head>
<body><h1>Слово</h1><p>Мир хижинам.</p><p>{}</p></body></html>
"""


def test_a_good_text_of_few_words_may_stand_among_labels(tmp_path: Path) -> None:
    """A short text in a language that we have no labels for is not taken for English."""
    page = tmp_path / "a.html"
    page.write_text(
        MIXED.format("Contents, notes and colophon are in English here. " * 12), "utf-8"
    )
    assert outcome(check(html=page))[0] == []


BAD = (
    ("<p><b><i>a</b></i>", "violates nesting rules"),
    ('<img src="data:,">', "must have an “alt” attribute"),
    ('<p id="dos">a<p id="dos">b', "Duplicate ID “dos”"),
    ('<p style="colour: red">a', "“colour”"),
    ("<br/>", "Trailing slash"),
    ("<section><p>a</section>", "lacks heading"),
)


def test_a_bad_page_is_told_with_its_places(tmp_path: Path) -> None:
    """Errors, warnings and information are found alike, with line and column."""
    markup = "\n".join(each for each, _ in BAD)
    path = edited_html(tmp_path, "</main>", f"\n{markup}\n</main>")
    findings, _ = outcome(check(html=path))
    lines = path.read_text("utf-8").splitlines()
    for each, words in BAD:
        [found] = [finding for finding in findings if words in finding.message]
        assert found.place.line == lines.index(each) + 1
        assert found.place.column
