"""`doit proof`: pictures of what goes to the press, with trim and bleed where they are."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from doit.exceptions import TaskFailed
from folded import BLEED, MM, book, booklet_of
from PIL import Image

from colofon import proof
from colofon.proof import contact, pictures
from colofon.proof.pictures import BLEED as BLEED_LINE
from colofon.proof.pictures import GROUND, Picture
from colofon.proof.pictures import TRIM as TRIM_LINE
from colofon.records import Record
from colofon.source import Edition
from conftest import doit
from finished import finished

DPI = 72
"""A pixel to a point."""

SIZE = (400.0, 600.0)
"""Of a page, in points."""

ASIDE = round(BLEED)


def test_spreads_are_those_of_the_bound_book(tmp_path: Path) -> None:
    """Page 1 is alone at the right; then each verso faces its recto."""
    found = _spreads(tmp_path, 6)
    captions = ["page 1", "pages 2–3", "pages 4–5", "page 6"]
    assert captions == [each.caption for each in found]
    for each in found:
        assert (2 * (400 + BLEED), 600 + 2 * BLEED) == pytest.approx(each.image.size, abs=2)
    first, last = found[0].image, found[-1].image
    middle = first.width // 2
    assert GROUND == first.getpixel((100, 300)) == last.getpixel((middle + 100, 300))
    assert GROUND != first.getpixel((middle + 100, 300)) == last.getpixel((100, 300))


def test_trim_and_bleed_are_drawn_where_they_are(tmp_path: Path) -> None:
    """The trim is 3 mm inside of the bleed, except at the fold, which is drawn once."""
    image = _spreads(tmp_path, 4)[1].image
    width, height = image.size
    fold = 400 + ASIDE
    row = [image.getpixel((x, 300)) for x in range(width)]
    column = [image.getpixel((100, y)) for y in range(height)]
    assert [0, width - 1] == _where(row, BLEED_LINE)
    assert [ASIDE, fold - 1, fold + 399] == _where(row, TRIM_LINE)
    assert [0, height - 1] == _where(column, BLEED_LINE)
    assert [ASIDE, ASIDE + 599] == _where(column, TRIM_LINE)


def test_bleed_is_shown_and_marks_are_not(tmp_path: Path) -> None:
    """What runs into the bleed is seen up to its edge."""
    image = _spreads(tmp_path, 4)[1].image
    assert (0, 0, 0) == image.getpixel((3, 20)) == image.getpixel((image.width - 4, 20))
    assert (255, 255, 255) == image.getpixel((3, 60))


def test_page_without_bleed_has_none_drawn(tmp_path: Path) -> None:
    """Only the trim, on the last pixels of the paper."""
    path = book(tmp_path / "obra-print.pdf", 2, SIZE)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.mediabox = page.trimbox
            del page.obj.BleedBox
        pdf.save(path)
    first = next(pictures.spreads(path.read_bytes(), DPI))
    assert not first.bleeds
    assert (800, 600) == first.image.size
    assert TRIM_LINE == first.image.getpixel((799, 300))


def test_booklet_is_shown_side_by_side(tmp_path: Path) -> None:
    """Front and back of each sheet, whole, with the fold and its signature."""
    path = booklet_of(book(tmp_path / "obra-print.pdf", 90))
    found = list(pictures.sheets(path.read_bytes(), DPI))
    assert 46 == len(found)
    assert "sheet 1, front (signature 1)" == found[0].caption
    assert "sheet 23, back (signature 2)" == found[-1].caption
    assert (842, 596) == found[0].image.size
    middle = round(297 * MM / 2)
    assert TRIM_LINE in {found[2].image.getpixel((x, 300)) for x in (middle - 1, middle)}


def test_contact_sheets_hold_every_picture() -> None:
    """Row by row, in order, with a legend of what is drawn."""
    colours = [(index, 255, 0) for index in range(7)]
    shown = [Picture(Image.new("RGB", (300, 50), each), "page", bleeds=True) for each in colours]
    found = list(contact.sheets("obra-print.pdf", shown, contact.Grid(columns=2, rows=2)))
    opened = [Image.open(io.BytesIO(each.png)) for each in found]
    seen = [_colours(image, colours) for image in opened]
    assert [colours[:4], colours[4:]] == [sorted(each) for each in seen]
    for above, below in pairwise(colours[:4]):
        assert seen[0][above] < seen[0][below]
    for image in opened:
        assert {TRIM_LINE, BLEED_LINE} <= set(_colours(image, [TRIM_LINE, BLEED_LINE]))


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Copy our finished work."""
    shutil.copytree(finished().root, tmp_path / "copy")
    return Edition("por-la-paz", tmp_path / "copy")


