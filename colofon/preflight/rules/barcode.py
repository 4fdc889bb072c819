"""The bar code on the cover: decoded from its picture, measured, and in black alone."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.preflight.job import MM, POINTS, RASTER, Job
from colofon.preflight.rule import COVER, Fault, rule
from colofon.preflight.state import Box
from colofon.readers.barcodes import Bars

NOMINAL = 0.33
"""Millimetres of a module at 100 % (ISO/IEC 15420; GS1 General Specifications, 5.2.3)."""

SMALLEST, LARGEST = 0.8, 2.0
"""GS1 General Specifications, 5.2.3: magnification."""

CLEAR = 6.35
"""Millimetres from the trim and the spine: a quarter of an inch (KDP, IngramSpark)."""

SLACK = 0.02
"""Of the size, for the grain of the picture."""

SIZE = "GS1 General Specifications, 5.2.3"


def _millimetres(pixels: float) -> float:
    """Return how long so many pixels are."""
    return pixels / RASTER * 25.4


def _box(job: Job, bars: Bars) -> Box:
    """Return where the bars stand on the page, in points."""
    height, scale = job.pictured.height, POINTS / RASTER
    origin = job.pdf.pages[0].mediabox
    left, bottom = float(origin[0]), float(origin[1])
    low, high = bottom + (height - bars.bottom) * scale, bottom + (height - bars.top) * scale
    return Box(left + bars.left * scale, low, left + bars.right * scale, high)


@rule("barcode", "ISO/IEC 15420; GS1", "Add the bar code.", parts=COVER, tool="zxing-cpp")
def barcode(job: Job) -> Iterator[Fault]:
    """A cover of a book with an ISBN has one EAN-13 that can be decoded from its picture."""
    if job.isbn and len(job.bars) != 1:
        yield Fault(f"{len(job.bars)} bar codes can be decoded.", 1)


@rule("barcode-isbn", "ISBN Users' Manual, 7", "Make it anew.", parts=COVER, tool="zxing-cpp")
def barcode_isbn(job: Job) -> Iterator[Fault]:
    """The bar code is the ISBN of the printed book."""
    for bars in job.bars:
        if bars.text != job.isbn:
            wanted = job.isbn or "no ISBN"
            yield Fault(f"The bar code says {bars.text}; the front matter has {wanted}.", 1)


@rule("barcode-size", SIZE, "Draw it at 100 %.", parts=COVER, tool="zxing-cpp")
def barcode_size(job: Job) -> Iterator[Fault]:
    """The bar code has 80 to 200 % of its nominal size."""
    for bars in job.bars:
        size = _millimetres(bars.module) / NOMINAL
        if not SMALLEST - SLACK <= size <= LARGEST + SLACK:
            yield Fault(f"The bar code has {100 * size:.0f} % of its size.", 1)


@rule("barcode-quiet", SIZE, "Leave it white on either side.", parts=COVER, tool="zxing-cpp")
def barcode_quiet(job: Job) -> Iterator[Fault]:
    """Eleven modules before the bars and seven behind them are white."""
    for bars in job.bars:
        if not bars.quiet:
            yield Fault("Something stands beside the bars.", 1)


@rule("barcode-black", "KDP, IngramSpark: bar codes", "Draw it in black ink.", parts=COVER)
def barcode_black(job: Job) -> Iterator[Fault]:
    """The bars are drawn, in full black ink alone, on white."""
    for bars in job.bars:
        here = _box(job, bars)
        for mark in job.marks:
            inside = here.grown(POINTS / RASTER).holds(mark.box)
            if inside and not mark.colour.black and not mark.colour.white:
                yield Fault(f"A {mark.kind} of the bar code is not in full black alone.", 1)


@rule("barcode-clear", "KDP, IngramSpark: bar codes", "Move it inwards.", parts=COVER)
def barcode_clear(job: Job) -> Iterator[Fault]:
    """The bar code keeps a quarter of an inch from the trim and the spine."""
    for bars in job.bars:
        here, trim = _box(job, bars), job.trims[0]
        fold = trim.left + job.trim[0] * MM
        panel = Box(trim.left, trim.bottom, fold, trim.top)
        if not panel.grown(-CLEAR * MM).holds(here, SLACK * MM):
            yield Fault("The bar code stands too near to the trim or the spine.", 1)
