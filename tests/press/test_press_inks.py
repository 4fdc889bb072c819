"""What a press prints with: black alone or four inks, black text over what is below it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from leaves import PLACE, Part, image, made, opened, painted, picture, shade, shown

from colofon import ghostscript
from colofon.finding import Severity
from colofon.preflight import graphics
from colofon.press.inks import Inks

CMYK = "device-cmyk(1 0.5 0 0.1)"


def text(colour: str) -> str:
    """Set a word in a colour."""
    return f'<p style="{PLACE} color: {colour}">palabra</p>'


def inks(data: bytes) -> list[tuple[str, list[Any]]]:
    """Return every setting of a colour on the first page but the first two and the marks'."""
    colours = {"k", "K", "rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN"}
    return [each for each in painted(opened(data).pages[0]) if each[0] in colours][2:]


@pytest.mark.parametrize(
    ("part", "colour", "expected"),
    [
        ("interior", "#000", [0, 0, 0, 1]),
        ("interior", "#999", [0, 0, 0, 0.4]),
        ("interior", "#fff", [0, 0, 0, 0]),
        ("interior", "#f00", [0, 0, 0, 0.701]),
        ("interior", "device-cmyk(0 0 0 0.3)", [0, 0, 0, 0.3]),
        ("interior", CMYK, [0, 0, 0, 0.6332]),
        ("cover", "#000", [0, 0, 0, 1]),
        ("cover", "#999", [0, 0, 0, 0.4]),
        ("cover", CMYK, [1, 0.5, 0, 0.1]),
    ],
)
def test_colours_become_inks(part: Part, colour: str, expected: list[float]) -> None:
    """Greys are black in part; inside the book everything is; four inks stay as they are."""
    data, findings = made(text(colour), part, "kdp")
    operator, found = inks(data)[-1]
    assert (operator, found) == ("k", expected)
    coloured = part == "interior" and colour in {"#f00", CMYK}
    assert [each.code for each in findings] == ["colour-in-interior"] * coloured
    assert all(each.severity is Severity.NOTE and each.place.part for each in findings)


def test_a_colour_of_the_screen_is_converted_on_the_cover() -> None:
    """Red needs magenta and yellow, hardly any cyan; how much the printing condition says."""
    operator, (cyan, magenta, yellow, black) = inks(made(text("#c00"))[0])[0]
    assert operator == "k"
    assert min(magenta, yellow) > 0.7
    assert max(cyan, black) < 0.2


@pytest.mark.parametrize("limit", [400, 300, 240, 200])
def test_converted_colours_keep_the_limit(limit: int) -> None:
    """Wherever more ink would meet, the colours give way and black stays."""
    four = Inks("FOGRA39", black_alone=False, limit=limit)
    free = Inks("FOGRA39", black_alone=False, limit=400)
    for colour in ((0.02, 0.02, 0.03), (0.1, 0.2, 0.05), (0.8, 0.1, 0.1), (0.2, 0.0, 0.3)):
        assert sum(four.of(colour)) * 100 <= limit
        assert four.of(colour)[3] == free.of(colour)[3]


@pytest.mark.parametrize(
    ("colour", "expected"), [("#000", "/Over"), ("#fff", None), (CMYK, None), ("#999", None)]
)
def test_black_text_alone_overprints(colour: str, expected: str | None) -> None:
    """100 % black leaves what is below it; white or coloured text takes its place."""
    page = opened(made(text(colour))[0]).pages[0]
    states = [operands[0] for operator, operands in painted(page) if operator == "gs"]
    assert states == ([expected] if expected else [])
    if expected:
        over = page.resources.ExtGState.Over
        assert (bool(over.OP), bool(over.op), int(over.OPM)) == (True, True, 1)
        assert set(over.keys()) == {"/Type", "/OP", "/op", "/OPM"}


def test_what_follows_black_text_knocks_out() -> None:
    """What is set for a word holds for that word alone."""
    box = f'<div style="{PLACE} top: 60pt; width: 9pt; height: 9pt; background: #000"></div>'
    state, stack, shown = "", [], []
    for operator, operands in painted(opened(made(text("#000") + box + text("#fff"))[0]).pages[0]):
        if operator == "q":
            stack.append(state)
        elif operator == "Q":
            state = stack.pop()
        elif operator == "gs":
            state = operands[0]
        elif operator in {"TJ", "f"}:
            shown.append((operator, state == "/Over"))
    assert sorted(shown) == [("TJ", False), ("TJ", True), ("f", False)]


def test_no_ink_but_black_is_inside(tmp_path: Path) -> None:
    """Ghostscript lays no cyan, magenta or yellow on any plate, with pictures and marks."""
    body = text("#c00") + shown(picture("RGB", (200, 30, 30))) + text(CMYK)
    for name in ("offset", "ingramspark"):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(made(body, "interior", name)[0])
        coverage = ghostscript.ink_coverage(path)
        assert len(coverage) == (4 if name == "offset" else 2)
        assert all(each[:3] == (0, 0, 0) for each in coverage)
        assert coverage[0].black > 0


