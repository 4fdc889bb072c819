"""The bar code of the cover: what it says, how large it is, what is left white round it."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from colofon.wrap.barcode import symbol
from wrapped import MILLIMETRE, covers, work

NUMBERS = ("9780306406157", "9788412345681", "9791030301236")


def test_a_symbol_has_the_size_of_the_standard() -> None:
    """37.29 mm wide with its quiet zones, bars of 22.85 mm, guards five modules longer."""
    drawn = symbol(NUMBERS[0])
    ends = [bar.left + bar.width for bar in drawn.bars]
    assert 37.29 == pytest.approx(drawn.width)
    assert 30 == len(drawn.bars)
    assert 11 * 0.33 == pytest.approx(drawn.bars[0].left)
    assert 7 * 0.33 == pytest.approx(drawn.width - ends[-1])
    assert 0.33 == pytest.approx(min(bar.width for bar in drawn.bars))
    guards = [index for index, bar in enumerate(drawn.bars) if bar.height > 23]
    assert [0, 1, 14, 15, 28, 29] == guards
    assert {22.85, 24.5} == {round(bar.height, 2) for bar in drawn.bars}
    assert NUMBERS[0] == "".join(figure.text for figure in drawn.figures)


def test_a_wrong_check_digit_is_refused() -> None:
    """The library would draw the right one in its place."""
    with pytest.raises(ValueError, match="check digit"):
        symbol("9780306406158")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("printer", ["offset", "ingramspark"])
def test_the_rendered_cover_decodes(tmp_path: Path, number: str, printer: str) -> None:
    """Another library reads it off the finished file, in the colours of the press and in grey."""
    front = work(isbn={"print": number}, print={"printers": [printer]})
    [path] = covers(tmp_path, front, 120)[0].values()
    with pypdfium2.PdfDocument(path) as document:
        picture = document[0].render(scale=300 / 72).to_pil()
    for seen in (picture, picture.convert("L")):
        [code] = zxingcpp.read_barcodes(seen)
        assert (number, zxingcpp.BarcodeFormat.EAN13) == (code.text, code.format)
        sides = code.position
        across = (sides.top_right.x - sides.top_left.x) / 300 * 25.4
        assert 95 * 0.33 == pytest.approx(across, abs=0.5)


def test_bars_are_black_ink_alone_and_far_from_edges(tmp_path: Path) -> None:
    """Vectors in 100 % K, 6.35 mm or more from trim and spine with their white panel."""
    [path] = covers(tmp_path, work(), 120)[0].values()
    with pikepdf.open(path) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode("latin-1")
        assert [] == list(pdf.pages[0].get_images())
        trim = [float(side) / MILLIMETRE for side in pdf.pages[0].trimbox]
    module = 0.33 * 96 / 25.4
    bars = [
        (float(x), float(width))
        for x, width in re.findall(
            r"0 0 0 1 k\n(?:\S+ gs\n)?(?:\S+ \S+ \S+ \S+ re\nW\nn\n)?(\S+) \S+ (\S+) \S+ re\nf",
            content,
        )
    ]
    assert 30 == sum(round(width / module, 2) in {1, 2, 3, 4} for _, width in bars)
    left, right = min(x for x, _ in bars), max(x + width for x, width in bars)
    assert left * 25.4 / 96 - 11 * 0.33 > 6.35
    assert 148 - (right * 25.4 / 96 + 7 * 0.33) > 6.35
    assert trim[3] - trim[1] == pytest.approx(210, abs=0.01)


def test_no_number_no_bars(tmp_path: Path) -> None:
    """Nothing is made up where a work has no ISBN."""
    [path] = covers(tmp_path, work(isbn={}), 120)[0].values()
    with pypdfium2.PdfDocument(path) as document:
        assert "ISBN" not in document[0].get_textpage().get_text_range()
        assert [] == zxingcpp.read_barcodes(document[0].render(scale=300 / 72).to_pil())