def test_task_draws_what_was_made(edition: Edition) -> None:
    """`doit proof:por-la-paz` names each picture, and takes away those of the last time."""
    folder = edition.build / "proof"
    folder.mkdir()
    (folder / "spreads-99.png").touch()
    run = doit(edition.root, f"proof:{edition.task}")
    assert run.returncode == 0, run.stdout + run.stderr
    names = sorted(path.name for path in folder.iterdir())
    assert "spreads-99.png" not in names
    assert {"spreads-01.png", "booklet-01.png"} <= set(names)
    assert all(f"proof/{name}: " in run.stdout for name in names)
    with pdfium.PdfDocument(edition.build / "por-la-paz-print.pdf") as pdf:
        spreads = len(pdf) // 2 + 1
    assert -(-spreads // 4) == sum(name.startswith("spreads-") for name in names)


def test_covers_and_further_printers_are_shown(
    edition: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever PDFs the records name, whoever they are for."""
    shutil.copy(edition.build / "por-la-paz-print.pdf", edition.build / "por-la-paz-print-kdp.pdf")
    made = Record.read(edition, "print").files
    Record("print", {**made, "por-la-paz-print-kdp.pdf": ""}).write(edition)
    book(edition.build / "por-la-paz-cover.pdf", 1, (900, 600))
    Record("cover", {"por-la-paz-cover.pdf": ""}).write(edition)
    assert proof.proof(edition) is None
    said = capsys.readouterr().out
    names = ["spreads-01.png", "spreads-kdp-01.png", "cover-01.png", "booklet-01.png"]
    places = [said.index(f"proof/{name}") for name in names]
    assert sorted(places) == places


def test_what_was_refused_is_told(edition: Edition) -> None:
    """Without any PDF there is nothing to look at."""
    for maker in ("print", "cover", "booklet"):
        Record(maker, refused=True).write(edition)
    failed = proof.proof(edition)
    assert isinstance(failed, TaskFailed)
    assert "nothing was made" in failed.message


def _spreads(folder: Path, pages: int) -> list[Picture]:
    """Draw the spreads of a book whose pages bleed at all sides."""
    path = book(folder / "obra-print.pdf", pages, SIZE)
    return list(pictures.spreads(path.read_bytes(), DPI))


def _where(line: Sequence[object], colour: tuple[int, int, int]) -> list[int]:
    """Return at which places of a line of pixels a colour is."""
    return [place for place, found in enumerate(line) if found == colour]


def _colours(
    image: Image.Image, wanted: list[tuple[int, int, int]]
) -> dict[tuple[int, int, int], int]:
    """Return which of some colours a picture has, and how far down each begins, row by row."""
    found: dict[tuple[int, int, int], int] = {}
    for index, colour in enumerate(_pixels(image)):
        if colour in wanted:
            found.setdefault(colour, index // image.width // 60 * 1000 + index % image.width)
    return found


def _pixels(image: Image.Image) -> Iterator[tuple[int, int, int]]:
    """Yield the colours of a picture row by row."""
    data = image.convert("RGB").tobytes()
    for index in range(0, len(data), 3):
        yield data[index], data[index + 1], data[index + 2]
