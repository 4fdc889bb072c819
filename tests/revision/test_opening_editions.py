"""A file that cannot be read is one clear line: which, what is wrong, and how to mend it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from colofon.finding import Refused
from colofon.revision.opening import opened
from finished import finished


def _zip(path: Path) -> None:
    """Write a ZIP that is no EPUB."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("hola.txt", "hola")


def _half(suffix: str) -> Callable[[Path], None]:
    """Return a function that writes the first half of one of our outputs."""

    def write(path: Path) -> None:
        data = (finished().build / f"{finished().slug}{suffix}").read_bytes()
        path.write_bytes(data[: len(data) // 2])

    return write


BROKEN: list[tuple[str, Callable[[Path], object], str]] = [
    ("a.epub", _zip, "unreadable"),
    ("b.epub", _half(".epub"), "truncated"),
    ("c.pdf", _half("-screen.pdf"), "truncated"),
    ("d.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n"), "truncated"),
    ("e.xml", _half(".tei.xml"), "not-xml"),
    ("f.xml", lambda path: path.write_text("<a>" * 9999), "not-xml"),
    ("g.xml", lambda path: path.write_text("<TEI/>"), "no-text"),
    ("h.html", lambda path: path.write_text(""), "truncated"),
    ("i.html", lambda path: path.write_text("<p>Hola"), "no-text"),
    ("j.html", lambda path: path.write_text(f"<main id=text>{'<div>' * 9999}x"), "unreadable"),
    ("k.txt", lambda path: path.write_bytes(b"\xff\xfe"), "unreadable"),
    ("l.txt", lambda path: path.write_text("Hola."), "no-text"),
    ("m.md", lambda path: path.write_text("# Hola"), "no-front-matter"),
    ("n.jpg", lambda path: path.write_bytes(b""), "unknown-kind"),
    ("o.epub", lambda path: path.mkdir(), "not-a-file"),
    ("p.epub", lambda _: None, "no-file"),
]
"""The name of a file, what makes it, and the code of the finding."""


@pytest.mark.parametrize(("name", "make", "code"), BROKEN, ids=[each[0] for each in BROKEN])
def test_a_broken_file_is_refused(
    name: str, make: Callable[[Path], object], code: str, tmp_path: Path
) -> None:
    """Whatever is wrong with a file, it is one finding of one line, at that file."""
    make(tmp_path / name)
    with pytest.raises(Refused) as refused:
        opened(str(tmp_path / name))
    [finding] = refused.value.findings
    assert finding.code == code
    assert name in finding.place.file
    assert "\n" not in str(finding)


@pytest.mark.parametrize("which", ["cover", "booklet"])
def test_a_pdf_without_a_text_says_which_ones_have_it(which: str) -> None:
    """Cover and booklet are refused, and the hint names what can be compared."""
    with pytest.raises(Refused, match="Compare the print, screen, archive or large edition"):
        opened(str(finished().build / f"{finished().slug}-{which}.pdf"))


def test_a_file_under_another_kinds_name_is_refused(tmp_path: Path) -> None:
    """A PDF that is called an EPUB, and a text that is called a PDF: the line says so."""
    for suffix, name in (("-screen.pdf", "a.epub"), (".epub", "a.html"), (".txt", "a.pdf")):
        file = tmp_path / name
        file.write_bytes((finished().build / f"{finished().slug}{suffix}").read_bytes())
        with pytest.raises(Refused, match=r"unreadable.*as its name says"):
            opened(str(file))


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    """An entity that names a file on this machine is refused before anything reads it."""
    (tmp_path / "secret").write_text("SECRETO")
    file = tmp_path / "a.xml"
    file.write_text(
        f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>uno &x; dos</p></text></TEI>'
    )
    with pytest.raises(Refused, match="unsafe-xml") as refused:
        opened(str(file))
    assert "SECRETO" not in str(refused.value)
