"""The cover: one sheet, as wide as its book, with a spine that words fit on."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.preflight.job import MM, Job
from colofon.preflight.rule import COVER, Fault, rule
from colofon.preflight.state import Box

TOLERANCE = 0.25
"""Millimetres."""


def _spine(job: Job) -> Box:
    """Return where the spine is, in points."""
    trim, (width, _) = job.trims[0], job.trim
    left = trim.left + width * MM
    return Box(left, trim.bottom, left + job.spine * MM, trim.top)


def _on_spine(job: Job) -> list[Box]:
    """Return the characters that touch the spine."""
    spine = _spine(job)
    return [each for each in job.letters[0] if each.shared(spine)]


@rule(
    "cover-sheet", "the printers: one file of one page", "Join back, spine and front.", parts=COVER
)
def cover_sheet(job: Job) -> Iterator[Fault]:
    """The cover is one page: back, spine and front."""
    if (count := len(job.pdf.pages)) != 1:
        yield Fault(f"The cover has {count} pages.")


@rule("cover-width", "caliper × leaves: ISO 534; KDP", "Make it for those pages.", parts=COVER)
def cover_width(job: Job) -> Iterator[Fault]:
    """The cover is two trims, the spine of the final pages, and two bleeds wide."""
    found = job.bleeds[0].width / MM
    wanted = 2 * job.trim[0] + job.spine + 2 * job.asked.bleed
    if abs(found - wanted) > TOLERANCE:
        spine = f"a spine of {job.spine:.2f} mm for {job.pages} pages"
        yield Fault(f"The cover is {found:.2f} mm wide, not {wanted:.2f} mm: {spine}.", 1)


@rule(
    "spine-text",
    "the printer: spine.text_from",
    "Leave the spine empty.",
    parts=COVER,
    tool="PDFium",
)
def spine_text(job: Job) -> Iterator[Fault]:
    """Words stand on the spine only where it is wide enough."""
    if job.spine < job.printer.spine.text_from and _on_spine(job):
        limit = f"{job.printer.spine.text_from} mm"
        yield Fault(f"There are words on a spine of {job.spine:.2f} mm, less than {limit}.", 1)


@rule(
    "spine-clearance",
    "the printer: spine.clearance",
    "Set the words of the spine smaller.",
    parts=COVER,
    tool="PDFium",
)
def spine_clearance(job: Job) -> Iterator[Fault]:
    """The words on the spine keep clear of its folds, and no other word crosses one."""
    spine, clear = _spine(job), job.printer.spine.clearance * MM
    inner = Box(spine.left + clear, spine.bottom, spine.right - clear, spine.top)
    near = [each for each in _on_spine(job) if not inner.holds(each, 0.1)]
    if near:
        yield Fault(f"{len(near)} characters stand too near to a fold of the spine.", 1)
