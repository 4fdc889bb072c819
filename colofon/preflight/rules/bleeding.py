"""Artwork at the trim, looked at: it goes on to the edge of the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PIL import Image

from colofon.preflight.job import MM, POINTS, Job
from colofon.preflight.rule import Fault, rule
from colofon.preflight.state import Box

RESOLUTION = 150
"""Pixels to the inch: one is 0.17 mm."""

STEP = 2
"""Pixels on either side of the trim at which colours are compared."""

UNLIKE = 30
"""Levels of 255 by which two colours differ to the eye."""

SHORTEST = 3
"""Millimetres along the trim over which artwork ends at it, and not by chance."""

Line = list[tuple[int, int, int]]


@rule("art-bleeds", "the printer: bleed", "Draw it on to the edge of the bleed.", tool="PDFium")
def art_bleeds(job: Job) -> Iterator[Fault]:
    """What reaches the trim goes on to the edge of the bleed, in its own colour."""
    reaching = {
        mark.page
        for mark in job.marks
        if not job.trims[mark.page - 1].grown(-1).holds(mark.box) and not mark.colour.white
    }
    if not job.asked.bleed:
        yield from (Fault("Artwork reaches the trim, and no bleed is left.", p) for p in reaching)
        return
    for index, page in enumerate(job.pdf.pages):
        media = Box(*map(float, page.mediabox))
        trim, bleed = job.trims[index], job.bleeds[index]
        if index + 1 not in reaching:
            continue
        image = job.picture(index, RESOLUTION)
        window = _pixels(bleed, media, image)
        for side, (inside, outside, edge) in _lines(image, _pixels(trim, media, image), window):
            if _ends(inside, outside) or _ends(outside, edge):
                yield Fault(f"Artwork ends at the trim or short of the bleed: {side}.", index + 1)


def _pixels(box: Box, media: Box, image: Image.Image) -> tuple[int, int, int, int]:
    """Return a box as left, top, right and bottom of an image."""
    across, up = image.width / media.width, image.height / media.height
    return (
        round((box.left - media.left) * across),
        round((media.top - box.top) * up),
        round((box.right - media.left) * across),
        round((media.top - box.bottom) * up),
    )


def _lines(
    image: Image.Image, trim: tuple[int, ...], bleed: tuple[int, ...]
) -> Iterator[tuple[str, tuple[Line, Line, Line]]]:
    """Yield for each side three lines of pixels: within the trim, outside, and at the bleed."""
    (left, top, right, bottom), (far, high, last, low) = trim, bleed
    upright = (("left", left, 1, far + 1), ("right", right, -1, last - 2))
    for side, at, inwards, edge in upright:
        columns = (at + STEP * inwards, at - STEP * inwards, edge)
        yield side, tuple(_pixels_of(image, (x, top, x + 1, bottom)) for x in columns)  # type: ignore[misc]  # three
    for side, at, inwards, edge in (("top", top, 1, high + 1), ("bottom", bottom, -1, low - 2)):
        rows = (at + STEP * inwards, at - STEP * inwards, edge)
        yield side, tuple(_pixels_of(image, (left, y, right, y + 1)) for y in rows)  # type: ignore[misc]  # three


def _pixels_of(image: Image.Image, window: tuple[int, int, int, int]) -> Line:
    """Return the colours of a line of pixels."""
    data = image.crop(window).tobytes()
    return list(zip(*[iter(data)] * 3, strict=True))


def _ends(here: Line, there: Line) -> bool:
    """Tell whether two lines of pixels differ over a stretch, and the first is not paper."""
    unlike = [
        any(abs(a - b) > UNLIKE for a, b in zip(one, other, strict=True))
        for one, other in zip(here, there, strict=True)
    ]
    longest = max((len(list(run)) for differs, run in groupby(unlike) if differs), default=0)
    return longest > SHORTEST * MM * RESOLUTION / POINTS
