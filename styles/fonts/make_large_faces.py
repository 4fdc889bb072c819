# ruff: noqa: INP001  # a script, in no package
"""Atkinson Hyperlegible's static faces -> the two of large print.

    pip install fonttools==4.68.0 fontpkg-atkinson-hyperlegible==1.6
    python styles/fonts/make_large_faces.py FOLDER

The same versions give the same bytes; docs/fonts.md says why each step is taken.
"""

from __future__ import annotations

import importlib.resources
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from make_faces import encode, prune

FAMILY = "AtkinsonHyperlegible"
STYLES = ("Regular", "Bold")
FEATURES = ("kern", "mark", "mkmk", "locl", "ccmp", "case", "frac", "ordn", "pnum", "tnum", "sups")
HYPHENS = (0x2010, 0x2011)
THIN = (0x2009, 0x202F)
THIN_WIDTH = 200
"""Of a thin space, in thousandths of an em: a fifth, as typographers have it."""
VERSION = 5
LICENCE = "OFL-AtkinsonHyperlegible.txt"


def make(source: Path) -> TTFont:
    """Complete hyphens and thin spaces, say that it is changed, drop what a book never sets."""
    font = TTFont(source, recalcTimestamp=False)
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    for character in HYPHENS:
        encode(font, character, like="hyphen")
    for character in THIN:
        encode(font, character, like="space")
        font["hmtx"][f"uni{character:04X}"] = (THIN_WIDTH, 0)
    font["name"].setName("Version 1.006; completed for Colofon", VERSION, 3, 1, 0x409)
    prune(font, FEATURES)
    return font


def main(folder: Path) -> None:
    """Write the two faces and their licence to a folder."""
    package = importlib.resources.files("fontpkg_atkinson_hyperlegible")
    for style in STYLES:
        name = f"{FAMILY}-{style}.ttf"
        with importlib.resources.as_file(package / "files" / name) as path:
            make(path).save(folder / name)
    (folder / LICENCE).write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
