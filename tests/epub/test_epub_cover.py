"""The cover: the words of the title page, whole, and legible on a shelf of thumbnails."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from epub_book import FRONT, Book, drawn, fonts, make, sample
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat, JpegImagePlugin

from colofon.cover.fitting import Box, fit
from colofon.formats import cover_image
from colofon.front import Front
from colofon.styles import sheet

LONG = (
    "De la manera en que los trabajadores de las fábricas de Petrogrado hicieron saber al mundo "
    "entero que la guerra había terminado para siempre, y todo lo demás"
)
COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
MANY = tuple({"name": f"Ana María Fernández-Villaverde {number}"} for number in range(9))

FIELD, PAPER = (0x8C, 0x1C, 0x1C), (0xF5, 0xEE, 0xE1)
WIDTH, HEIGHT, HORIZON = 1600, 2560, 1960
MARGIN = 120
"""Pixels at each side that no word may enter."""


def cover(book: Book) -> Image.Image:
    """Open the picture of the cover."""
    return Image.open(io.BytesIO(book.members["EPUB/images/cover.jpg"]))


def near(colour: tuple[int, ...], other: tuple[int, int, int]) -> bool:
    """Tell whether two colours are the same but for what JPEG does to them."""
    return all(abs(a - b) <= 6 for a, b in zip(colour, other, strict=True))


def test_the_picture_is_what_shops_ask_for() -> None:
    """1600 × 2560 pixels in true colours at full resolution, with nothing about its making."""
    picture = cover(sample())
    assert ("JPEG", (WIDTH, HEIGHT), "RGB") == (picture.format, picture.size, picture.mode)
    assert 0 == JpegImagePlugin.get_sampling(picture)
    assert {"jfif", "jfif_version", "jfif_unit", "jfif_density"} == set(picture.info)
    assert not picture.getexif()


def test_the_cover_is_described() -> None:
    """Who cannot see it learns whose book it is, in the book's language, and first of all."""
    expected = "Cubierta de «Paz & pan: «¿qué <hacer>?»», de León Trotsky"
    assert [expected] == sample().find("cover.xhtml", "//h:img[@role='doc-cover']/@alt")
    assert "cover.xhtml" == sample().spine[0]


def test_old_readers_find_the_cover() -> None:
    """EPUB 2's `<meta name="cover">` names the item that EPUB 3 calls `cover-image`."""
    [item] = sample().find("content.opf", "//opf:item[@properties='cover-image']")
    assert [item.get("id")] == sample().find("content.opf", "//opf:meta[@name='cover']/@content")
    assert "images/cover.jpg" == item.get("href")


@pytest.mark.parametrize(
    ("title", "changes"),
    [
        ("Mayo", {"subtitle": None}),
        ("¡Por la paz! ¡Abajo la diplomacia secreta!", {}),
        (LONG, {"subtitle": LONG}),
        (COMPOUND, {"subtitle": COMPOUND}),
        ("Paz", {"authors": MANY}),
        ("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z", {}),
    ],
    ids=["short", "ours", "long", "compound", "many", "letters"],
)
def test_no_word_leaves_the_cover(title: str, changes: dict[str, Any]) -> None:
    """Margins stay empty, the title keeps to the field, and there are words to see."""
    picture = cover(make(title=title, **changes))
    for box, colour in {
        (0, 0, MARGIN, HORIZON - 8): FIELD,
        (WIDTH - MARGIN, 0, WIDTH, HORIZON - 8): FIELD,
        (0, 0, WIDTH, 100): FIELD,
        (0, HORIZON - 80, WIDTH, HORIZON - 8): FIELD,
        (0, HORIZON + 8, MARGIN, HEIGHT): PAPER,
        (WIDTH - MARGIN, HORIZON + 8, WIDTH, HEIGHT): PAPER,
        (0, HEIGHT - 100, WIDTH, HEIGHT): PAPER,
    }.items():
        low, high = zip(*picture.crop(box).getextrema(), strict=True)
        assert near(low, colour), (box, low)
        assert near(high, colour), (box, high)
    for band in ((MARGIN, 100, WIDTH - MARGIN, 560), (MARGIN, 700, WIDTH - MARGIN, HORIZON - 8)):
        assert sum(picture.crop(band).convert("L").histogram()[221:]) > 100


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2)."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_stand_apart() -> None:
    """Words on field and on paper have a contrast of 7 to 1 (WCAG 2.2, 1.4.6)."""
    colours = re.findall(r"#[0-9a-f]{6}", sheet("cover.css"))
    paper, field, ink = dict.fromkeys(colours)
    for one, other in ((paper, field), (paper, ink)):
        dark, light = sorted([luminance(one), luminance(other)])
        assert (light + 0.05) / (dark + 0.05) >= 7


