"""How the text is dressed -> the faces to embed, and the style sheet that names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from colofon.epub.xhtml import local
from colofon.styles import sheet
from colofon.typefaces import FACES, Face

FONT_TYPE = "font/ttf"
NORMAL = 400

SLANTED = {"em", "h3", "h4", "h5", "h6"}
SLANTED_CLASSES = {"subtitle", "stage"}
STRONG = {"strong", "th", "dt"}
"""What styles/epub.css sets in italics and in bold; a test holds it to that."""

Look = tuple[bool, bool]
"""Slanted, strong."""


def faces_used(tops: Iterable[Element], fonts: dict[str, bytes]) -> dict[str, bytes]:
    """Choose the faces that some element of the text is set in."""
    looks = {look for top in tops for look in _looks(top, (False, False))}
    return {name: fonts[name] for name, face in FACES.items() if _look(face) in looks}


def font_path(name: str) -> str:
    """Name a face's file in the EPUB."""
    return f"fonts/{name}.ttf"


def style_sheet(faces: dict[str, bytes]) -> bytes:
    """Write the style sheet, its embedded faces first."""
    return "\n".join([*(_font_face(FACES[name]) for name in faces), sheet("epub.css")]).encode()


def _look(face: Face) -> Look:
    """Return how a face looks."""
    return face.style == "italic", face.weight > NORMAL


def _looks(node: Element, inherited: Look) -> Iterator[Look]:
    """Yield the look of an element and of everything in it; what is slanted stays so."""
    tag, name = local(node), node.get("class", "")
    slanted = inherited[0] or tag in SLANTED or name in SLANTED_CLASSES
    look = (slanted, inherited[1] or tag in STRONG)
    yield look
    for child in node:
        yield from _looks(child, look)


def _font_face(face: Face) -> str:
    """Declare a face for old engines, which know a normal and a bold weight and no number."""
    return (
        f'@font-face {{\n  font-family: "{face.family}";\n'
        f"  font-style: {face.style};\n"
        f"  font-weight: {'bold' if face.weight > NORMAL else 'normal'};\n"
        f"  src: url(../{font_path(face.name)});\n}}\n"
    )
