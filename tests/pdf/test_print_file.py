"""The file of the printed book says what it is, and is the same wherever it is made."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from books import LONG, TITLE, call, draw, fonts, front, make, page, pdf
from lxml import etree

from colofon.labels import labels_for
from colofon.layout import lay_out
from colofon.pdf import dialect, writer
from conftest import ROOT

PAGE = page(
    f"<p>Uno{call(1)}.</p><figure><img src='mapa.png' alt='Un mapa.'/></figure><p>{LONG}</p>",
    "Una <em>nota</em>.",
)
PROGRAM = """
import sys, hashlib
from pathlib import Path
from books import make, draw
from test_print_file import PAGE
draw(Path())
files, findings = make(PAGE, Path())
assert not findings, findings
for name, data in sorted(files.items()):
    print(name, hashlib.sha256(data).hexdigest())
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a picture."""
    root = tmp_path_factory.mktemp("project")
    draw(root)
    return root


@pytest.fixture(scope="module")
def data(folder: Path) -> bytes:
    """Print the page."""
    return pdf(PAGE, folder)


@pytest.fixture(scope="module")
def book(data: bytes) -> pikepdf.Pdf:
    """Open it."""
    return pikepdf.open(io.BytesIO(data))


def test_info_tells_the_front_matter(book: pikepdf.Pdf) -> None:
    """The information dictionary has title, author, subject, keywords and the edition's day."""
    info = {str(key)[1:]: str(value) for key, value in book.docinfo.items()}
    assert info.pop("Producer").startswith("WeasyPrint 70.0")
    assert info.pop("Creator").startswith("Colofón ")
    assert info == {
        "Title": TITLE,
        "Author": "León Trotsky",
        "Subject": "Un discurso <breve> & una prueba.",
        "Keywords": "Revolución rusa, Diplomacia",
        "CreationDate": "D:20261122000000Z",
        "ModDate": "D:20261122000000Z",
    }


def test_xmp_agrees_with_info(book: pikepdf.Pdf) -> None:
    """XMP says the same, and more: contributor, language, identifier, PDF/UA-1."""
    with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        assert xmp["dc:title"] == TITLE == str(book.docinfo["/Title"])
        assert xmp["dc:creator"] == ["León Trotsky"]
        assert set(xmp["dc:contributor"]) == {"Ana Pérez"}
        assert xmp["dc:description"] == str(book.docinfo["/Subject"])
        assert set(xmp["dc:subject"]) == {"Revolución rusa", "Diplomacia"}
        assert set(xmp["dc:language"]) == {"es"}
        assert xmp["dc:identifier"].startswith("urn:uuid:")
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-11-22T00:00:00Z"
        assert xmp["pdf:Producer"] == str(book.docinfo["/Producer"])
        assert xmp["pdf:Keywords"] == str(book.docinfo["/Keywords"])
        assert xmp["pdfuaid:part"] == "1"
    etree.fromstring(book.Root.Metadata.read_bytes())


def test_the_file_opens_as_a_book(book: pikepdf.Pdf) -> None:
    """Viewers show the title, the bookmarks and spreads, in the language of the book."""
    root = book.Root
    assert (str(root.PageMode), str(root.PageLayout)) == ("/UseOutlines", "/TwoPageRight")
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(root.Lang) == "es"
    assert bool(root.MarkInfo.Marked)
    assert book.pdf_version == "1.7"


def test_page_labels_are_the_printed_folios(book: pikepdf.Pdf) -> None:
    """Front matter counts i, ii …; the text begins with 1, on a right-hand page."""
    labels = [str(sheet.label) for sheet in book.pages]
    assert labels[:8] == ["i", "ii", "iii", "iv", "v", "vi", "1", "2"]


def test_fonts_and_images_are_named_by_their_use(book: pikepdf.Pdf) -> None:
    """Resources have short names in order of use, and fonts are embedded subsets of ours."""
    resources = book.pages[0].resources
    assert sorted(map(str, resources.Font)) == ["/F1", "/F2"]
    assert list(map(str, resources.XObject)) == ["/i1-0"]
    names = [str(font.BaseFont) for font in resources.Font.values()]
    assert names == ["/AAAAAA+EBGaramond-Regular", "/AAAAAB+EBGaramond-Italic"]
    image = resources.XObject["/i1-0"]
    assert "/Interpolate" not in image


def test_black_is_plain(book: pikepdf.Pdf) -> None:
    """Text is black, and nothing has another colour."""
    painted = b"".join(sheet.Contents.read_bytes() for sheet in book.pages)
    assert set(re.findall(rb"[\d. ]+ rg\n", painted)) <= {b"0 0 0 rg\n"}


def test_nothing_of_the_machine_is_in_the_file(book: pikepdf.Pdf, folder: Path) -> None:
    """No path, no address of ours and no host is in any object of the file."""
    everything = repr([repr(each) for each in book.objects]) + "".join(
        each.read_bytes().decode("latin-1")
        for each in book.objects
        if isinstance(each, pikepdf.Stream)
    )
    for trace in (str(folder), str(ROOT), ".invalid", "file:", os.uname().nodename):
        assert trace not in everything


def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed, home and umask change no byte."""
    here = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/"}
    there = {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANGUAGE": "ru"}
    told = [
        _run(tmp_path / "a", 0o022, **here),
        _run(tmp_path / "another, longer place", 0o077, **there, HOME=str(tmp_path)),
    ]
    assert told[0] == told[1]
    assert "obra-print.pdf" in told[0]


def _run(folder: Path, umask: int, **environment: str) -> str:
    """Print the page in a process of its own; return the digests."""
    folder.mkdir()
    path = f"{ROOT}:{ROOT / 'tests'}:{Path(__file__).parent}"
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_one_layout_is_written_many_times(folder: Path) -> None:
    """Laid out once, the pages can be written again and again, the same each time."""
    laid_out = lay_out(PAGE, fonts(), front().print, folder / "source" / "obra", "obra.pdf")
    labels = labels_for("es")
    first = writer.write(laid_out.document, laid_out.root, labels, dialect.ONE)
    assert writer.write(laid_out.document, laid_out.root, labels, dialect.ONE) == first


def test_the_same_page_gives_the_same_bytes_again(data: bytes, folder: Path) -> None:
    """Printing twice in one process changes nothing."""
    again = make(PAGE, folder)[0]["obra-archive.pdf"]
    assert hashlib.sha256(again).digest() == hashlib.sha256(data).digest()
