"""The check of old reading engines: silent on a good work, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon.finding import Severity
from finished import codes, edited_epub, examine


def test_good_books_spare_old_engines() -> None:
    """Nothing is found in our own edition, in which everything was looked at."""
    findings, evidence = examine("old-engines")
    assert [] == findings
    assert evidence["declarations"] > 50
    assert evidence["lines of contents"] >= 10
    assert evidence["notes called"] >= 12
    assert evidence["titles"] >= 8


def _edited(folder: Path, member: str, old: str, new: str) -> Path:
    """Change a string in a member, wherever it stands there."""

    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in members if each.endswith(member))
        assert old.encode() in members[name]
        members[name] = members[name].replace(old.encode(), new.encode())

    return edited_epub(folder, change)


END = ".note > p"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("p { margin: 0; margin: calc(1em - 2px) }", "css-computed"),
        ("p { margin: 0 MAX(1em, 2%) }", "css-computed"),
        ("@supports (margin: 0) { p { margin: clamp(0em, 1em, 2em) } }", "css-computed"),
        (":root { --paper: white }", "css-computed"),
        ("p { width: min(1em, 2em) }", "css-computed"),
        ("p { color: var(--ink) }", "css-computed"),
        ("p { margin: env(x) }", "css-computed"),
        ("p { margin: 1rem }", "css-unit"),
        ("p { margin: 1VH 0 }", "css-unit"),
        ("@media amzn-kf8 { /* nothing */ }", "css-empty-media"),
        ("p { position: absolute }", "css-layout"),
        ("p { display: inline-flex }", "css-layout"),
        ("p { grid-area: a }", "css-layout"),
        ("p { transform: rotate(3deg) }", "css-layout"),
    ],
)
def test_bad_styles_are_told(rule: str, code: str, tmp_path: Path) -> None:
    """What makes RMSDK drop a sheet, crash, or lay out at random is told with its line."""
    path = _edited(tmp_path, "epub.css", END, f"{rule}\n{END}")
    findings, _ = examine("old-engines", epub=path)
    assert [code] == codes(findings)
    assert findings[0].place.part.endswith("epub.css")
    assert findings[0].place.line > 100


@pytest.mark.parametrize(
    "rule", ["p { max-width: 100%; min-width: 1em }", "@media print { p { margin: 0 } }"]
)
def test_good_styles_are_spared(rule: str, tmp_path: Path) -> None:
    """What only looks like it is not told."""
    path = _edited(tmp_path, "epub.css", END, f"{rule}\n{END}")
    assert [] == examine("old-engines", epub=path)[0]


DEEP = '<navPoint id="x" playOrder="1"><navLabel><text>Deep</text></navLabel>'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewbox="0 0 1 1"><lineargradient/></svg>'


@pytest.mark.parametrize(
    ("member", "old", "new", "expected"),
    [
        ("text-1.xhtml", "<p ", '<p style="margin: 1rem" ', ["css-unit"]),
        ("text-1.xhtml", "</head>", "<style>p { top: var(--a) }</style></head>", ["css-computed"]),
        ("nav.xhtml", 'epub:type="titlepage"', 'epub:type="titlepage cover"', ["landmark-typed"]),
        ("nav.xhtml", 'epub:type="titlepage"', 'epub:type="cover"', ["landmark-doubled"]),
        ("content.opf", "application/x-dtbncx+xml", "text/xml", ["ncx-missing"]),
        ("content.opf", "reference ", "referred ", ["guide-missing"]),
        ("text-2.xhtml", "</body>", f"{DRAWING}</body>", ["svg-flattened"]),
    ],
)
def test_bad_members_are_told(
    member: str, old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    """Landmarks, NCX, guide, titles and drawings are told where they are not as engines need."""
    path = _edited(tmp_path, member, old, new)
    findings, _ = examine("old-engines", epub=path)
    assert expected == codes(findings)
    assert all(each.severity is Severity.ERROR for each in findings)
    assert findings[0].place.part


def test_bad_titles_are_empty(tmp_path: Path) -> None:
    """A document whose title says nothing is told."""

    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in members if each.endswith("text-2.xhtml"))
        head, rest = members[name].split(b"<title>", 1)
        members[name] = head + b"<title>" + rest[rest.index(b"</title>") :]

    findings, _ = examine("old-engines", epub=edited_epub(tmp_path, change))

    assert ["title-empty"] == codes(findings)
    assert findings[0].place.part.endswith("text-2.xhtml")


def test_bad_contents_are_deep(tmp_path: Path) -> None:
    """The first line below the second level is named, in the contents and in the NCX."""

    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in members if each.endswith("toc.ncx"))
        end = b"</navPoint>"
        deep = DEEP.encode() * 2 + end * 2
        members[name] = members[name].replace(end, deep + end, 1)
        name = next(each for each in members if each.endswith("nav.xhtml"))
        line = b'<ol><li><a href="#a">A</a>'
        deep = line + line.replace(b">A<", b">B<") + b"</li></ol></li></ol></li>"
        members[name] = members[name].replace(b"</li>", deep, 1)

    findings, _ = examine("old-engines", epub=edited_epub(tmp_path, change))

    assert ["contents-deep"] == codes(findings)
    assert {Severity.WARNING} == {each.severity for each in findings}
    assert ["B", "Deep"] == [each.message.split(":")[0] for each in findings]


@pytest.mark.parametrize(
    ("words", "reason"), [("Ibíd.", "8 characters"), ("paz " * 1300, "5202 characters")]
)
def test_bad_notes_are_not_popped_up(words: str, reason: str, tmp_path: Path) -> None:
    """A note that is too short or too long for Kobo is told with its number."""

    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in members if each.endswith("notes.xhtml"))
        head, rest = members[name].split(b">2.</a>", 1)
        rest = rest[rest.index(b"</div>") :]
        members[name] = head + b">2.</a> " + words.encode() + b"</p>" + rest

    [found], _ = examine("old-engines", epub=edited_epub(tmp_path, change))

    assert ("note-not-popped", Severity.WARNING) == (found.code, found.severity)
    assert "note 2 up" in found.message
    assert reason in found.message


def test_bad_notes_stand_before_their_calls(tmp_path: Path) -> None:
    """Notes that come first in the spine pop up nowhere on Kobo."""

    def change(members: dict[str, bytes]) -> None:
        name = next(each for each in members if each.endswith("content.opf"))
        line = b'<itemref idref="notes-xhtml"/>'
        assert line in members[name]
        without = members[name].replace(line, b"")
        members[name] = without.replace(b"<itemref", line + b"<itemref", 1)

    findings, _ = examine("old-engines", epub=edited_epub(tmp_path, change))

    assert ["note-not-popped"] == codes(findings)
    assert len(findings) >= 12
