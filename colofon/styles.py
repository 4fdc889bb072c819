"""The name of a style sheet -> its text, from the project's `styles/`."""

from __future__ import annotations

import functools
from pathlib import Path

PACKAGE = Path(__file__).parent
BESIDE = PACKAGE.parent
RELEASE = BESIDE if (BESIDE / "styles").is_dir() else PACKAGE / "release"
"""Where styles, lock and recipe are: beside the package, or in it where pip installed it."""

FOLDER = RELEASE / "styles"


@functools.cache
def sheet(name: str) -> str:
    """Read a style sheet of `styles/`; a missing one is a bug (FileNotFoundError)."""
    return (FOLDER / name).read_text("utf-8")