@pytest.mark.parametrize(
    ("mode", "colour", "kind", "grey"),
    [
        ("RGB", (200, 30, 30), "PNG", 81),
        ("RGB", (200, 30, 30), "JPEG", 81),
        ("CMYK", (200, 30, 30, 0), "JPEG", 175),
        ("P", 0, "PNG", 0),
        ("L", 100, "PNG", 100),
        ("RGB", (77, 77, 77), "PNG", 77),
        ("RGBA", (200, 30, 30, 128), "PNG", 168),
        ("LA", (100, 0), "PNG", 255),
        ("1", 1, "PNG", 255),
    ],
)
def test_pictures_inside_are_grey(mode: str, colour: Any, kind: str, grey: int) -> None:
    """Whatever a picture is, it is printed in greys, opaque, on white; a note tells of colours."""
    data, findings = made(shown(picture(mode, colour, kind)), "interior", "ingramspark")
    found = image(data)
    assert str(found.ColorSpace) == "/DeviceGray"
    assert not {"/SMask", "/Mask", "/Interpolate", "/Decode"} & set(found.keys())
    assert (int(found.Width), int(found.Height)) == (60, 40)
    assert abs(shade(found) - grey) <= 2
    coloured = isinstance(colour, tuple) and len(set(colour[:3])) > 1 and mode != "LA"
    assert [each.code for each in findings] == ["picture-greyed"] * coloured


def test_pictures_in_colour_are_refused_if_the_master_says_so() -> None:
    """An error names the page; a picture in grey is no matter."""
    grey, green = picture("L", 9), picture("RGB", (9, 99, 9))
    two = f'<p><img src="{grey}"></p><p style="break-before: page"><img src="{green}"></p>'
    data, findings = made(two, "interior", images="refuse")
    assert [(each.code, each.place.part) for each in findings] == [("picture-in-colour", "page 2")]
    assert findings[0].severity is Severity.ERROR
    assert opened(data).pages


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pictures_on_the_cover_are_in_four_inks(kind: str) -> None:
    """A picture of the screen is converted, within the printer's limit; one of a press stays."""
    dark = image(made(shown(picture("RGB", (5, 5, 9), kind)), "cover", "ingramspark")[0])
    assert str(dark.ColorSpace) == "/DeviceCMYK"
    assert 150 < sum(shade(dark)) * 100 / 255 <= 240
    kept = image(made(shown(picture("CMYK", (200, 30, 30, 0), "JPEG")))[0])
    assert str(kept.Filter) == "/DCTDecode"


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("color: #0008", "see-through-on-press"),
        ("opacity: 0.5", "see-through-on-press"),
        ("background: linear-gradient(red, blue)", "unknown-ink"),
        ("color: lab(50% 40 20)", "unknown-ink"),
    ],
)
def test_what_no_press_prints_is_refused(style: str, code: str) -> None:
    """What is see-through, a gradient of the screen's, or Lab is told with its page."""
    body = f'<p style="{PLACE} width: 90pt; height: 30pt; {style}">palabra</p>'
    for part in ("cover", "interior"):
        found = [each for each in made(body, part)[1] if each.severity is Severity.ERROR]
        assert [(each.code, each.place.part) for each in found] == [(code, "page 1")]
        assert found[0].hint


def test_patterns_and_groups_are_repainted() -> None:
    """The tile of a background and the form of a group have the inks of the press, too."""
    tile = picture("RGB", (0, 200, 30))
    body = (
        f'<div style="{PLACE} width: 50pt; height: 50pt; background: url({tile}) 0 0/20pt"></div>'
        f'<div style="{PLACE} opacity: 0.99; color: #c00">palabra</div>'
    )
    pdf = opened(made(body)[0])
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image":
            assert str(each.ColorSpace) == "/DeviceCMYK"
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form":
            assert "/Group" not in each
            operators = {str(one.operator) for one in pikepdf.parse_content_stream(each)}
            assert not operators & {"rg", "RG", "g", "G"}


@pytest.mark.parametrize(("name", "expected"), [("offset", 0.35), ("kdp", 0.75)])
def test_no_line_is_thinner_than_the_printer_prints(name: str, expected: float) -> None:
    """A line through words, as thin as the font has it, is widened where the printer asks."""
    style = f"{PLACE} font-size: 7pt; text-decoration: line-through"
    data = made(f'<p style="{style}">palabra</p>', "cover", name)[0]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marks = graphics.read(pdf.pages[0], 1).marks
    [line] = [mark.size for mark in marks if mark.kind == "stroke" and mark.colour.black]
    assert expected == pytest.approx(line, abs=0.01)
