"""Ghostscript as an instrument: what it measures of plates that are known, and its absence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from colofon import ghostscript
from colofon.finding import NotEquipped

SLUG, SIDE = 20, 100
"""In points: what is outside of the trim, and the side of the cut page."""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Draw a page whose lower half is cyan and black, with a mark in every ink outside the trim."""
    path, side = tmp_path / "sheet.pdf", SIDE + 2 * SLUG
    with pikepdf.new() as pdf:
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[1] * 4, N=1)
        every = pikepdf.Array(
            [pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint]
        )
        page = pdf.add_blank_page(page_size=(side, side))
        page.trimbox = pikepdf.Array([SLUG, SLUG, SIDE + SLUG, SIDE + SLUG])
        page.obj.BleedBox = page.trimbox
        page.obj.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(All=every))
        page.contents_add(f"1 0 0 0.5 k {SLUG} {SLUG} {SIDE} {SIDE / 2} re f".encode())
        page.contents_add(b"/All cs 1 scn 0 0 10 10 re f")
        pdf.save(path)
    return path


def test_coverage_is_that_of_the_box(sheet: Path) -> None:
    """Half of the trim is cyan and black; the mark counts on the whole sheet alone."""
    [trim] = ghostscript.ink_coverage(sheet, "Trim")
    assert trim.cyan == pytest.approx(0.5, abs=0.02)
    assert trim.black == pytest.approx(trim.cyan, abs=0.001)
    assert trim.magenta == trim.yellow == 0
    [media] = ghostscript.ink_coverage(sheet)
    assert media.magenta == media.yellow > 0
    assert media.cyan < trim.cyan


def test_plates_are_named_and_added_up(sheet: Path) -> None:
    """A plate for each ink, as large as the box, and where most ink meets."""
    [plates] = ghostscript.separations(sheet, 72, "Trim")
    assert sorted(plates) == ["Black", "Cyan", "Magenta", "Yellow"]
    assert plates["Cyan"].size == (SIDE, SIDE)
    below, above = (SIDE // 2, SIDE - 5), (SIDE // 2, 5)
    assert [plates["Cyan"].getpixel(at) for at in (below, above)] == [0, 255]
    assert plates["Black"].getpixel(below) == pytest.approx(128, abs=2)
    assert ghostscript.total_ink(sheet, 72) == [pytest.approx(150, abs=1)]
    assert ghostscript.total_ink(sheet, 72, "Media") == [pytest.approx(400, abs=1)]


def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    """Its own message, not a traceback of the file."""
    path = tmp_path / "no.pdf"
    path.write_text("no", "utf-8")
    with pytest.raises(ghostscript.GhostscriptError, match=r"."):
        ghostscript.ink_coverage(path)


def test_its_absence_excuses(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed nothing is judged, and the message says how to install it."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(NotEquipped, match="apt install ghostscript"):
        ghostscript.ink_coverage(sheet)


def test_its_version_is_known() -> None:
    """For reports, which name their judges; this suite needs it."""
    assert int(ghostscript.version().partition(".")[0]) >= 10
    assert ghostscript.fingerprint()
