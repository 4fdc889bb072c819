"""Two streams of PDFs whose content differs -> what that means for the part they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pikepdf import Name

from colofon.comparing import images, markup, pdf_parts
from colofon.comparing.difference import PACKAGING, Cause, Difference
from colofon.guarded.streams import PICTURES, filters

Within = Callable[[str, bytes, bytes], Iterator[Difference]]


def repacked(ours: Any, theirs: Any) -> bool:
    """Tell whether two streams are packed in other ways."""
    return filters(ours) != filters(theirs) or ours.read_raw_bytes() != theirs.read_raw_bytes()


def differences(
    label: str, stream: Any, ours: bytes, theirs: bytes, within: Within
) -> Iterator[Difference]:
    """Yield the differences of the contents of two streams; `stream` is ours.

    Of attached files `within` says what differs.
    """
    if label.startswith("font "):
        text = "The font or its subset differs: another version, or other letters are used."
        yield Difference(label, text, Cause.FONT)
    elif str(stream.get(Name.Type, "")) == "/Metadata":
        yield from _xmp(ours, theirs)
    elif label.startswith("attachment "):
        for each in within(label.removeprefix("attachment "), ours, theirs):
            told = each.inside(label)
            yield told if each.cause in PACKAGING else replace(told, cause=Cause.SOURCE)
    elif label.endswith("picture"):
        yield from _picture(label, stream, ours, theirs)
    else:
        text = f"A stream differs: {len(theirs):,} bytes; the reference has {len(ours):,}."
        yield Difference(label, text, pdf_parts.cause(label, ""))


def _xmp(ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Compare what two files say of themselves (ISO 16684-1)."""
    name = pdf_parts.METADATA
    mine, other = (each.decode(errors="replace") for each in (ours, theirs))
    for each in markup.differences(name, mine, other):
        yield each.inside(name)


def _picture(label: str, stream: Any, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Compare two pictures: as such if they are JPEGs, else by their size."""
    if PICTURES[0] in filters(stream)[-1:] and theirs.startswith(b"\xff\xd8"):
        for each in images.differences(label, ours, theirs):
            yield each.inside(label)
    else:
        yield Difference(label, "The picture looks otherwise.", Cause.IMAGE)
