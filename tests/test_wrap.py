"""The cover of the printed book: how wide its spine is, and what stands on it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from colofon import printers
from colofon.printers import Paper, Spine
from colofon.wrap import spine
from colofon.wrap.lettering import Row, letter
from colofon.wrap.panels import Panels
from wrapped import MILLIMETRE, covers, work

PLAIN = Spine(added=0, text_from=4, clearance=1.5)
PAPERS = {
    "offset": Paper(name="80 g/m², bulk 1.25", caliper=0.1),
    "bulky": Paper(name="80 g/m², bulk 1.5", caliper=0.12),
    "white": Paper(name="KDP white: 0.002252 in a page", caliper=2 * 0.002252 * 25.4),
}
WIDTHS = {
    "offset": {16: 0.8, 64: 3.2, 112: 5.6, 400: 20.0},
    "bulky": {16: 0.96, 64: 3.84, 112: 6.72, 400: 24.0},
    "white": {16: 0.92, 64: 3.66, 112: 6.41, 400: 22.88},
}
"""Worked by hand: 8, 32, 56 and 200 leaves of 0.1, 0.12 and 0.1144 mm."""


@pytest.mark.parametrize("paper", PAPERS)
def test_a_spine_is_as_wide_as_its_leaves(paper: str) -> None:
    """16, 64, 112 and 400 pages on three papers, and what a printer adds."""
    for pages, wide in WIDTHS[paper].items():
        assert wide == spine.width(pages, PAPERS[paper], PLAIN)
        glued = PLAIN.model_copy(update={"added": 0.5})
        assert round(wide + 0.5, 2) == spine.width(pages, PAPERS[paper], glued)


def test_an_odd_last_page_has_a_leaf() -> None:
    """17 pages are nine leaves."""
    assert 0.9 == spine.width(17, PAPERS["offset"], PLAIN)


@pytest.mark.parametrize(
    ("language", "ascends"),
    [("es", True), ("es-MX", True), ("fr", True), ("de", True), ("en", False), ("en-GB", False),
     ("nl", False), ("sv", False), ("eo", False)],
)  # fmt: skip
def test_the_words_of_a_spine_run_as_readers_expect(language: str, ascends: bool) -> None:  # noqa: FBT001
    """From foot to head where publishers do so, else as ISO 6357 recommends."""
    assert ascends == spine.ascends(language)


def lettered(
    wide: float, title: str = "Los trenes del sur", authors: str = "Ana Pérez"
) -> tuple[Row, ...]:
    """Return the lines on a spine of a width, by the European offset printer."""
    found = letter(authors, title, Panels(148, 210, wide), printers.printer("offset"))
    return found.rows if found else ()


def test_a_spine_bears_what_it_has_room_for() -> None:
    """Nothing, author and title in a line, in more lines, the title alone."""
    long = "Historia verdadera y general de los trenes que llegan tarde a las ciudades " * 2
    [offset] = [printers.printer("offset").spine]
    assert () == lettered(offset.text_from - 0.01)
    assert (Row("Ana Pérez", "Los trenes del sur"),) == lettered(10)
    first, *others = lettered(30, long)
    assert (Row("Ana Pérez", ""), 2) == (first, len(others))
    assert long.split() == " ".join(row.title for row in others).split()
    assert () == lettered(30, long * 5)
    assert (Row("", "Los trenes"),) == lettered(10, "Los trenes", "Ana Pérez, " * 40)


def places(path: Path, panels: Panels) -> list[tuple[str, float, float, float, float]]:
    """Return each character on the spine and its box, in mm from the foot of the left fold."""
    with pypdfium2.PdfDocument(path) as document:
        left, bottom, *_ = document[0].get_trimbox()
        text = document[0].get_textpage()
        fold = left + panels.width * MILLIMETRE
        found = []
        for index in range(text.count_chars()):
            box = text.get_charbox(index)
            across, up = (
                [(x - fold) / MILLIMETRE for x in box[::2]],
                [(y - bottom) / MILLIMETRE for y in box[1::2]],
            )
            sign = text.get_text_range(index, 1)
            if 0 < sum(across) / 2 < panels.spine and sign.strip():
                found.append((sign, *across, *up))
    return found


@pytest.mark.parametrize(("language", "up"), [("es", 1), ("en", -1)])
def test_the_lettering_keeps_clear_of_the_folds(tmp_path: Path, language: str, up: int) -> None:
    """Its ink stands in the middle, and runs the right way."""
    front = work(language=language, title="Jugando ¡Ágil! y después")
    wraps, _ = covers(tmp_path, front, 240)
    offset = printers.printer("offset")
    panels = Panels(148, 210, spine.width(240, offset.paper(None), offset.spine))
    signs = places(wraps["offset"], panels)
    title = [each for each in signs if each[3] > 60]
    assert "Ana" == "".join(each[0] for each in title[:3])
    before, after = (min(each[1] for each in title), panels.spine - max(each[2] for each in title))
    assert min(before, after) > offset.spine.clearance
    assert abs(before - after) < 0.1
    assert (title[-1][3] - title[0][3]) * up > 0


def test_a_description_that_has_no_room_is_said_to_have_none(tmp_path: Path) -> None:
    """It is set whole or not at all."""
    _, findings = covers(tmp_path, work(description="Trenes que llegan tarde. " * 200), 240)
    assert ["description-too-long"] == [each.code for each in findings]


def test_a_title_that_has_no_room_on_the_spine(tmp_path: Path) -> None:
    """The spine stays bare, and a note says so; a narrow one is bare without a word."""
    long = work(title="Historia de los trenes que llegan tarde a las ciudades del sur " * 4)
    assert ["bare-spine"] == [each.code for each in covers(tmp_path, long, 120)[1]]
    assert () == covers(tmp_path, long, 16)[1]
