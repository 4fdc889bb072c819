"""An object of a PDF -> what it holds, and what is said of it in a line."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from colofon.comparing import pdf_parts
from colofon.comparing.places import short

HANDED_DOWN = {"/Resources", "/MediaBox", "/CropBox", "/Rotate"}
"""What pages inherit (ISO 32000-1, 7.7.3.4)."""

MATRIX = 6
"""Numbers of a transformation, the longest list that is one value."""

DEEPEST = 50
"""Steps up from a page to the root of the pages."""

NOTHING = object()
"""What stands where one of the files has no value."""


def inherited(page: Any) -> dict[str, Any]:
    """Return what a page says, with what it inherits."""
    own = dict(page.items())
    above, steps = page.get(Name.Parent), 0
    while isinstance(above, Dictionary) and steps < DEEPEST:
        for key in HANDED_DOWN & set(above.keys()):
            own.setdefault(key, above[key])
        above, steps = above.get(Name.Parent), steps + 1
    return own


def streams(contents: Any) -> list[Stream]:
    """Return the streams that draw a page."""
    listed = list(contents) if isinstance(contents, Array) else [contents]
    return [each for each in listed if isinstance(each, Stream)]


def attachments(pdf: Pdf) -> dict[str, Any]:
    """Return the associated files of a PDF by their names."""
    listed = pdf.Root.get(Name.AF, Array())
    specs = list(listed) if isinstance(listed, Array) else []
    return {pdf_parts.file_name(each): each for each in specs if isinstance(each, Dictionary)}


def are_lists(ours: Any, theirs: Any) -> bool:
    """Tell whether two values are lists to be compared item by item, not boxes or matrices."""
    both = isinstance(ours, Array) and isinstance(theirs, Array)
    return both and len(ours) == len(theirs) and not (_numbers(ours) and _numbers(theirs))


def _numbers(value: Any) -> bool:
    """Tell whether a value is a short list of numbers: a box, a matrix."""
    return (
        isinstance(value, Array)
        and len(value) <= MATRIX
        and all(isinstance(each, (int, Decimal)) for each in value)
    )


def same(ours: Any, theirs: Any) -> bool:
    """Tell whether two values that hold no others are the same."""
    if isinstance(ours, Array) and isinstance(theirs, Array):
        return list(ours) == list(theirs) if _numbers(ours) and _numbers(theirs) else False
    if isinstance(ours, String) and isinstance(theirs, String):
        return bytes(ours) == bytes(theirs)
    return type(ours) is type(theirs) and bool(ours == theirs)


def said(value: Any) -> str:
    """Write a value shortly."""
    if value is NOTHING:
        return "nothing"
    if _numbers(value):
        return f"«{' '.join(map(str, value))}»"
    if isinstance(value, Array):
        return f"a list of {len(value)}"
    if isinstance(value, (Dictionary, Stream)):
        return f"a group of {len(value.keys())}"
    return f"«{short(str(value))}»"
