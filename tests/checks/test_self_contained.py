"""The check of resources: silent on a good work, precise on a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from finished import codes, edited_epub, edited_html, examine

Members = dict[str, bytes]


def test_good_outputs_need_nothing_else() -> None:
    """Nothing is found in our own edition, whose resources were all looked at."""
    findings, evidence = examine("self-contained")
    assert [] == findings
    assert 3 == len(evidence)
    assert min(evidence.values()) >= 2


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ('<img src="https://example.org/x.png">', "remote-resource"),
        ('<img src="x.png">', "remote-resource"),
        ("<style>@import url(//example.org/x.css);</style>", "remote-resource"),
        ("<script>alert(1)</script>", "script"),
        ('<p onclick="alert(1)">x</p>', "script"),
    ],
)
def test_bad_web_pages_are_told(new: str, code: str, tmp_path: Path) -> None:
    """Whatever is loaded or runs is told with its line."""
    findings, _ = examine("self-contained", html=edited_html(tmp_path, "</main>", f"{new}</main>"))
    assert [code] == codes(findings)
    assert findings[0].place.line


def _script(members: Members) -> None:
    _insert(members, b"<script>x</script>")


def _remote(members: Members) -> None:
    _insert(members, b'<img alt="" src="https://example.org/x.png"/>')


def _absent(members: Members) -> None:
    _insert(members, b'<img alt="" src="x.png"/>')


def _insert(members: Members, markup: bytes) -> None:
    name = next(key for key in members if key.endswith("text-1.xhtml"))
    members[name] = members[name].replace(b"</body>", markup + b"</body>")


def _style(members: Members) -> None:
    name = next(key for key in members if key.endswith(".css"))
    members[name] += b"\np { background: url(https://example.org/x.png) }"


def _unlisted(members: Members) -> None:
    members["EPUB/extra.txt"] = b"x"


def _lost(members: Members) -> None:
    del members[next(key for key in members if key.endswith(".jpg"))]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_script, ["script"]),
        (_remote, ["remote-resource"]),
        (_absent, ["missing-resource"]),
        (_style, ["remote-resource"]),
        (_unlisted, ["unlisted-member"]),
        (_lost, ["missing-member", "missing-resource"]),
    ],
)
def test_bad_epubs_are_told(
    change: Callable[[Members], None], expected: list[str], tmp_path: Path
) -> None:
    """Whatever is loaded from elsewhere, runs, is lost or not listed is told with its member."""
    findings, _ = examine("self-contained", epub=edited_epub(tmp_path, change))
    assert expected == codes(findings)
    assert all(each.place.part for each in findings)
