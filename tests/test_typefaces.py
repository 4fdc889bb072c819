"""The edition's fonts cover what they say, come out the same everywhere and keep others away."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from colofon import typefaces

ROOT = Path(typefaces.__file__).parent.parent
TEXT = "¡Por la paz! El 1.º de noviembre, ofició: «afligido» 0123456789"
HYPHENS = "\u002d\u00ad\u2010\u2011"
SPACES = "\u0020\u00a0\u202f"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The four faces, cut down to one Spanish sentence."""
    return typefaces.subset(TEXT)


@pytest.fixture(params=typefaces.FACES)
def font(request: pytest.FixtureRequest, files: dict[str, bytes]) -> Iterator[TTFont]:
    """Each of those faces in turn, opened."""
    with TTFont(io.BytesIO(files[request.param])) as opened:
        yield opened


def run(program: str, folder: Path, **environment: str) -> str:
    """Run a Python program in another process and folder; its standard output."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", **environment},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    ).stdout


def substitutes(font: TTFont, feature: str) -> dict[str, str]:
    """Glyph -> glyph, as the single substitutions of a feature have it."""
    gsub = font["GSUB"].table
    records = gsub.FeatureList.FeatureRecord
    lookups = {n for r in records if r.FeatureTag == feature for n in r.Feature.LookupListIndex}
    mapping: dict[str, str] = {}
    for number in lookups:
        for table in gsub.LookupList.Lookup[number].SubTable:
            mapping |= getattr(getattr(table, "ExtSubTable", table), "mapping", {})
    return mapping


# ---- coverage


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
    """Han, emoji and control characters are missing, each named once and in order."""
    assert typefaces.missing("b\x07日本 😀日\n") == ["\x07", "日", "本", "😀"]


def test_one_face_without_it_is_enough() -> None:
    """IPA stands in the upright faces only: in italics it would be lost, so it is missing."""
    assert typefaces.missing("ʃ") == ["ʃ"]


def test_white_space_and_invisible_characters_are_never_missing() -> None:
    """Tab, line ends, soft hyphen, joiners and variation selectors need no glyph."""
    assert typefaces.missing("a\tb\r\nc\u00ad\u200b\u200d\u2060\ufe0f\ufeff\U000e0101") == []


# ---- subsets


def test_a_subset_holds_the_text_and_little_else(font: TTFont) -> None:
    """The characters asked for, their capitals and the usual signs; no other script."""
    held = set(map(chr, font.getBestCmap()))
    assert set(TEXT + TEXT.upper() + typefaces.ALWAYS) - held == set()
    assert held & set("ЖΩłđ") == set()


@pytest.mark.parametrize("feature", ["onum", "sups", "subs", "pnum", "numr"])
def test_figures_keep_their_forms(font: TTFont, feature: str) -> None:
    """Old-style, superior, inferior, proportional and fraction figures survive, all ten."""
    figures = {font.getBestCmap()[ord(figure)] for figure in "0123456789"}
    assert figures <= substitutes(font, feature).keys()


def test_small_capitals_survive(font: TTFont) -> None:
    """Letters, accented ones too, still have small capitals, drawn otherwise than the letters."""
    cmap, small = font.getBestCmap(), substitutes(font, "smcp")
    letters = {cmap[ord(letter)] for letter in "abcdefghijlmnopqrstuvyzó"}
    assert letters <= small.keys()
    assert all(small[letter] != letter for letter in letters)


def test_layout_features_survive(font: TTFont) -> None:
    """A book's features are all there; swashes and stylistic sets are not."""
    tags = {r.FeatureTag for t in ("GSUB", "GPOS") for r in font[t].table.FeatureList.FeatureRecord}
    assert {"kern", "liga", "dlig", "case", "c2sc", "smcp", "ordn", "frac", "lnum", "tnum"} <= tags
    assert not {tag for tag in tags if tag.startswith(("ss", "aalt", "swsh"))}


def test_no_required_ligature_rewrites_the_text(font: TTFont) -> None:
    """EB Garamond's `rlig`, on by default, would print «*common» as one sign and «^2» as ²."""
    assert substitutes(font, "rlig") == {}
    tags = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert "rlig" not in tags


@pytest.mark.parametrize("characters", [HYPHENS, SPACES, "1¹2²3³"])
def test_look_alikes_have_glyphs_of_their_own(characters: str) -> None:
    """A PDF's ToUnicode map can tell every hyphen, space and superior figure from the others."""
    for file in typefaces.subset(characters).values():
        cmap = TTFont(io.BytesIO(file)).getBestCmap()
        glyphs = [cmap[ord(character)] for character in characters]
        superior = substitutes(TTFont(io.BytesIO(file)), "sups")
        assert len(set(glyphs)) == len(characters)
        assert not set(superior.values()) & set(glyphs)


def test_narrow_space_is_a_thin_space() -> None:
    """U+202F is as wide as U+2009, narrower than a word space."""
    for file in typefaces.subset("\u2009\u202f").values():
        font = TTFont(io.BytesIO(file))
        cmap, widths = font.getBestCmap(), font["hmtx"]
        narrow, thin, word = (widths[cmap[code]][0] for code in (0x202F, 0x2009, 0x20))
        assert narrow == thin < word


