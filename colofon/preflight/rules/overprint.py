"""What prints over what: black over colour, white over nothing."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.preflight import colours
from colofon.preflight.job import Job
from colofon.preflight.marks import Mark
from colofon.preflight.rule import Fault, rule

THIN = 2
"""Points below which a black line is too thin to be left out of the colour below it."""


def _is_line(mark: Mark) -> bool:
    """Tell whether a mark is a thin line, drawn or filled."""
    return (mark.kind == "stroke" or (mark.kind == "fill" and mark.size > 0)) and mark.size < THIN


def _knocks_out(mark: Mark) -> str:
    """Say how a black mark does not print over what lies below; nothing if it does."""
    if not mark.overprints:
        return f"A {mark.kind} in black does not overprint."
    if mark.mode != 1 and mark.colour.space.family == "DeviceCMYK":
        return f"A {mark.kind} in black overprints in mode {mark.mode}."
    return ""


@rule("black-overprints", "Ghent Workgroup 2015, overprint", "Set OP, op and OPM 1 for it.")
def black_overprints(job: Job) -> Iterator[Fault]:
    """Type in full black prints over what lies below, so that no gap shows."""
    for mark in job.marks:
        if mark.kind == "text" and mark.colour.black and (message := _knocks_out(mark)):
            yield Fault(message, mark.page)


@rule("lines-overprint", "Ghent Workgroup 2015, overprint", "Set OP, op and OPM 1 for it.")
def lines_overprint(job: Job) -> Iterator[Fault]:
    """A thin line in full black prints over the colour that it stands on."""
    below: list[Mark] = []
    for mark in job.marks:
        if mark.colour.black and _is_line(mark) and _coloured(mark, below):
            if message := _knocks_out(mark):
                yield Fault(message, mark.page)
        elif mark.kind != "text":
            below.append(mark)


def _coloured(mark: Mark, below: list[Mark]) -> bool:
    """Tell whether a mark stands on another ink than black, and on no white that covers it."""
    for other in reversed(below):
        if other.page == mark.page and other.box.shared(mark.box):
            if other.colour.used.keys() - {"Black"} or not other.colour.known:
                return True
            if other.colour.white and other.box.holds(mark.box):
                return False
    return False


@rule("black-in-cmyk", "Ghent Workgroup 2015, DeviceGray text", "Say 0 0 0 1 k, not 0 g.")
def black_in_cmyk(job: Job) -> Iterator[Fault]:
    """Type and thin lines in full black are in DeviceCMYK: DeviceGray may not overprint."""
    for mark in job.marks:
        grey = colours.GREY in (mark.colour.space, mark.colour.space.base)
        if mark.colour.black and grey and (mark.kind == "text" or _is_line(mark)):
            yield Fault(f"A {mark.kind} in black is in {mark.colour.space.family}.", mark.page)


@rule("white-knocks-out", "Ghent Workgroup 2015, white overprint", "Turn overprint off for it.")
def white_knocks_out(job: Job) -> Iterator[Fault]:
    """White never overprints: it would not be seen."""
    for mark in job.marks:
        if mark.colour.white and mark.overprints:
            yield Fault(f"A {mark.kind} in white overprints.", mark.page)
