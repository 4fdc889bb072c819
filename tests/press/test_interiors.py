"""A long work with pictures in colour, made for four printers at once."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import works
from colofon import ghostscript, inputs, printers, registry
from colofon.finding import Severity
from colofon.records import Record
from colofon.source import Edition
from conftest import doit, new_project
from finished import finished, outcome

PRINTERS = ("offset", "kdp", "ingramspark", "lulu")
SUFFIXES = {"offset": "", "kdp": "-kdp", "ingramspark": "-ingramspark", "lulu": "-lulu"}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Make every output of the work."""
    project = new_project(tmp_path_factory.mktemp("press") / "obra")
    trim = f"6x9in, printers: [{', '.join(PRINTERS)}]"
    text = works.big(project / "source" / "obra", notes=90, trim=trim)
    (project / "source" / "obra.md").write_text(text, "utf-8")
    Image.new("RGB", (300, 200), (200, 40, 40)).save(project / "source" / "obra" / "mapa.png")
    run = doit(project, "obra")
    assert run.returncode == 0, run.stdout + run.stderr
    return Edition("obra", project)


def interiors(edition: Edition) -> dict[str, Path]:
    """Return the interiors, as checks get them."""
    [found] = inputs.gather(("interiors",), edition).values()
    assert isinstance(found, dict)
    return found


def test_each_printer_has_a_file(edition: Edition) -> None:
    """The first one's is named by the work alone; each is in the standard that it asks for."""
    found = interiors(edition)
    assert {name: path.name for name, path in found.items()} == {
        name: f"obra-print{suffix}.pdf" for name, suffix in SUFFIXES.items()
    }
    for name, path in found.items():
        printer = printers.printer(name)
        with pikepdf.open(path) as pdf:
            assert pdf.pdf_version == ("1.3" if name == "ingramspark" else "1.6")
            assert len(pdf.pages) % printer.pages.multiple == 0
            assert len(pdf.pages) >= printer.pages.minimum
            assert not {"/Font", "/XObject"} & set(pdf.pages[-1].resources.keys()) or (
                not printer.pages.last_blank
            )
            width, height = (float(side) for side in pdf.pages[0].trimbox[2:])
            left, bottom = (float(side) for side in pdf.pages[0].trimbox[:2])
        assert (width - left, height - bottom) == pytest.approx((432, 648), abs=0.01)


def test_pagination_is_the_same_in_all(edition: Edition) -> None:
    """The same words are on the same pages, of screen and archive too."""
    [check] = [each for each in registry.CHECKS if each.name == "same-pages"]
    findings, evidence = outcome(check.load()(**inputs.gather(check.inputs, edition)))
    assert findings == []
    assert evidence["files"] == len(PRINTERS) + 2
    assert evidence["pages"] > 30


def test_the_words_are_kept_in_all(edition: Edition) -> None:
    """Each file is read by its glyphs, notes and all, and nothing is missing or moved."""
    for name in ("same-words", "metadata-agrees", "own-fonts", "note-on-page", "page-list"):
        [check] = [each for each in registry.CHECKS if each.name == name]
        findings, evidence = outcome(check.load()(**inputs.gather(check.inputs, edition)))
        assert [each for each in findings if each.severity is Severity.ERROR] == [], name
        assert evidence
        if name == "same-words":
            read = [each for each in evidence if "by its pages: body" in each]
            assert len(read) == len(PRINTERS) + 1


def test_nothing_is_printed_in_colour(edition: Edition) -> None:
    """No page of any interior has cyan, magenta or yellow; every file says so of its pictures."""
    for path in interiors(edition).values():
        coverage = ghostscript.ink_coverage(path)
        assert all(each[:3] == (0, 0, 0) for each in coverage)
        assert sum(each.black > 0 for each in coverage) > 30
    found = Record.read(edition, "print").findings
    greyed = {each.place.file for each in found if each.code == "picture-greyed"}
    assert greyed == {path.name for path in interiors(edition).values()}
    assert {each.severity for each in found if each.code == "picture-greyed"} == {Severity.NOTE}


def test_our_edition_has_no_colour_inside() -> None:
    """Ghostscript lays nothing but black on any plate of the speech."""
    coverage = ghostscript.ink_coverage(finished().build / "por-la-paz-print.pdf")
    assert len(coverage) >= 20
    assert all(each[:3] == (0, 0, 0) for each in coverage)
    assert sum(each.black > 0 for each in coverage) >= 12
