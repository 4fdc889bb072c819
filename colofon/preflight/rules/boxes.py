"""The boxes of each page: paper, bleed, trim, and the marks around them."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Name

from colofon.preflight.job import MM, Job
from colofon.preflight.rule import Fault, rule
from colofon.preflight.state import Box

TOLERANCE = 0.25
"""Millimetres by which a size may be off: what is cut away by hand is more."""

HAIR = 0.02
"""Millimetres of rounding."""


@rule("trim-box", "ISO 15930-7, on page boxes", "Give each page a TrimBox, and no ArtBox.")
def trim_box(job: Job) -> Iterator[Fault]:
    """Every page has a trim box of its own, and no art box."""
    for number, page in enumerate(job.pdf.pages, 1):
        if Name.TrimBox not in page.obj:
            yield Fault("The page has no TrimBox.", number)
        if Name.ArtBox in page.obj:
            yield Fault("The page has an ArtBox.", number)


@rule("boxes-nested", "ISO 15930-7, on page boxes", "Let each box lie within the larger one.")
def boxes_nested(job: Job) -> Iterator[Fault]:
    """The trim lies within the bleed, the bleed within paper and crop."""
    for number, page in enumerate(job.pdf.pages, 1):
        media, crop = (Box(*map(float, each)) for each in (page.mediabox, page.cropbox))
        trim, bleed = job.trims[number - 1], job.bleeds[number - 1]
        if not bleed.holds(trim, HAIR):
            yield Fault("The TrimBox reaches beyond the BleedBox.", number)
        if not media.holds(bleed, HAIR) or not crop.holds(bleed, HAIR):
            yield Fault("The BleedBox reaches beyond the paper.", number)


@rule("trim-centred", "Ghent Workgroup 2015, page boxes", "Leave as much on either side.")
def trim_centred(job: Job) -> Iterator[Fault]:
    """The trim stands in the middle of the paper."""
    for number, page in enumerate(job.pdf.pages, 1):
        media, trim = Box(*map(float, page.mediabox)), job.trims[number - 1]
        across = (trim.left - media.left) - (media.right - trim.right)
        up = (trim.bottom - media.bottom) - (media.top - trim.top)
        if max(abs(across), abs(up)) / 2 / MM > TOLERANCE:
            yield Fault("The trim does not stand in the middle of the paper.", number)


@rule("trim-size", "the front matter: print.trim; the printer: trims", "Set it for that trim.")
def trim_size(job: Job) -> Iterator[Fault]:
    """The trim has the size that was ordered, for a cover with the spine of its final pages."""
    width, height = job.size
    for number, trim in enumerate(job.trims, 1):
        across, up = trim.width / MM, trim.height / MM
        if abs(across - width) > TOLERANCE or abs(up - height) > TOLERANCE:
            sizes = f"{across:.2f} × {up:.2f} mm, not {width:.2f} × {height:.2f} mm"
            yield Fault(f"The trim is {sizes}.", number)


@rule("trim-offered", "the printer: trims", "Choose a trim that this printer cuts.")
def trim_offered(job: Job) -> Iterator[Fault]:
    """The printer cuts books to this trim."""
    offered, chosen = job.printer.trims, job.front.print.trim
    if offered is not None and chosen not in offered:
        yield Fault(f"{job.printer.name} cuts to {', '.join(offered)}, not to {chosen}.")


@rule("pages-alike", "Ghent Workgroup 2015, page size", "Give all pages the same boxes.")
def pages_alike(job: Job) -> Iterator[Fault]:
    """All pages have the same size."""
    first = job.trims[0]
    for number, trim in enumerate(job.trims, 1):
        if max(abs(trim.width - first.width), abs(trim.height - first.height)) > HAIR * MM:
            yield Fault("The page has another size than the first.", number)


@rule("upright", "Ghent Workgroup 2015, page rotation and scaling", "Lay the page out upright.")
def upright(job: Job) -> Iterator[Fault]:
    """No page is turned or scaled."""
    for number, page in enumerate(job.pdf.pages, 1):
        if int(page.rotation) % 360:
            yield Fault("The page is turned.", number)
        if float(page.obj.get(Name.UserUnit, 1)) != 1:
            yield Fault("The page is scaled by a UserUnit.", number)


@rule("bleed", "the printer: interior.bleed, cover.bleed", "Let the bleed box be that much larger.")
def bleed(job: Job) -> Iterator[Fault]:
    """The bleed is as wide on each side as the printer asks."""
    for number, (trim, outer) in enumerate(zip(job.trims, job.bleeds, strict=True), 1):
        sides = [edge / MM for edge in _edges(trim, outer)]
        if any(abs(side - job.asked.bleed) > HAIR for side in sides):
            found = ", ".join(f"{side:.2f}" for side in sides)
            yield Fault(f"The bleed is {found} mm, not {job.asked.bleed} mm.", number)


def _edges(inner: Box, outer: Box) -> tuple[float, ...]:
    """Return how far one box stands out of another: left, bottom, right, top."""
    low = (inner.left - outer.left, inner.bottom - outer.bottom)
    return (*low, outer.right - inner.right, outer.top - inner.top)


@rule("marks", "the printer: interior.marks, cover.marks", "Add marks, or leave them out.")
def marks(job: Job) -> Iterator[Fault]:
    """Marks stand outside the bleed where the printer asks for them; else the paper ends there."""
    for number, page in enumerate(job.pdf.pages, 1):
        edge = job.bleeds[number - 1]
        if job.asked.marks:
            outside = [each for each in job.sheets[number - 1].marks if not each.box.shared(edge)]
            if not outside:
                yield Fault("There are no marks outside the bleed.", number)
        elif not edge.holds(Box(*map(float, page.mediabox)), HAIR * MM):
            yield Fault("The paper is larger than the bleed, and no marks are wanted.", number)
