"""A bag that somebody sent -> what is wrong with it, one line each; nothing if it is whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from colofon.finding import Finding, Refused
from colofon.unbagging import saying
from colofon.unbagging.unpacking import unpack

__all__ = ["verify"]

LARGEST = 120_000_000
"""Bytes that we read of what a bag holds; a large illustrated work has half of that."""


def verify(path: Path) -> tuple[Finding, ...]:
    """Read a bag back: every checksum, every list of its files, and that they agree.

    It tells of damage and mistakes. Whoever changes a file and all that is said of it leaves no
    trace in the bag; that shows only beside the published sum of the bag itself.
    """
    with tempfile.TemporaryDirectory(prefix="colofon-bag-") as folder:
        try:
            unpack(path, Path(folder))
            found = [*_judged(path, Path(folder))]
        except Refused as refused:
            found = [*refused.findings]
    return tuple({(each.code, each.place, each.message): each for each in found}.values())


def _judged(path: Path, folder: Path) -> Iterator[Finding]:
    """Yield the findings on an unpacked bag; the plainest come first."""
    from colofon.unbagging import agreement, envelope, fixity, validator  # noqa: PLC0415  # heavy

    top = _top(path, folder)
    found = [each for each in sorted(top.rglob("*")) if each.is_file()]
    if sum(each.stat().st_size for each in found) > LARGEST:
        message = f"The bag holds more than {LARGEST:,} bytes."
        raise Refused([saying.finding("too-large", path, "", message)])
    files = {each.relative_to(top).as_posix(): each.read_bytes() for each in found}
    fixed = [*fixity.findings(path, files)]
    yield from fixed
    yield from validator.findings(path, top, known={each.place.part for each in fixed})
    yield from agreement.findings(path, files)
    yield from envelope.findings(path, top.name, files)


def _top(path: Path, folder: Path) -> Path:
    """Find the one folder of the bag (RFC 8493, 4)."""
    inside = sorted(folder.iterdir())
    if len(inside) != 1 or not inside[0].is_dir():
        names = ", ".join(each.name for each in inside[:3]) or "nothing"
        message = f"A bag is one folder, and this file holds {names}."
        raise Refused([saying.finding("not-a-bag", path, "", message)])
    if not (inside[0] / "bagit.txt").is_file():
        message = f"{inside[0].name}/ has no bagit.txt, which makes a folder a bag."
        raise Refused([saying.finding("not-a-bag", path, "", message)])
    return inside[0]
