"""The editions we make: one file of this folder for each output."""

from __future__ import annotations

from dataclasses import dataclass, field

from colofon.finding import Finding


@dataclass(frozen=True)
class Made:
    """What a maker gives back; it writes nothing itself.

    `files` maps a name below `.build/<slug>/` to its content; `findings` holds
    what the outside tool complained about while making them.
    """

    files: dict[str, bytes] = field(repr=False)
    findings: tuple[Finding, ...] = ()
