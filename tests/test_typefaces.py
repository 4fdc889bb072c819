"""The edition's fonts cover what they say, come out the same everywhere and keep others away."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from colofon import typefaces

ROOT = Path(typefaces.__file__).parent.parent
TEXT = "¡Por la paz! El 1.º de noviembre, ofició: «afligido» 0123456789"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Cut the four faces down to one Spanish sentence."""
    return typefaces.subset(TEXT)


@pytest.fixture(params=typefaces.FACES)
def font(request: pytest.FixtureRequest, files: dict[str, bytes]) -> TTFont:
    """Open each of those faces in turn."""
    return TTFont(io.BytesIO(files[request.param]))


def run(program: str, folder: Path, **environment: str) -> str:
    """Run a Python program in another process and folder; give its standard output."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", **environment},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout


def substitutes(font: TTFont, feature: str) -> dict[str, str]:
    """Give glyph -> glyph, as the single substitutions of a feature have it."""
    gsub = font["GSUB"].table
    records = gsub.FeatureList.FeatureRecord
    lookups = {n for r in records if r.FeatureTag == feature for n in r.Feature.LookupListIndex}
    mapping: dict[str, str] = {}
    for number in lookups:
        for table in gsub.LookupList.Lookup[number].SubTable:
            mapping |= getattr(getattr(table, "ExtSubTable", table), "mapping", {})
    return mapping


@pytest.mark.parametrize(
    "text",
    [
        "¿Qué? ¡Ñandú! «pingüino» 1.º 2.ª — … –5 °C ½ 3 × 4 € § †",
        "L’été\u202f: œuvre, «\u202fça\u202f», Œdipe, m², 10\u207b¹",
        "Col·legi, ação, Straße, ẞ, però, città",
        "За мир! Долой тайную дипломатію ѣѵѳ Ґґ Її Ђђ",
        "ἐν ἀρχῇ ἦν ὁ λόγος, Ελλάς ΐ",
        "Příliš žluťoučký kůň, Łódź, Nguyễn Việt, İstanbul",
    ],
)
def test_scripts_of_europe_are_covered(text: str) -> None:
    """Latin, Cyrillic and Greek texts can be set in every face."""
    assert typefaces.missing(text) == []


def test_what_no_font_has_is_told() -> None:
    """Controls, Han, emoji and what only upright faces have (ʃ): each named once, in order."""
    assert typefaces.missing("b\x07日本 😀日ʃ\n") == ["\x07", "ʃ", "日", "本", "😀"]


def test_white_space_and_invisible_characters_are_never_missing() -> None:
    """Tab, line ends, soft hyphen, joiners and variation selectors need no glyph."""
    assert typefaces.missing("a\tb\r\nc\u00ad\u200b\u200d\u2060\ufe0f\ufeff\U000e0101") == []


def test_a_subset_holds_the_text_and_little_else(font: TTFont) -> None:
    """The characters asked for, their capitals and the usual signs; no other script."""
    held = set(map(chr, font.getBestCmap()))
    assert set(TEXT + TEXT.upper() + typefaces.ALWAYS) - held == set()
    assert held & set("ЖΩłđ") == set()


def test_figures_and_small_capitals_survive(font: TTFont) -> None:
    """Ten figures keep their old-style, superior and other forms; letters, small capitals."""
    cmap = font.getBestCmap()
    figures = {cmap[ord(figure)] for figure in "0123456789"}
    for feature in ("onum", "sups", "subs", "pnum", "numr"):
        assert figures <= substitutes(font, feature).keys()
    small = substitutes(font, "smcp")
    letters = [cmap[ord(letter)] for letter in "abcdefghijlmnopqrstuvyzó"]
    assert all(small.get(letter, letter) != letter for letter in letters)


def test_features_of_a_book_survive_and_no_others(font: TTFont) -> None:
    """Kerning, ligatures, capitals and figures stay; swashes go, and so does `rlig`.

    EB Garamond's `rlig`, on by default, prints «*common» as one sign and «^2» as ².
    """
    tags = {r.FeatureTag for t in ("GSUB", "GPOS") for r in font[t].table.FeatureList.FeatureRecord}
    assert {"kern", "liga", "dlig", "case", "c2sc", "smcp", "ordn", "frac", "lnum", "tnum"} <= tags
    assert not tags & {"rlig", "aalt", "swsh", "ss01"}


@pytest.mark.parametrize("characters", ["-\u00ad\u2010\u2011", " \u00a0\u202f", "1¹2²3³"])
def test_look_alikes_have_glyphs_of_their_own(characters: str) -> None:
    """A PDF's ToUnicode map can tell every hyphen, space and superior figure from the others."""
    for file in typefaces.subset(characters).values():
        font = TTFont(io.BytesIO(file))
        glyphs = {font.getBestCmap()[ord(character)] for character in characters}
        assert len(glyphs) == len(characters)
        assert not glyphs & set(substitutes(font, "sups").values())


def test_blanks_have_their_width_in_every_weight() -> None:
    """Upstream's spaces swell with the weight; here U+202F is thin and joiners have no width."""
    for file in typefaces.subset("\u2009\u200b\u202f\u2060").values():
        font = TTFont(io.BytesIO(file))
        width = {code: font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}
        assert width[0x200B] == width[0x2060] == 0
        assert width[0x202F] == width[0x2009] < width[0x20]


def test_before_a_combining_mark_letters_have_their_parts() -> None:
    """HarfBuzz takes «ḡ» apart when another mark follows; without one nothing is added."""
    for text, expected in (("ḡ\u0323", True), ("ḡ", False)):
        [file] = typefaces.subset(text, ["EBGaramond-Regular"]).values()
        assert (0x304 in TTFont(io.BytesIO(file)).getBestCmap()) == expected


