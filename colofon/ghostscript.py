"""A PDF -> the inks on its pages, as Ghostscript lays them on a plate: an interpreter not ours."""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image, ImageChops, ImageMath

from colofon.finding import NotEquipped

PROGRAM = "gs"

INSTALL = (
    "Debian: sudo apt install ghostscript; Fedora: sudo dnf install ghostscript; "
    "macOS: brew install ghostscript."
)

SECONDS = 600
"""After this a page that never ends is given up."""

PER_CENT = 100
FULL = 255

Box = Literal["Media", "Bleed", "Trim"]
"""What of a page is looked at: with its marks, to the bleed, or as it is cut."""


class Coverage(NamedTuple):
    """How much of a page each ink covers, from 0 to 1."""

    cyan: float
    magenta: float
    yellow: float
    black: float


class GhostscriptError(Exception):
    """Ghostscript could not read a file; the message is its own."""


@functools.cache
def version() -> str:
    """Return Ghostscript's version; raise `NotEquipped` where it is not installed."""
    return _run("--version").strip()


def ink_coverage(pdf: Path, box: Box = "Media") -> list[Coverage]:
    """Measure every page (device `inkcov`).

    Raise `NotEquipped` where Ghostscript is not installed, and `GhostscriptError` if it
    cannot read the file.
    """
    said = _run("-q", "-o", "-", "-sDEVICE=inkcov", *_within(box), str(pdf))
    rows = (line.split() for line in said.splitlines() if line.rstrip().endswith("CMYK OK"))
    return [Coverage(*map(float, row[: len(Coverage._fields)])) for row in rows]


def separations(pdf: Path, resolution: int, box: Box = "Media") -> Iterator[dict[str, Image.Image]]:
    """Yield for each page its plates by the name of their ink (device `tiffsep`).

    A plate is an image in grey where full ink is 0 and none is 255; `resolution` is in pixels
    to the inch. Inks are Cyan, Magenta, Yellow, Black, and spot inks by their own names.
    Raises as `ink_coverage`.
    """
    with tempfile.TemporaryDirectory(prefix="colofon-plates-") as folder:
        target = Path(folder) / "%05d.tif"
        _run(
            "-q", "-o", str(target), "-sDEVICE=tiffsep", f"-r{resolution}", *_within(box), str(pdf)
        )
        for page in sorted(Path(folder).glob("?????.tif")):
            plates = sorted(Path(folder).glob(f"{page.stem}(*).tif"))
            yield {_ink(path): _plate(path) for path in plates}


def total_ink(pdf: Path, resolution: int, box: Box = "Bleed") -> list[float]:
    """Return the most ink that meets in one pixel of each page, in per cent, of all plates.

    Raises as `ink_coverage`.
    """
    return [_total(list(plates.values())) for plates in separations(pdf, resolution, box)]


def complaints(pdf: Path) -> Iterator[str]:
    """Yield each line that Ghostscript says while it draws every page; raises NotEquipped."""
    try:
        said = _run("-q", "-sDEVICE=nullpage", str(pdf))
    except GhostscriptError as error:
        said = str(error)
    yield from (line.strip(" *") for line in said.splitlines() if line.strip())


def fingerprint() -> str:
    """Tell one Ghostscript from another, and from none, without starting it."""
    found = shutil.which(PROGRAM)
    if found is None:
        return ""
    state = Path(found).stat()
    return f"{found} {state.st_size} {state.st_mtime_ns}"


def _within(box: Box) -> list[str]:
    """Return the argument for a box (Ghostscript, «How to use Ghostscript», Use...Box)."""
    return [] if box == "Media" else [f"-dUse{box}Box"]


def _total(plates: list[Image.Image]) -> float:
    """Add the inks of a page's plates, pixel by pixel, and return the greatest sum."""
    inks = {f"ink{number}": ImageChops.invert(each) for number, each in enumerate(plates)}
    sums = ImageMath.lambda_eval(lambda layers: sum(map(layers.get, inks)), **inks)
    return float(sums.getextrema()[1]) * PER_CENT / FULL


def _ink(path: Path) -> str:
    """Read the name of an ink out of that of its file: 00001(Cyan).tif."""
    return path.stem.partition("(")[2].removesuffix(")")


def _plate(path: Path) -> Image.Image:
    """Load a plate into memory, so that its file may go."""
    with Image.open(path) as image:
        return image.convert("L")


def _run(*arguments: str) -> str:
    """Run Ghostscript, which may read the named file and nothing else."""
    program = shutil.which(PROGRAM)
    if program is None:
        message = f"Ghostscript, which reads the plates, is not installed. {INSTALL}"
        raise NotEquipped(message)
    try:
        done = subprocess.run(  # noqa: S603  # our own arguments
            [program, "-dSAFER", "-dBATCH", "-dNOPAUSE", *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise GhostscriptError(f"It did not end in {SECONDS} seconds.") from None
    if done.returncode:
        raise GhostscriptError((done.stderr or done.stdout).strip()[-500:])
    return done.stdout
