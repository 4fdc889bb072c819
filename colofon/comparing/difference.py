"""What two files can differ in, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

FEW = 5
"""Differences of one cause that are told one by one; the rest are counted."""


class Cause(StrEnum):
    """What kind of difference it is, by the evidence of the two files; the gravest first."""

    UNREADABLE = "unreadable"
    """The file is not of its kind, or is not safe to read."""
    TRUNCATED = "truncated"
    """The file ends too early."""
    DAMAGED = "damaged"
    """Bytes do not have the checksum that their own file gives, or cannot be unpacked."""
    TEXT = "text"
    """Words differ."""
    SOURCE = "source"
    """The source that the file carries differs."""
    MISSING = "missing"
    """Something is not there: a member, a page, an object."""
    ADDED = "added"
    """Something is there that the reference does not have."""
    FONT = "font"
    """A font, its subset, or its name differs."""
    IMAGE = "image"
    """A picture looks otherwise."""
    STYLE = "style"
    """A style sheet differs."""
    MARKUP = "markup"
    """The words are the same; elements, attributes, tags or links differ."""
    LAYOUT = "layout"
    """The words are the same; lines or pages break elsewhere, or things stand elsewhere."""
    COLOUR = "colour"
    """A colour profile differs."""
    METADATA = "metadata"
    """What the file says about itself, or data about the book, differs."""
    BYTES = "bytes"
    """Something else differs."""
    REORDERED = "reordered"
    """The same members stand in another order."""
    LINE_ENDS = "line ends"
    """Only the ends of lines, or a byte order mark, differ."""
    RECOMPRESSED = "recompressed"
    """The content is the same; it is packed otherwise."""
    CLOCK = "clock"
    """Only dates differ."""
    CONTAINER = "container"
    """The content is the same; what holds it together differs."""


PACKAGING = (
    Cause.REORDERED,
    Cause.LINE_ENDS,
    Cause.RECOMPRESSED,
    Cause.CLOCK,
    Cause.CONTAINER,
)
"""Causes that leave everything that a reader sees as it is."""

GRAVITY = {cause: number for number, cause in enumerate(Cause)}


@dataclass(frozen=True)
class Difference:
    """One difference: where, what, and of which kind.

    `member` is the entry of a ZIP («EPUB/text-1.xhtml»), what it holds after a «/» if that is
    a ZIP or a PDF too; a part of a PDF («page 7», «font EBGaramond-Regular», «attachment …»,
    «XMP metadata», «structure tree»); line and column of a text; or "" for the file as a whole.
    """

    member: str
    message: str
    cause: Cause

    def __str__(self) -> str:
        return f"{self.member}: {self.message}" if self.member else self.message

    def inside(self, outer: str) -> Difference:
        """Return the same difference as one of a part; a place in a text joins the message."""
        if self.member.startswith("line "):
            return replace(self, member=outer, message=str(self))
        return replace(self, member=f"{outer}/{self.member}" if self.member else outer)


def gravest_first(found: Iterable[Difference]) -> list[Difference]:
    """Sort differences by cause, keep the first few of each, and count the rest."""
    ordered = sorted(found, key=lambda each: GRAVITY[each.cause])
    kept: list[Difference] = []
    for cause in Cause:
        same = [each for each in ordered if each.cause is cause]
        kept.extend(_few(same))
    return kept


def _few(same: list[Difference]) -> Iterator[Difference]:
    """Yield some differences of one cause; the last one tells how many more there are."""
    more = len(same) - FEW
    for number, each in enumerate(same[:FEW], start=1):
        counted = more > 0 and number == FEW
        yield replace(each, message=f"{each.message} And {more:,} more.") if counted else each