HASHES = f"""
import hashlib, json
from fontTools.ttLib.tables import otBase
from colofon import typefaces
assert otBase.have_uharfbuzz
files = typefaces.subset(reversed({TEXT!r}))
pdf = typefaces.subset_glyphs(files["EBGaramond-Italic"], {{40, 3, 17}})
print(json.dumps([hashlib.sha256(file).hexdigest() for file in [*files.values(), pdf]]))
"""


def test_subsets_are_the_same_bytes_everywhere(files: dict[str, bytes], tmp_path: Path) -> None:
    """Neither environment, folder, order of characters nor an installed uharfbuzz has a say."""
    (tmp_path / "uharfbuzz.py").write_text(
        "class RepackerError(Exception): pass\n"
        "def serialize_with_tag(*_): return b'packed by HarfBuzz'\n"
    )
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"}
    told = json.loads(run(HASHES, tmp_path, SOURCE_DATE_EPOCH="86400", **elsewhere))
    pdf = typefaces.subset_glyphs(files["EBGaramond-Italic"], [3, 17, 40])
    assert told == [hashlib.sha256(file).hexdigest() for file in [*files.values(), pdf]]


def test_glyph_subset_keeps_ids_and_outlines(files: dict[str, bytes]) -> None:
    """The glyphs asked for stay in place, unchanged; others are empty; layout tables go."""
    file = files["EBGaramond-Regular"]
    whole = TTFont(io.BytesIO(file))
    wanted = [whole.getGlyphID(whole.getBestCmap()[ord(letter)]) for letter in "paz"]
    part = TTFont(io.BytesIO(typefaces.subset_glyphs(file, wanted)))
    drawn = {
        n for n, name in enumerate(part.getGlyphOrder()) if part["glyf"][name].numberOfContours
    }
    assert drawn == {0, *wanted}
    for before, after in ((whole.getGlyphName(n), part.getGlyphName(n)) for n in wanted):
        assert part["glyf"][after] == whole["glyf"][before]
        assert part["hmtx"][after] == whole["hmtx"][before]
    assert not {"GSUB", "GPOS", "GDEF"} & set(part.keys())


def test_font_face_rules() -> None:
    """Rules stand in the order of the faces, whatever the order asked; a wrong name is refused."""
    rule = '@font-face { font-family: "EB Garamond"; font-style: %s; font-weight: %d; %s }\n'
    expected = rule % ("normal", 400, 'src: url("a");') + rule % ("italic", 600, 'src: url("b");')
    urls = {"EBGaramond-SemiBoldItalic": "b", "EBGaramond-Regular": "a"}
    assert typefaces.font_face_css(urls) == expected
    with pytest.raises(KeyError, match="Times"):
        typefaces.font_face_css({"Times": "times.ttf"})


PRINT = """
import io, json, logging, pikepdf, weasyprint
said = []
logging.getLogger("weasyprint").addFilter(lambda record: said.append(record.getMessage()))
page = weasyprint.HTML("page.html").write_pdf()
with pikepdf.open(io.BytesIO(page)) as pdf:
    names = [str(font.BaseFont) for font in dict(pdf.pages[0].Resources.Font).values()]
fonts = {name.partition("+")[2].replace("-", "") for name in names}
print(json.dumps([sorted(fonts), [text for text in said if "notdef" in text]]))
"""


def test_no_installed_font_is_ever_used(files: dict[str, bytes], tmp_path: Path) -> None:
    """Unknown and generic families are set in our faces; what those lack is told, not borrowed."""
    for name, file in files.items():
        (tmp_path / f"{name}.ttf").write_bytes(file)
    css = typefaces.font_face_css({name: f"{name}.ttf" for name in files})
    (tmp_path / "page.html").write_text(
        f"<meta charset=utf-8><title>x</title><style>{css}</style><p style='font-family: Absent'>"
        "paz <b>paz</b> <i>paz</i> <code style='font-family: monospace'>paz</code> 日 a\u200bz"
        "\u2060a\ufe0f <span style='font-family: sans-serif'>paz</span>",
        "utf-8",
    )
    home = tmp_path / "home"
    config = typefaces.hermetic_fontconfig(tmp_path)
    told = run(PRINT, tmp_path, FONTCONFIG_FILE=str(config), HOME=str(home))
    fonts, warnings = json.loads(told)
    assert fonts == ["EBGaramond", "EBGaramondItalic", "EBGaramondSemiBold"]
    assert [text[-8:] for text in warnings] == ["(U+65E5)"]
    assert not home.exists()


@pytest.mark.parametrize("face", typefaces.EVERY_FACE.values(), ids=typefaces.EVERY_FACE)
def test_face_is_what_its_name_says(face: typefaces.Face) -> None:
    """Family, weight and slope in the file agree with the table that stylesheets are made from."""
    font = TTFont(face.file)
    assert font["name"].getBestFamilyName() == face.family
    assert font["name"].getDebugName(6) == face.name
    assert font["OS/2"].usWeightClass == face.weight
    assert bool(font["OS/2"].fsSelection & 1) == (face.style == "italic")
    assert "fvar" not in font


def test_faces_are_those_the_documentation_made() -> None:
    """docs/fonts.md gives the SHA-256 of each face and of the licence; none has changed since."""
    described = (ROOT / "docs" / "fonts.md").read_text("utf-8")
    licences = [typefaces.FOLDER / f"OFL{which}.txt" for which in ("", "-AtkinsonHyperlegible")]
    for file in [*licences, *(face.file for face in typefaces.EVERY_FACE.values())]:
        assert f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" in described
    for licence in licences:
        assert "with Reserved Font Name" not in licence.read_text("utf-8")
