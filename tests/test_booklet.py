"""The booklet: its paper is cut, stacked and folded, and then it is the book."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from folded import A5, INSIDE, MM, Half, book, booklet_of, cut, leaves, paper, words
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from colofon.imposition import Practice
from colofon.imposition.folding import sheets

CALIPER = 0.1 * MM
"""The thickness of office paper."""

SIZES = {"A5": A5, "140x210": (140 * MM, 210 * MM), "6x9in": (6 * 72.0, 9 * 72.0)}


@given(pages=st.integers(1, 2000), most=st.integers(1, 40))
def test_folded_paper_reads_in_order(pages: int, most: int) -> None:
    """Whatever its length: no page is missing, and blank ones stand at the end only."""
    heaps = [list(heap) for _, heap in groupby(sheets(pages, most), lambda each: each.signature)]
    read = [page for heap in heaps for page in leaves(paper(heap))]
    assert list(range(1, len(read) + 1)) == read
    assert 0 <= len(read) - pages < 4


@given(pages=st.integers(1, 2000), most=st.integers(1, 40))
def test_signatures_are_few_and_equal(pages: int, most: int) -> None:
    """No more than must be, and none has a sheet more than another but one."""
    found = list(sheets(pages, most))
    heaps = [len(list(heap)) for _, heap in groupby(found, lambda each: each.signature)]
    assert -(-len(found) // most) == len(heaps)
    assert most >= heaps[0] >= heaps[-1] >= heaps[0] - 1
    assert sorted(heaps, reverse=True) == heaps


@pytest.mark.parametrize(
    ("pages", "heaps"),
    [(1, [1]), (4, [1]), (8, [2]), (17, [5]), (20, [5]), (80, [20]), (90, [12, 11])],
)
def test_booklet_folds_to_the_book(tmp_path: Path, pages: int, heaps: list[int]) -> None:
    """What each page says is what that page of the book says; the rest is blank."""
    printed = book(tmp_path / "obra-print.pdf", pages)
    read = [half.words for half in _folded(booklet_of(printed), heaps)]
    assert words(printed) == read[:pages]
    assert [[]] * (4 * sum(heaps) - pages) == read[pages:]


@pytest.mark.parametrize(
    ("pages", "heaps"), [(4, [1]), (8, [2]), (20, [5]), (80, [20]), (90, [12, 11])]
)
def test_inner_pages_creep_towards_the_fold(tmp_path: Path, pages: int, heaps: list[int]) -> None:
    """By the thickness of the leaves around them, and by nothing on the outermost sheet."""
    printed = book(tmp_path / "obra-print.pdf", pages)
    leafed = _folded(booklet_of(printed), heaps)[:pages]
    wanted = [outside * CALIPER for size in heaps for outside in _outside(size)]
    waste = 0.5 * MM
    for number, (half, creep) in enumerate(zip(leafed, wanted, strict=False), start=1):
        moved = INSIDE - half.left if number % 2 else half.left - INSIDE - waste
        assert creep == pytest.approx(moved, abs=0.01), number


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_pages_fit_and_are_never_enlarged(tmp_path: Path, size: tuple[float, float]) -> None:
    """A5 and 140 x 210 mm stay as they are; 6 x 9 in is made smaller until it fits."""
    path = booklet_of(book(tmp_path / "obra-print.pdf", 8, size))
    scale = min(1, 210 * MM / size[1])
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            assert [297 * MM, 210 * MM] == pytest.approx([*map(float, page.mediabox[2:])])
            left, bottom, right, top = map(float, page.trimbox)
            assert 2 * size[0] * scale == pytest.approx(right - left, abs=0.01)
            assert size[1] * scale == pytest.approx(top - bottom, abs=0.01)
            assert 297 * MM == pytest.approx(left + right, abs=0.01)


def test_nothing_is_printed_beyond_the_cut(tmp_path: Path) -> None:
    """Neither bleed nor marks of the book come along; marks show where to cut the paper."""
    path = booklet_of(book(tmp_path / "obra-print.pdf", 8, SIZES["140x210"]))
    outer, inner = (_rendered(path, side) for side in (0, 2))
    edge, foot = round(8.5 * 10), 2090
    assert not _is_dark(inner, edge - 20, 20)
    assert _is_dark(inner, edge + 20, 20)
    assert _is_dark(outer, edge - 1, foot) or _is_dark(outer, edge, foot)
    assert not _is_dark(inner, edge - 1, foot)
    assert not _is_dark(outer, edge + 20, foot)


def test_file_depends_on_the_book_alone(tmp_path: Path) -> None:
    """Made twice in two places, it is the same, and names no place."""
    files = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        files.append(booklet_of(book(tmp_path / name / "obra-print.pdf", 17)).read_bytes())
    assert files[0] == files[1]
    assert str(tmp_path).encode() not in files[0]


def test_printers_are_told_how(tmp_path: Path) -> None:
    """Turned over the short edge, at its own size; sides say which signature they belong to."""
    with pikepdf.open(booklet_of(book(tmp_path / "obra-print.pdf", 90))) as pdf:
        assert "/DuplexFlipShortEdge" == pdf.Root.ViewerPreferences.Duplex
        assert "/None" == pdf.Root.ViewerPreferences.PrintScaling
        labels = [page.label for page in pdf.pages]
    assert ["1.1", "1.24", "2.1", "2.22"] == [str(labels[index]) for index in (0, 23, 24, 45)]


def test_practice_is_read() -> None:
    """The data are in points."""
    practice = Practice.read()
    assert (297 * MM, CALIPER) == pytest.approx((practice.width, practice.caliper))


def _folded(path: Path, heaps: list[int]) -> list[Half]:
    """Cut a booklet, fold each heap of sheets, and lay one behind the other."""
    sides = cut(path)
    assert 2 * sum(heaps) == len(sides)
    read = []
    for size in heaps:
        heap, sides = sides[: 2 * size], sides[2 * size :]
        read.extend(leaves([*zip(heap[::2], heap[1::2], strict=True)]))
    return read


def _outside(size: int) -> list[int]:
    """Return for each page of a signature how many leaves are around it."""
    half = [sheet for sheet in range(size) for _ in range(2)]
    return [*half, *reversed(half)]


def _rendered(path: Path, side: int) -> Image.Image:
    """Render a side at ten pixels to a millimetre."""
    document = pdfium.PdfDocument(path)
    picture: Image.Image = (
        document[side]
        .render(scale=10 / MM)
        .to_pil()
        .convert("L")
        .point(lambda level: 255 * (level > 127))
    )
    document.close()
    return picture


def _is_dark(picture: Image.Image, x: int, y: int) -> bool:
    """Tell whether a point is printed."""
    return picture.getpixel((x, y)) == 0