BOX = Box(width=1280, height=1180, largest=330, leading=1.04)


def widths() -> dict[str, float]:
    """Return how wide each character of the face is, in ems."""
    font = TTFont(io.BytesIO(fonts()["EBGaramond-SemiBold"]))
    metrics, scale = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): metrics[name][0] / scale for code, name in font.getBestCmap().items()}


WIDTHS = widths()
TEXTS = st.lists(st.text("abcdeíñAM¡!.,", min_size=1, max_size=25), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_title_fits_and_keeps_its_words(words: list[str]) -> None:
    """Lines hold every word in order, none is wider than the box, all fit its height."""
    lines = fit([" ".join(words)], fonts()["EBGaramond-SemiBold"], BOX)
    assert words == " ".join(lines.lines).split()
    assert len(lines.lines) * lines.size * BOX.leading <= BOX.height + 1
    widest = max(sum(WIDTHS[letter] for letter in line) for line in lines.lines)
    # Kerning makes words narrower or wider by very little; 150 points of margin remain.
    assert widest * lines.size <= BOX.width * 1.03


@pytest.mark.parametrize(
    ("title", "pixels"),
    [("Mayo", 30), ("¡Por la paz! ¡Abajo la diplomacia secreta!", 22), (LONG, 11)],
    ids=["short", "ours", "long"],
)
def test_titles_can_be_read_in_a_thumbnail(title: str, pixels: int) -> None:
    """At a width of 160 pixels the letters of a title are this high (em) at least."""
    size = fit([title], fonts()["EBGaramond-SemiBold"], BOX).size
    assert size * 160 / WIDTH >= pixels


def test_titles_break_where_they_pause() -> None:
    """Two cries are not broken across: the first stands on a line of its own."""
    title = "¡Por la paz! ¡Abajo la diplomacia secreta!"
    expected = ("¡Por la paz!", "¡Abajo la", "diplomacia", "secreta!")
    assert expected == fit([title], fonts()["EBGaramond-SemiBold"], BOX).lines


def test_what_weasyprint_says_is_a_finding() -> None:
    """A letter that no face has does not pass in silence."""
    front = Front.model_validate({**FRONT, "title": "Paz 漢"})
    [finding] = cover_image.make(front=front).findings
    assert ("weasyprint", "muestra-cover.jpg") == (finding.code, finding.place.file)


def test_the_thumbnail_is_the_cover_in_small() -> None:
    """320 × 512 pixels, as sharp as can be: the book's own cover, shrunk, is hardly another."""
    front = Front.model_validate(FRONT)
    pictures = {name: Image.open(io.BytesIO(data)) for name, data in drawn(front).items()}
    assert {"cover": (1600, 2560), "thumbnail": (320, 512)} == {
        name: picture.size for name, picture in pictures.items()
    }
    shrunk = pictures["cover"].resize((320, 512), Image.Resampling.BOX)
    apart = ImageStat.Stat(ImageChops.difference(shrunk, pictures["thumbnail"])).mean
    assert max(apart) < 4
    assert drawn(front)["cover"] == sample().members["EPUB/images/cover.jpg"]
