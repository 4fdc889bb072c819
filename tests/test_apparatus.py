"""The apparatus in print: pages and lines, re-derived from where the characters really stand."""

from __future__ import annotations

import ctypes
import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from colofon import frontmatter, inputs, page, pandoc, parsing, source, styles
from colofon.front import Front
from colofon.front.printing import PrintSettings
from colofon.stages import fonts
from conftest import MASTER
from finished import finished
from printed import print_book

SMALLEST = 9.8
"""Type size in pt of the text, at least: notes, running heads and folios are smaller."""


class Letter(NamedTuple):
    """A character of a page, and its baseline in pt from the foot."""

    text: str
    baseline: float


def _letters(document: pdfium.PdfDocument, index: int) -> Iterator[Letter]:
    """Yield the characters of the text on a page, without head, folio and notes."""
    text = document[index].get_textpage()
    for number in range(pdfium_c.FPDFText_CountChars(text)):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium_c.FPDFText_GetCharOrigin(text, number, x, y)
        item = pdfium_c.FPDFText_GetTextObject(text, number)
        character = chr(pdfium_c.FPDFText_GetUnicode(text, number))
        if not item or character.isspace():
            continue
        size, matrix = ctypes.c_float(), pdfium_c.FS_MATRIX()
        pdfium_c.FPDFTextObj_GetFontSize(item, size)
        pdfium_c.FPDFPageObj_GetMatrix(item, matrix)
        if size.value * abs(matrix.d) > SMALLEST:
            yield Letter(character, round(y.value, 1))


def _place(pdf: bytes, words: str) -> list[int]:
    """Find the page's number and the line of the only place where the words stand."""
    document = pdfium.PdfDocument(io.BytesIO(pdf))
    sought = re.sub(r"\s", "", words)
    found = []
    for index in range(len(document)):
        letters = list(_letters(document, index))
        lines = sorted({each.baseline for each in letters}, reverse=True)
        said = "".join(each.text for each in letters).replace("\x02", "").replace("\xad", "")
        if (at := said.find(sought)) >= 0:
            shown = [each for each in letters if each.text not in "\x02\xad"]
            line = lines.index(shown[at].baseline) + 1
            found.append([int(document.get_page_label(index)), line])
    [place] = found
    return place


def _printed(front: Front, edition: source.Edition, content: bytes) -> bytes:
    """Make the print PDF of a page."""
    faces = {
        Path(name).stem: data for name, data in fonts.make(front=front, page=content).files.items()
    }
    made = print_book(edition=edition, front=front, page=content, fonts=faces)
    assert not made.findings
    return made.files[f"{edition.slug}-print.pdf"]


def _listed(pdf: bytes) -> list[list[int]]:
    """Read pages and lines from the apparatus, as a person would, on its page."""
    document = pdfium.PdfDocument(io.BytesIO(pdf))
    every = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    [text] = [each for each in every if "Nota al texto" in each and "Testimonio" in each]
    return [[int(page), int(line)] for page, line in re.findall(r"p\. (\d+), l\. (\d+)", text)]


CONTEXTS = (
    "aún éramos menos",
    "negociaciones de paz en nombre",
    "derecho a hablar en",
    "gracias a esa paz",
)


@pytest.mark.parametrize("trim", ["A5", "140x210", "6x9in"])
@pytest.mark.parametrize("size", ["10.5pt", "9.9pt", "11.8pt"])
def test_pages_and_lines_are_true(trim: str, size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every emendation of our edition is where the list says, in other trims and type sizes."""
    sheet = styles.sheet
    larger = f"\nhtml {{ font-size: {size} }}\n"
    monkeypatch.setattr(styles, "sheet", lambda name: sheet(name) + larger)
    given = inputs.gather(("edition", "front", "page"), finished())
    front = given["front"].model_copy(update={"print": PrintSettings(trim=trim)})
    pdf = _printed(front, given["edition"], given["page"])
    assert [_place(pdf, words) for words in CONTEXTS] == _listed(pdf)


def _page(folder: Path, text: str) -> tuple[source.Edition, Front, bytes]:
    """Read a master that is not ours, up to the page."""
    (folder / "source").mkdir()
    (folder / "source" / "obra.md").write_text(text, "utf-8")
    edition = source.Edition("obra", folder)
    master = source.read(edition)
    front = frontmatter.read(master, "obra")
    tree, _ = pandoc.parse(master, frontmatter.body_line(master))
    document, faults = parsing.parse(edition, master, tree)
    assert not faults
    return edition, front, page.build(document, front)


def test_an_emendation_of_several_lines_ends_where_it_says(tmp_path: Path) -> None:
    """One over two lines, one over two pages, a supplied word, and one left out."""
    words = " ".join(f"palabra{number}" for number in itertools.islice(itertools.count(), 30))
    many = " ".join(["relleno"] * 142)
    text = MASTER.replace(
        "Hola a todos[^ed-a], y *adiós*.",
        f'[{words}]{{.corr sic="otra cosa"}} y luego[^ed-a].\n\n{many}\n\n'
        f'[{words}]{{.corr sic="dos páginas"}} con [una]{{.supplied}} más[]{{.surplus sic="de"}}.'
        f"\n\n{many}",
    )
    edition, front, content = _page(tmp_path, text)
    pdf = _printed(front, edition, content)
    document = pdfium.PdfDocument(io.BytesIO(pdf))
    every = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    said = " ".join("".join(every).partition("Testimonio")[2].split())
    ranges = re.findall(r"p\. \d+, l\. \d+(?:-[pl0-9. ,]*\d)?", said)
    assert ["p. 1, l. 2-5", "p. 1, l. 21-p. 2, l. 2"] == ranges[:2]
    assert said.count("nada") == 2
