"""The edition's fonts: subset, hermetic fontconfig, glyph coverage."""

from __future__ import annotations

import functools
import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

from colofon import styles

FOLDER = styles.FOLDER / "fonts"
FAMILY = "EB Garamond"
LARGE_FAMILY = "Atkinson Hyperlegible"
TEXT = 400

# ASCII, and what a stylesheet or a hyphenated line sets without the text asking for it.
ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0\u00ad\u2010\u2011…«»“”‘’—–•"
WHITE_SPACE = "\t\n\r"
# What HarfBuzz hides when a font lacks it (is_default_ignorable in its hb-unicode.hh).
INVISIBLE = (
    *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x17B4, 0x17B5), (0x180B, 0x180E)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFF0, 0xFFF8), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)


@dataclass(frozen=True)
class Face:
    """One static font file; weight and style are those of CSS (400, 600; normal, italic)."""

    name: str
    file: Path
    family: str
    weight: int
    style: str


def _face(family: str, suffix: str, weight: int, style: str) -> Face:
    name = f"{family.replace(' ', '')}-{suffix}"
    return Face(name, FOLDER / f"{name}.ttf", family, weight, style)


FACES: dict[str, Face] = {
    face.name: face
    for face in (
        _face(FAMILY, "Regular", 400, "normal"),
        _face(FAMILY, "Italic", 400, "italic"),
        _face(FAMILY, "SemiBold", 600, "normal"),
        _face(FAMILY, "SemiBoldItalic", 600, "italic"),
    )
}
"""Those of the text."""

LARGE_FACES: dict[str, Face] = {
    face.name: face
    for face in (
        _face(LARGE_FAMILY, "Regular", 400, "normal"),
        _face(LARGE_FAMILY, "Bold", 700, "normal"),
    )
}
"""Those of large print, which sets nothing in italics."""

EVERY_FACE = FACES | LARGE_FACES


@functools.cache
def _coverage() -> frozenset[str]:
    """Give every character that can be set in all faces, or that sets nothing."""
    unseen = {chr(code) for first, last in INVISIBLE for code in range(first, last + 1)}
    cmaps = [TTFont(face.file, lazy=True)["cmap"].getBestCmap() for face in FACES.values()]
    return frozenset(map(chr, set.intersection(*map(set, cmaps)))) | unseen | set(WHITE_SPACE)


def missing(text: str) -> list[str]:
    """List the characters of a text that some face lacks, sorted by code point.

    A character counts as covered only if all four faces have it: emphasis, a heading or a
    stylesheet may set any word in any of them. Characters that need no glyph are never missing:
    tab and line ends, and the default-ignorable ones (soft hyphen, joiners, variation selectors).
    """
    return sorted(set(text) - _coverage())


def subset(characters: Iterable[str], names: Iterable[str] = tuple(FACES)) -> dict[str, bytes]:
    """Cut faces down to some characters: face name -> TrueType file, all features kept.

    Kept besides: the capitals of all letters (`text-transform`), ASCII, and the usual spaces,
    hyphens, dashes and quotation marks; and every glyph that a feature makes of those (small
    capitals, ligatures, old-style and superior figures). A character that a face lacks is left
    out. With a combining mark in the text every letter is kept in its parts, too: before one
    HarfBuzz takes «ḡ» apart. The bytes depend on nothing but the characters, the faces and the
    version of fontTools.
    """
    text = ALWAYS + "".join(characters)
    if any(map(unicodedata.combining, text)):
        text += unicodedata.normalize("NFD", text)
    codes = {ord(character) for character in text + text.upper()}
    return {name: _subset(EVERY_FACE[name].file, codes) for name in names}


def _subset(file: Path, codes: set[int]) -> bytes:
    # The faces carry no hinting and only the features we want (docs/fonts.md): nothing to drop.
    options = _options(layout_features=["*"], bidi_closure=False)
    font = load_font(file, options)
    # Left in, the names would cost a fifth of the time: every table is searched for their uses.
    names = font["name"]
    del font["name"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font["name"] = names
    return _saved(font, options)


def subset_glyphs(ttf: bytes, glyph_ids: Iterable[int]) -> bytes:
    """Cut a face down to the glyphs that a PDF shows: TrueType file -> TrueType file.

    Glyph ids stay as they are, because the page's text is written with them (ISO 32000-2,
    9.7.4.2, Identity). What a PDF viewer never reads is dropped: the text is already shaped.
    """
    options = _options(retain_gids=True)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "gasp"]
    font = load_font(io.BytesIO(ttf), options)
    subsetter = Subsetter(options)
    subsetter.populate(gids=glyph_ids)
    subsetter.subset(font)
    return _saved(font, options)


def _options(**chosen: object) -> Options:
    # Installed or not, HarfBuzz must not pack the tables: its bytes change with its version.
    return Options(harfbuzz_repacker=False, notdef_outline=True, **chosen)


def _saved(font: TTFont, options: Options) -> bytes:
    file = io.BytesIO()
    save_font(font, file, options)
    return file.getvalue()


def font_face_css(urls: dict[str, str]) -> str:
    """Face name -> URL, as `@font-face` rules in our order; KeyError for names of no face."""
    unknown = urls.keys() - EVERY_FACE.keys()
    if unknown:
        raise KeyError(*sorted(unknown))
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; '
        f'font-weight: {face.weight}; src: url("{urls[name]}"); }}\n'
        for name, face in EVERY_FACE.items()
        if name in urls
    )


def hermetic_fontconfig(folder: Path) -> Path:
    """Write `fonts.conf` to a folder, for FONTCONFIG_FILE: a world without any installed font.

    Pango then finds the fonts of `@font-face` rules and no others, whatever family a stylesheet
    names, and its cache stays in the folder. The variable must be set before WeasyPrint is
    imported, which then warns once that no fonts are configured: that is what we want.
    """
    file = folder / "fonts.conf"
    cache = escape(str(folder.absolute() / "fontconfig"))
    file.write_text(
        '<?xml version="1.0"?>\n'
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig><cachedir>{cache}</cachedir></fontconfig>\n",
        "utf-8",
    )
    return file
