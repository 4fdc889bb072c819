"""A bag that somebody sent -> what is wrong with it, one line each; nothing if it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from colofon.finding import Finding, Refused
from colofon.guarded import LIMITS, Limits, Members
from colofon.unbagging import saying

__all__ = ["verify"]


def verify(path: Path, limits: Limits = LIMITS) -> tuple[Finding, ...]:
    """Read a bag back: every checksum, every list of its files, and that they agree.

    It tells of damage and mistakes. Whoever changes a file and all that is said of it leaves no
    trace in the bag; that shows only beside the published sums of what is in it.
    """
    try:
        found = [*_judged(path, Members(path, limits=limits))]
    except Refused as refused:
        found = [*refused.findings]
    return tuple({(each.code, each.place, each.message): each for each in found}.values())


def _judged(path: Path, members: Members) -> Iterator[Finding]:
    """Yield the findings on the members of a bag; the plainest come first."""
    from colofon.unbagging import agreement, envelope, fixity, validator  # noqa: PLC0415  # heavy

    top = _top(path, members)
    files = {name.removeprefix(f"{top}/"): members[name] for name in members}
    fixed = [*fixity.findings(path, files)]
    yield from fixed
    yield from validator.findings(path, members, top, known={each.place.part for each in fixed})
    yield from agreement.findings(path, files)
    yield from envelope.findings(path, members.data, top, files)


def _top(path: Path, members: Members) -> str:
    """Find the one folder of the bag (RFC 8493, 4)."""
    inside = sorted({name.partition("/")[0] for name in members})
    if len(inside) != 1 or inside[0] in members:
        names = ", ".join(inside[:3]) or "nothing"
        message = f"A bag is one folder, and this file holds {names}."
        raise Refused([saying.finding("not-a-bag", path, "", message)])
    if f"{inside[0]}/bagit.txt" not in members:
        message = f"{inside[0]}/ has no bagit.txt, which makes a folder a bag."
        raise Refused([saying.finding("not-a-bag", path, "", message)])
    return inside[0]