def test_subsets_are_the_same_bytes_everywhere(files: dict[str, bytes], tmp_path: Path) -> None:
    """Neither environment, folder, order of characters nor an installed uharfbuzz has a say."""
    (tmp_path / "uharfbuzz.py").write_text(
        "class RepackerError(Exception): pass\n"
        "def serialize_with_tag(*_): return b'packed by HarfBuzz'\n"
    )
    program = (
        "import hashlib, json; from colofon import typefaces; from fontTools.ttLib.tables import "
        "otBase; assert otBase.have_uharfbuzz; "
        f"files = typefaces.subset(set(reversed({TEXT!r}))); "
        "pdf = typefaces.subset_glyphs(files['EBGaramond-Italic'], {40, 3, 17}); "
        "web = typefaces.woff2(files['EBGaramond-Italic']); "
        "print(json.dumps([hashlib.sha256(b).hexdigest() for b in [*files.values(), pdf, web]]))"
    )
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"}
    told = json.loads(run(program, tmp_path, SOURCE_DATE_EPOCH="86400", **elsewhere))
    italic = files["EBGaramond-Italic"]
    here = [typefaces.subset_glyphs(italic, [3, 17, 40]), typefaces.woff2(italic)]
    assert told == [hashlib.sha256(file).hexdigest() for file in [*files.values(), *here]]


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
    for number in wanted:
        before, after = (font.getGlyphName(number) for font in (whole, part))
        assert part["glyf"][after] == whole["glyf"][before]
        assert part["hmtx"][after] == whole["hmtx"][before]
    assert not {"GSUB", "GPOS", "GDEF"} & set(part.keys())


# ---- the web


def test_woff2_is_the_same_font(files: dict[str, bytes]) -> None:
    """Unpacked, a WOFF2 file has the characters, widths and features it was made from."""
    for file in files.values():
        packed = typefaces.woff2(file)
        assert packed[:4] == b"wOF2"
        assert len(packed) < len(file) / 2
        before, after = TTFont(io.BytesIO(file)), TTFont(io.BytesIO(packed))
        assert after.getBestCmap() == before.getBestCmap()
        assert after["hmtx"].metrics == before["hmtx"].metrics
        assert after.getTableData("GSUB") == before.getTableData("GSUB")
        assert after["head"].modified == before["head"].modified


def test_font_face_rules() -> None:
    """Rules stand in the order of the faces, whatever the order asked; a wrong name is refused."""
    css = typefaces.font_face_css({"EBGaramond-SemiBoldItalic": "b.ttf", "EBGaramond-Regular": "a"})
    assert css == (
        '@font-face { font-family: "EB Garamond"; font-style: normal; font-weight: 400; '
        'src: url("a"); }\n'
        '@font-face { font-family: "EB Garamond"; font-style: italic; font-weight: 600; '
        'src: url("b.ttf"); }\n'
    )
    with pytest.raises(KeyError, match="Times"):
        typefaces.font_face_css({"Times": "times.ttf"})


# ---- no other fonts


def test_no_installed_font_is_ever_used(files: dict[str, bytes], tmp_path: Path) -> None:
    """Unknown and generic families are set in our faces; what those lack is told, not borrowed."""
    for name, file in files.items():
        (tmp_path / f"{name}.ttf").write_bytes(file)
    css = typefaces.font_face_css({name: f"{name}.ttf" for name in files})
    html = (
        f"<html><head><title>x</title><style>{css}</style></head><body style='font-family: None'>"
        "<p>paz <b>paz</b> <i>paz</i> <code style='font-family: monospace'>paz</code>"
        "<span style='font-family: sans-serif'>paz 日</span> a\u200bz\u2060a\ufe0f</p></body></html>"
    )
    program = (
        "import io, json, logging, pikepdf, weasyprint; said = []; "
        "log = logging.getLogger('weasyprint'); log.addFilter(lambda r: said.append(r.getMessage())"
        f"); pdf = pikepdf.open(io.BytesIO(weasyprint.HTML(string={html!r}, base_url='./')"
        ".write_pdf())); fonts = {str(o.FontFamily) for o in pdf.objects "
        "if isinstance(o, pikepdf.Dictionary) and '/FontFamily' in o}; "
        "print(json.dumps([sorted(fonts), [s for s in said if 'notdef' in s]]))"
    )
    home = tmp_path / "home"
    home.mkdir()
    config = typefaces.hermetic_fontconfig(tmp_path)
    fonts, warnings = json.loads(
        run(program, tmp_path, FONTCONFIG_FILE=str(config), HOME=str(home))
    )
    assert fonts == ["EB Garamond", "EB Garamond SemiBold"]
    assert [text[-9:] for text in warnings] == ["(U+65E5)"]
    assert list(home.iterdir()) == []


# ---- the files in git


@pytest.mark.parametrize("face", typefaces.FACES.values(), ids=typefaces.FACES)
def test_face_is_what_its_name_says(face: typefaces.Face) -> None:
    """Family, weight and slope in the file agree with the table that stylesheets are made from."""
    font = TTFont(face.file)
    names = font["name"]
    assert names.getBestFamilyName() == face.family
    assert names.getDebugName(6) == face.name
    assert font["OS/2"].usWeightClass == face.weight
    assert bool(font["OS/2"].fsSelection & 1) == (face.style == "italic")
    assert "fvar" not in font


def test_faces_are_those_the_documentation_made() -> None:
    """docs/fonts.md gives the SHA-256 of each face and of the licence; none has changed since."""
    described = (ROOT / "docs" / "fonts.md").read_text("utf-8")
    licence = typefaces.FOLDER / "OFL.txt"
    for file in [licence, *(face.file for face in typefaces.FACES.values())]:
        assert f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" in described
    assert "with Reserved Font Name" not in licence.read_text("utf-8")
