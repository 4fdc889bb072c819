"""Images: fine enough, honest in their pixels, and packed as presses unpack them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name
from PIL import Image, ImageChops

from colofon.finding import Severity
from colofon.preflight.job import Job
from colofon.preflight.rule import Fault, rule

LINE_ART = 600
"""Pixels to the inch that an image in black and white needs at least."""

FALLBACKS = {"LZWDecode", "LZW"}
SPECIAL = {"JPXDecode", "JBIG2Decode"}
DEEP = 16
"""Bits of a sample, which few presses take."""

ENLARGED = 2
"""How much an image was enlarged, at least, if equal pixels stand in blocks."""


def _pictures(job: Job) -> Iterator[tuple[int, Any, float]]:
    """Yield each image: its page, the image itself, and its pixels to the inch."""
    for mark in job.marks:
        if mark.kind == "image" and mark.picture is not None:
            yield mark.page, mark.picture, mark.resolution


def _bits(picture: Any) -> int:
    """Return how many bits a sample of an image has."""
    if isinstance(picture, pikepdf.PdfInlineImage):
        return 1 if picture.image_mask else int(picture.bits_per_component)
    return 1 if picture.get(Name.ImageMask, False) else int(picture.get(Name.BitsPerComponent, 8))


def _width(picture: Any) -> int:
    """Return how many pixels an image has across."""
    inline = isinstance(picture, pikepdf.PdfInlineImage)
    return int(picture.width if inline else picture.get(Name.Width))


def _filters(stream: Any) -> set[str]:
    """Return how a stream is packed."""
    found = stream.get(Name.Filter, pikepdf.Array())
    names = [found] if isinstance(found, Name) else list(found)
    return {str(each).removeprefix("/") for each in names}


@rule(
    "image-resolution",
    "the printer: limits.image_resolution",
    "Use a larger image.",
    severity=Severity.WARNING,
)
def image_resolution(job: Job) -> Iterator[Fault]:
    """Images have enough pixels at the size they are printed; line art has more."""
    for number, picture, found in _pictures(job):
        needed = job.printer.limits.image_resolution
        if _bits(picture) == 1:
            needed = max(needed, LINE_ART)
        if round(found) < needed:
            width = f"{_width(picture)} pixels in width"
            message = f"An image of {width} has {found:.0f} to the inch, and {needed} are wanted"
            enough = math.ceil(_width(picture) * needed / found)
            yield Fault(f"{message}: it needs {enough} at this size.", number)


@rule(
    "image-enlarged",
    "the printer: images must not be enlarged to pass",
    "Use the original.",
    severity=Severity.WARNING,
)
def image_enlarged(job: Job) -> Iterator[Fault]:
    """No image was blown up by repeating its pixels."""
    seen = set()
    for number, picture, _ in _pictures(job):
        if isinstance(picture, pikepdf.PdfInlineImage) or picture.objgen in seen:
            continue
        seen.add(picture.objgen)
        if SPECIAL & _filters(picture) or _bits(picture) == 1:
            continue
        if _repeats(pikepdf.PdfImage(picture).as_pil_image()):
            yield Fault("Every pixel of an image is repeated.", number)


def _repeats(image: Image.Image) -> bool:
    """Tell whether equal pixels stand in blocks, in an image that has more than one colour."""
    image = image.convert("L")
    if min(image.size) < 2 * ENLARGED or image.getextrema()[0] == image.getextrema()[1]:
        return False
    width, height = (side // ENLARGED * ENLARGED for side in image.size)
    image = image.crop((0, 0, width, height))
    small = image.resize((width // ENLARGED, height // ENLARGED), Image.Resampling.NEAREST)
    again = small.resize(image.size, Image.Resampling.NEAREST)
    return ImageChops.difference(image, again).getbbox() is None


@rule("image-packing", "ISO 15930-1 and 15930-7, on filters; Ghent Workgroup", "Pack it by Flate.")
def image_packing(job: Job) -> Iterator[Fault]:
    """Nothing is packed by LZW, and no image by JPEG 2000 or JBIG2."""
    for stream in job.objects():
        if not isinstance(stream, pikepdf.Stream):
            continue
        picture = stream.get(Name.Subtype) == Name.Image
        for name in sorted(_filters(stream) & (FALLBACKS | (SPECIAL if picture else set()))):
            yield Fault(f"{'An image' if picture else 'A stream'} is packed by {name}.")


@rule("image-depth", "Ghent Workgroup 2015, 16-bit images", "Save it with 8 bits.")
def image_depth(job: Job) -> Iterator[Fault]:
    """No image has 16 bits for each sample."""
    for number, picture, _ in _pictures(job):
        if _bits(picture) == DEEP:
            yield Fault("An image has 16 bits for each sample.", number)


@rule("image-plain", "ISO 15930-7, on alternate images and OPI", "Place the image itself.")
def image_plain(job: Job) -> Iterator[Fault]:
    """No image stands for another, by Alternates, OPI or PostScript."""
    for each in job.objects():
        for key in (Name.Alternates, Name.OPI):
            if key in each and each.get(Name.Type, Name.XObject) == Name.XObject:
                yield Fault(f"An image or form has {str(key)[1:]}.")
        if each.get(Name.Subtype) == Name.PS and isinstance(each, pikepdf.Stream):
            yield Fault("A PostScript program stands in the file.")
