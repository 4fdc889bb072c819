"""A PDF -> what Ghostscript makes of it: ink on each page, and what it complains of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops

from colofon import clients
from colofon.clients import running
from colofon.finding import NotEquipped

GET = (
    "Debian, Ubuntu: sudo apt install ghostscript; Fedora: sudo dnf install ghostscript; "
    "macOS: brew install ghostscript"
)
QUIET = ("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dUseBleedBox")
"""What stands outside the bleed is cut away: marks there print on every plate."""

LIMIT = 6
"""Figures in a line of `inkcov`: four inks, and two words."""


def program() -> str:
    """Find Ghostscript; raises NotEquipped where there is none."""
    found = shutil.which("gs")
    if found is None:
        raise NotEquipped(f"Ghostscript is not installed ({GET}).")
    return found


def fingerprint() -> str:
    """Tell one Ghostscript from another, and from none, without starting it."""
    found = shutil.which("gs")
    if found is None:
        return ""
    state = Path(found).stat()
    return f"{found} {state.st_size} {state.st_mtime_ns}"


def ink_coverage(path: Path) -> list[tuple[float, float, float, float]]:
    """Return which part of each page each ink covers: cyan, magenta, yellow, black, from 0 to 1.

    Raises NotEquipped without Ghostscript, `clients.ClientError` where it fails.
    """
    with running.home() as folder:
        printed = running.run(
            [program(), *QUIET, "-sDEVICE=inkcov", "-o", "-", path.resolve()], folder
        )
    pages = []
    for line in printed.splitlines():
        words = line.split()
        if len(words) >= LIMIT and words[4] == "CMYK":
            cyan, magenta, yellow, black = map(float, words[:4])
            pages.append((cyan, magenta, yellow, black))
    return pages


def total_ink(path: Path, resolution: int) -> list[float]:
    """Return the most ink that meets in one place of each page, in per cent.

    A place is a pixel of so many to the inch. Raises as `ink_coverage` does.
    """
    with running.home() as folder:
        wanted = ("-sDEVICE=tiff32nc", f"-r{resolution}", "-o", "page-%04d.tif")
        running.run([program(), *QUIET, *wanted, path.resolve()], folder)
        return [_most(each) for each in sorted(folder.glob("page-*.tif"))]


def _most(path: Path) -> float:
    """Add up the inks of each pixel, and return the largest sum."""
    with Image.open(path) as image:
        cyan, magenta, yellow, black = image.convert("CMYK").split()
    cold, warm = ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2)
    _, most = ImageChops.add(cold, warm, 2).getextrema()
    return float(most) * 4 / 255 * 100  # type: ignore[arg-type]  # one band has two extremes


def complaints(path: Path) -> Iterator[str]:
    """Yield what Ghostscript says while it draws every page; raises as `ink_coverage` does."""
    with running.home() as folder:
        try:
            printed = running.run([program(), *QUIET, "-sDEVICE=nullpage", path.resolve()], folder)
        except clients.ClientError as failed:
            printed = str(failed)
    yield from (line.strip(" *") for line in printed.splitlines() if line.strip())
