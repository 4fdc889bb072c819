"""The check by Ace: silent on a good EPUB, precise on a bad one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from colofon.checks.ace import check
from finished import edited_epub, finished, outcome

Members = dict[str, bytes]
pytestmark = pytest.mark.usefixtures("equipped")


def test_a_good_epub_has_no_finding() -> None:
    """Nothing is found in our own edition; its documents and its package are counted."""
    edition = finished()
    findings, evidence = outcome(check(epub=edition.build / f"{edition.slug}.epub"))
    assert findings == []
    assert evidence["documents"] > 5


def _untitled(members: Members) -> None:
    _edit(members, ".opf", rb"<dc:title.*?</dc:title>", b"")


def _mute(members: Members) -> None:
    _edit(members, ".opf", rb'<meta property="schema:accessMode">.*?</meta>', b"")


def _no_language(members: Members) -> None:
    _edit(members, ".opf", rb"(<package[^>]*) xml:lang=\"es\"", rb"\1")


def _undescribed(members: Members) -> None:
    _edit(members, "text-1.xhtml", rb"</body>", b'<p><img src="cover.jpg"/></p></body>')


def _unnamed(members: Members) -> None:
    _edit(members, "text-1.xhtml", rb"<title>.*?</title>", b"<title></title>")


def _edit(members: Members, end: str, old: bytes, new: bytes) -> None:
    [name] = [key for key in members if key.endswith(end)]
    members[name], count = re.subn(old, new, members[name])
    assert count


BAD = {
    _untitled: ("epub-title", "content.opf"),
    _mute: ("metadata-accessmode", "content.opf"),
    _no_language: ("epub-lang", "content.opf"),
    _undescribed: ("image-alt", "text-1.xhtml"),
    _unnamed: ("document-title", "text-1.xhtml"),
}


def _all(members: Members) -> None:
    for change in BAD:
        change(members)


def test_a_bad_epub_is_told_with_its_members(tmp_path: Path) -> None:
    """Each of five broken rules is a finding in the member that breaks it, and how to mend it."""
    findings, _ = outcome(check(epub=edited_epub(tmp_path, _all)))
    told = {(each.message.partition(" ")[0], each.place.part) for each in findings}
    assert told == {(rule, f"EPUB/{member}") for rule, member in BAD.values()}
    assert len(told) == len(findings)
    assert all("http" in each.hint for each in findings)
