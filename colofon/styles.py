"""The name of a style sheet -> its text, from the project's `styles/`."""

from __future__ import annotations

import functools
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "styles"


@functools.cache
def sheet(name: str) -> str:
    """Read a style sheet of `styles/`; a missing one is a bug (FileNotFoundError)."""
    return (FOLDER / name).read_text("utf-8")
