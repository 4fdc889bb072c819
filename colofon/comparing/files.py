"""Two files of any kind -> their differences, by the comparison that fits what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from colofon import guarded
from colofon.comparing import data, images, pdf, texts, zips
from colofon.comparing.difference import Cause, Difference, gravest_first
from colofon.guarded import Unsafe, files
from colofon.readers.differences import first_difference

Compare = Callable[[str, bytes, bytes], Iterator[Difference]]

DEEPEST = 3
"""Files in files that are looked into: a bag holds an EPUB, which holds its source."""

FONTS = (".ttf", ".otf", ".woff", ".woff2")
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
TEXTS: dict[str, Compare] = {
    ".json": data.differences,
    ".css": texts.style,
    ".html": texts.marked_up,
    ".xhtml": texts.marked_up,
    ".xml": texts.marked_up,
    ".opf": texts.marked_up,
    ".ncx": texts.marked_up,
    ".svg": texts.marked_up,
}
"""What compares a text, by the ending of its name; any other is plain."""

CAUSES = {"truncated": Cause.TRUNCATED, "damaged": Cause.DAMAGED}
"""What a file that cannot be read safely suffers from; mostly it is `UNREADABLE`."""


def compare(reference: Path, given: Path) -> list[Difference]:
    """Return where two files differ, the gravest first; nothing if their bytes are the same.

    Of each cause the first few are told, and the rest counted. Raises Unsafe if the reference
    cannot be read; whatever ails `given` is a difference.
    """
    if given.is_file() and _digest(given) == _digest(reference):
        return []
    ours = files.read(reference)
    try:
        theirs = files.read(given)
    except Unsafe as unsafe:
        return [_unreadable(unsafe)]
    return gravest_first(differences(given.name, ours, theirs))


def _digest(path: Path) -> bytes:
    """Hash a file piece by piece, however large it is."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def differences(
    name: str, ours: bytes, theirs: bytes, depth: int = DEEPEST
) -> Iterator[Difference]:
    """Yield the differences of two contents that have one name; nothing if they are equal."""
    if ours == theirs:
        return
    if ours.startswith(theirs):
        size = f"{len(theirs):,} of {len(ours):,} bytes"
        yield Difference(
            "", f"It is cut off after {size}." if theirs else "It is empty.", Cause.TRUNCATED
        )
        return
    try:
        yield from _by_kind(name, ours, theirs, depth)
    except Unsafe as unsafe:
        yield _unreadable(unsafe)


def _unreadable(unsafe: Unsafe) -> Difference:
    """Say as a difference why a file was not read."""
    cause = CAUSES.get(unsafe.code, Cause.UNREADABLE)
    return Difference(unsafe.finding.place.part, unsafe.finding.message, cause)


def _by_kind(name: str, ours: bytes, theirs: bytes, depth: int) -> Iterator[Difference]:
    """Compare in the way that fits."""
    kind = guarded.kind(ours)
    if kind is guarded.Kind.ZIP and depth:
        yield from zips.differences(ours, theirs, partial(differences, depth=depth - 1))
    elif kind is guarded.Kind.PDF and depth:
        yield from pdf.differences(ours, theirs, partial(differences, depth=depth - 1))
    elif name.lower().endswith(PICTURES):
        yield from images.differences(name, ours, theirs)
    elif name.lower().endswith(FONTS):
        text = f"It is another font, or another subset: {_sizes(ours, theirs)}."
        yield Difference("", text, Cause.FONT)
    elif texts.is_text(ours):
        yield from _text(name, ours, theirs)
    else:
        yield Difference(
            "", f"Bytes differ from {first_difference(ours, theirs):,} on.", Cause.BYTES
        )


def _text(name: str, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Compare two texts."""
    if not texts.is_text(theirs):
        at = texts.first_bad(theirs)
        yield Difference("", f"It is no text: byte {at:,} is not UTF-8.", Cause.UNREADABLE)
        return
    ends = texts.line_ends(ours, theirs)
    if ends:
        yield Difference("", ends, Cause.LINE_ENDS)
    else:
        ending = Path(name).suffix.lower()
        yield from TEXTS.get(ending, texts.plain)(name, ours, theirs)


def _sizes(ours: bytes, theirs: bytes) -> str:
    """Say how large both are."""
    if len(ours) == len(theirs):
        return f"bytes differ from {first_difference(ours, theirs):,} on"
    return f"{len(theirs):,} bytes, and {len(ours):,} in the reference"
