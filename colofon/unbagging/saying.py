"""What is wrong with a bag -> a finding of one line, whatever names a stranger put in it."""

from __future__ import annotations

from pathlib import Path

from colofon.finding import Finding, Place
from colofon.guarded.unsafe import shown

LONGEST = 200
"""Characters that are shown of a message."""

ANOTHER = "Ask for the bag again, or take the file from another copy."
TOGETHER = "The bag was not made in one piece: ask for it again."


def finding(code: str, path: Path, part: str, message: str, hint: str = "") -> Finding:
    """Say what is wrong with one file of a bag, or with all of it (`part` is empty)."""
    return Finding(code, shown(message, LONGEST), Place(shown(path.name), part=shown(part)), hint)
