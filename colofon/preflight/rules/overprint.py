"""What prints over what: black over colour, white over nothing."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.preflight import colours
from colofon.preflight.job import Job
from colofon.preflight.marks import Mark
from colofon.preflight.rule import Fault, rule

THIN = 2
"""Points below which a black line is too thin to be left out of the colour below it."""


def _small_black(job: Job) -> Iterator[Mark]:
    """Yield type and thin lines in black ink alone."""
    for mark in job.marks:
        line = mark.kind == "stroke" or (mark.kind == "fill" and mark.size > 0)
        if mark.colour.black and (mark.kind == "text" or (line and mark.size < THIN)):
            yield mark


@rule("black-overprints", "Ghent Workgroup 2015, overprint", "Set OP, op and OPM 1 for it.")
def black_overprints(job: Job) -> Iterator[Fault]:
    """Type and thin lines in full black print over what lies below, so that no gap shows."""
    for mark in _small_black(job):
        if not mark.overprints:
            yield Fault(f"A {mark.kind} in black does not overprint.", mark.page)
        elif mark.mode != 1 and mark.colour.space.family == "DeviceCMYK":
            yield Fault(f"A {mark.kind} in black overprints in mode {mark.mode}.", mark.page)


@rule("black-in-cmyk", "Ghent Workgroup 2015, DeviceGray text", "Say 0 0 0 1 k, not 0 g.")
def black_in_cmyk(job: Job) -> Iterator[Fault]:
    """Type and thin lines in full black are in DeviceCMYK: DeviceGray may not overprint."""
    for mark in _small_black(job):
        if colours.GREY in (mark.colour.space, mark.colour.space.base):
            yield Fault(f"A {mark.kind} in black is in {mark.colour.space.family}.", mark.page)


@rule("white-knocks-out", "Ghent Workgroup 2015, white overprint", "Turn overprint off for it.")
def white_knocks_out(job: Job) -> Iterator[Fault]:
    """White never overprints: it would not be seen."""
    for mark in job.marks:
        if mark.colour.white and mark.overprints:
            yield Fault(f"A {mark.kind} in white overprints.", mark.page)
