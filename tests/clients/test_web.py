"""The web page by keyboard alone, and magnified: every note is reached, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from colofon import clients
from colofon.clients import running, tools
from conftest import ROOT
from finished import finished

pytestmark = pytest.mark.usefixtures("equipped")

HERE = Path(__file__).parent
DESK = 1280
"""CSS px of a window at 100 %; at 200 % and 400 % it is 640 and 320 px wide (WCAG 1.4.10)."""

CATALOGUE = ROOT / "dist" / "index.html"
"""Made by the recipe; a project that has published nothing has none."""


def walk(page: Path, *widths: int, follow: bool = True, pictures: str = "") -> Any:
    """Walk through a page by keyboard at each width; return what was reached and what is wrong."""
    with running.home() as folder:
        wanted = {
            "browser": str(running.browser(folder)),
            "follow": follow,
            "height": 800,
            "page": page.resolve().as_uri(),
            "pictures": pictures,
            "widths": widths,
        }
        script = HERE / "web.mjs"
        return json.loads(running.run([tools.node(), script, json.dumps(wanted)], folder))


def ours() -> Path:
    """Return our finished web page."""
    edition = finished()
    return edition.build / f"{edition.slug}.html"


def test_the_keyboard_reaches_every_note_and_comes_back() -> None:
    """Tab stops at every call and shows it; Enter leads to the note, and its backlink back."""
    walked = walk(ours(), DESK)
    assert walked["faults"] == []
    assert walked["reached"] == [[f"r{number}" for number in range(1, 19)]]


def test_nothing_is_lost_when_the_page_is_magnified() -> None:
    """At 200 % and 400 % nothing overflows, no word is cut off, and every note is reached."""
    walked = walk(ours(), DESK // 2, DESK // 4)
    assert walked["faults"] == []
    assert [18, 18] == [len(each) for each in walked["reached"]]


def test_axe_finds_nothing() -> None:
    """Our web page breaks no rule of axe-core at any width, in light and dark."""
    assert clients.axe([ours()]).violations == ()


@pytest.mark.skipif(not CATALOGUE.is_file(), reason="nothing has been published here")
def test_the_catalogue_is_for_everyone_too() -> None:
    """Neither axe-core nor the Nu checker has anything to say of it; magnified it loses nothing."""
    assert clients.axe([CATALOGUE]).violations == ()
    assert clients.nu([CATALOGUE]).messages == ()
    assert walk(CATALOGUE, DESK, DESK // 2, DESK // 4, follow=False)["faults"] == []


# --- what the walk would tell


PAGE = """<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><title>Prueba</title></head>
<body><main><h1>Prueba</h1>
<p>Hola<a role="doc-noteref" id="r1" href="#n1">1</a> a todos<a role="doc-noteref" id="r2"
href="#n2">2</a>.</p>
<div style="height: 2000px"></div>
<div role="doc-footnote" id="n1"><a role="doc-backlink" href="#r1">1.</a> Una.</div>
<div role="doc-footnote" id="n2"><a role="doc-backlink" href="#r2">2.</a> Dos.</div>
</main></body></html>
"""


def test_a_plain_page_has_no_fault(tmp_path: Path) -> None:
    """Links, and notes far below, are all that it takes."""
    path = tmp_path / "a.html"
    path.write_text(PAGE, "utf-8")
    assert walk(path, DESK // 2) == {"faults": [], "reached": [["r1", "r2"]]}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id="r1" href="#n1"', 'id="r1" href="#n1" tabindex="-1"', "Tab does not reach r1"),
        ('href="#n1"', 'href="#n2"', "n2 has no backlink within 3 presses of Tab"),
        ('href="#r1"', 'href="#r3"', "n1 has no backlink within 3 presses of Tab"),
        ('id="n1"', 'id="n1" style="display: none"', "Enter on r1 does not show n1"),
        ('id="r1"', 'id="r1" style="outline: none"', "r1 does not show that it has the focus"),
        ("Hola", f"{'palabra' * 40} Hola", "the page is "),
        (
            "<h1>",
            f'<p style="width: 9em; overflow: hidden">{"palabra" * 9}</p><h1>',
            "p cuts «palabra",
        ),
        ("<h1>", '<p style="margin-left: -9em">Palabra</p><h1>', "the window cuts «Palabra»"),
    ],
)
def test_what_is_wrong_is_told(old: str, new: str, told: str, tmp_path: Path) -> None:
    """A call or note that is not reached, a backlink that is none, and words cut off."""
    assert old in PAGE
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace(old, new, 1), "utf-8")
    faults = walk(path, DESK // 2)["faults"]
    assert any(told in each for each in faults), faults
