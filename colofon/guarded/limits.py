"""What a stranger's file may ask for: a large illustrated book does, an attack needs more."""

from __future__ import annotations

from dataclasses import dataclass

MEGA = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Sizes are bytes, and those of members and streams count after decompression."""

    file: int = 100 * MEGA
    entries: int = 10_000
    """Members of a ZIP; pages of a PDF."""
    member: int = 64 * MEGA
    """One member of a ZIP, or one stream of a PDF."""
    total: int = 400 * MEGA
    """All members of a ZIP, or all streams of a PDF."""
    ratio: int = 200
    """How many times smaller a large member may be packed."""
    objects: int = 500_000
    """Objects of a PDF."""
    attachments: int = 1_000
    """Files that a PDF carries."""


LIMITS = Limits()
