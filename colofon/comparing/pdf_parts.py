"""An object of a PDF -> the name of the part that it belongs to, and what a change of it means."""

from __future__ import annotations

import re
from typing import Any

from pikepdf import Dictionary, Name, Object, Stream

from colofon.comparing.difference import Cause

TAG = re.compile(r"^/?[A-Z]{6}\+")
"""What a subset's name begins with (ISO 32000-1, 9.6.4)."""

STRUCTURE, METADATA, INTENT = "structure tree", "XMP metadata", "output intent"
CATALOGUE = {
    "/StructTreeRoot": STRUCTURE,
    "/Metadata": METADATA,
    "/OutputIntents": INTENT,
    "/Outlines": "bookmarks",
    "/PageLabels": "page labels",
    "/Names": "destinations",
    "/Dests": "destinations",
}
"""What we call the parts that the catalogue names."""

BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit")
PLACES = ("/Rect", "/QuadPoints", "/D", "/SD", "/Dest")
"""Where links and bookmarks stand and lead, which moves with the lines."""

DATES = ("/CreationDate", "/ModDate", "/M")

CAUSES = (
    ("font ", Cause.FONT),
    (STRUCTURE, Cause.MARKUP),
    (INTENT, Cause.COLOUR),
    ("attachment", Cause.METADATA),
    ("page labels", Cause.METADATA),
)
"""What a change means, by how the name of the part begins."""

ENDS = (("picture", Cause.IMAGE), ("annotation", Cause.MARKUP))
"""The same, by how it ends."""


def dictionary(item: Any) -> Any:
    """Return the dictionary of a stream or of what is one; an empty one of anything else."""
    return item if isinstance(item, (Dictionary, Stream)) else Dictionary()


def part(above: str, item: Object | Any) -> str:
    """Name the part that an object begins, or that it belongs to: `above`."""
    said = dictionary(item)
    kind, sort = str(said.get(Name.Type, "")), str(said.get(Name.Subtype, ""))
    names = {
        "/Font": f"font {face(said)}",
        "/FontDescriptor": f"font {face(said)}",
        "/StructElem": STRUCTURE,
        "/StructTreeRoot": STRUCTURE,
        "/Filespec": f"attachment {file_name(said)}",
        "/OutputIntent": INTENT,
    }
    if kind in names:
        return names[kind]
    if above.startswith("page ") and ", " not in above:
        if isinstance(item, Stream) and sort == "/Image":
            return f"{above}, picture"
        if kind == "/Annot" or (sort and Name.Rect in said):
            return f"{above}, annotation"
    return above


def face(font: Any) -> str:
    """Return the name of a font, without the tag of its subset."""
    name = str(font.get(Name.BaseFont, font.get(Name.FontName, "without a name")))
    return TAG.sub("", name).removeprefix("/")


def is_form(stream: Any) -> bool:
    """Tell whether a stream draws something: a form XObject (ISO 32000-1, 8.10)."""
    return str(stream.get(Name.Subtype, "")) == "/Form"


def file_name(spec: Any) -> str:
    """Return the name of an attached file (ISO 32000-1, 7.11.3)."""
    return str(spec.get(Name.UF, spec.get(Name.F, "without a name")))


def cause(label: str, key: str) -> Cause:
    """Tell what it means that something under a key of a part differs."""
    if key in DATES:
        return Cause.CLOCK
    if key in (*PLACES, *BOXES) or label == "destinations":
        return Cause.LAYOUT
    heads = (found for head, found in CAUSES if label.startswith(head))
    ends = (found for end, found in ENDS if label.endswith(end))
    usual = Cause.BYTES if label.startswith("page ") else Cause.METADATA
    return next(heads, next(ends, usual))
