# ruff: noqa: INP001  # a script, in no package
"""EB Garamond's two variable fonts -> the four static faces of an edition.

    pip install fonttools==4.68.0 fontpkg-eb-garamond==1.3
    python styles/fonts/make_faces.py FOLDER

The same versions give the same bytes; docs/fonts.md says why each step is taken.
"""

from __future__ import annotations

import importlib.resources
import sys
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

from fontTools.otlLib.optimize import compact
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "EB Garamond"
FACES = {  # style -> source, weight
    "Regular": ("EBGaramond[wght].ttf", 400),
    "Italic": ("EBGaramond-Italic[wght].ttf", 400),
    "SemiBold": ("EBGaramond[wght].ttf", 600),
    "SemiBold Italic": ("EBGaramond-Italic[wght].ttf", 600),
}
FEATURES = (
    *("kern", "mark", "mkmk", "locl", "liga", "dlig", "hlig"),
    *("smcp", "c2sc", "case", "onum", "lnum", "pnum", "tnum"),
    *("sups", "sinf", "subs", "ordn", "frac", "numr", "dnom"),
)
LEGAL_NAMES = (0, 8, 9, 11, 12, 13, 14)  # copyright, makers, their sites, licence, its address
BLANKS = (*range(0x2000, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF)
SUPERIORS = {  # drawn for `sups`; the italic does not encode them, the roman shares the glyphs
    0x2070: "zero",
    0x00B9: "one",
    0x00B2: "two",
    0x00B3: "three",
    0x2074: "four",
    0x2075: "five",
    0x2076: "six",
    0x2077: "seven",
    0x2078: "eight",
    0x2079: "nine",
}
OFL = "OFL.txt"


def make(source: Path, style: str, weight: int) -> TTFont:
    """Pin the weight, complete the characters, name the face and drop what a book never sets."""
    font = TTFont(source, recalcTimestamp=False)
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    cmap, widths = font.getBestCmap(), font["hmtx"]
    blanks = {cmap[code]: widths[cmap[code]] for code in BLANKS if code in cmap}
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    font["hmtx"].metrics |= blanks
    for character, name in SUPERIORS.items():
        encode(font, character, like=f"{name}.sups")
    encode(font, 0x202F, like="uni2009")
    rename(font, style)
    font["OS/2"].usWeightClass = weight
    prune(font)
    compact(font, level=9)
    return font


def encode(font: TTFont, character: int, like: str) -> None:
    """Give a character a glyph of its own, drawn as another one is.

    Its own, because a PDF's ToUnicode map tells characters apart by their glyphs.
    """
    name = f"uni{character:04X}"
    font["glyf"][name] = deepcopy(font["glyf"][like])
    font["hmtx"][name] = font["hmtx"][like]
    font.setGlyphOrder(font["glyf"].glyphOrder)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[character] = name
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    if like in classes:
        classes[name] = classes[like]


def rename(font: TTFont, style: str) -> None:
    """Name the face: four styles of one family, and in twos for systems that know no more."""
    weight, _, slope = style.partition(" ")
    if style in ("Regular", "Italic"):
        family, subfamily = FAMILY, style
    else:
        family, subfamily = f"{FAMILY} {weight}", slope or "Regular"
    postscript = f"{FAMILY}-{style}".replace(" ", "")
    names = {
        1: family,
        2: subfamily,
        3: f"1.003;colofon;{postscript}",
        4: f"{FAMILY} {style}",
        5: "Version 1.003; static face for Colofon",
        6: postscript,
    }
    if family != FAMILY:
        names |= {16: FAMILY, 17: style}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in LEGAL_NAMES]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)


def prune(font: TTFont, features: Iterable[str] = FEATURES) -> None:
    """Keep every character; drop hinting, other features and the glyphs they alone reach."""
    options = Options(
        layout_features=list(features),
        hinting=False,
        glyph_names=True,
        name_IDs=["*"],
        notdef_outline=True,
        harfbuzz_repacker=False,
        recalc_timestamp=False,
    )
    options.drop_tables += ["DSIG", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)


def main(folder: Path) -> None:
    """Write the four faces and their licence to a folder."""
    package = importlib.resources.files("fontpkg_eb_garamond")
    for style, (source, weight) in FACES.items():
        with importlib.resources.as_file(package / "files" / source) as path:
            face = make(path, style, weight)
            face.save(folder / f"EBGaramond-{style.replace(' ', '')}.ttf")
    (folder / OFL).write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
