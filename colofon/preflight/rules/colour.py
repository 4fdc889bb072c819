"""Colours: only those that a press has, and black that is black."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.preflight import colours
from colofon.preflight.job import Job
from colofon.preflight.marks import Mark
from colofon.preflight.rule import INTERIOR, Fault, rule

LARGE_TYPE = 12
"""Points below which type in several inks shows every fault of register."""

PROCESS = {*colours.PROCESS, "None"}


@rule("no-rgb", "ISO 15930-1, on colour; the printers ask for CMYK", "Convert it to CMYK or grey.")
def no_rgb(job: Job) -> Iterator[Fault]:
    """Nothing is in RGB, Lab, or another space that mixes light."""
    for mark in job.marks:
        for family in colours.mixes_light(mark.colour.space):
            yield Fault(f"A {mark.kind} is in {family}.", mark.page)


@rule("no-icc-colour", "ISO 15930-1, on colour", "Use DeviceCMYK or DeviceGray.")
def no_icc_colour(job: Job) -> Iterator[Fault]:
    """In PDF/X-1a nothing carries a profile of its own."""
    if job.asked.standard == "PDF/X-4":
        return
    for mark in job.marks:
        if "ICCBased" in mark.colour.space.families:
            yield Fault(f"A {mark.kind} has a profile of its own.", mark.page)


@rule("black-text", "Ghent Workgroup 2015, black text; KDP", "Set it in black ink alone.")
def black_text(job: Job) -> Iterator[Fault]:
    """Dark type of the usual sizes is in black ink alone, so that no colour stands beside it."""
    for mark in job.marks:
        used = mark.colour.used
        if mark.kind != "text" or mark.size >= LARGE_TYPE or not mark.colour.known:
            continue
        if "Black" in used and used.keys() - {"Black"}:
            inks = ", ".join(f"{100 * amount:.0f} % {ink}" for ink, amount in used.items())
            yield Fault(f"Type of {mark.size:.1f} pt is in {inks}.", mark.page)


@rule(
    "one-ink-declared",
    "the book: its interior is printed in one ink",
    "Use black and its shades.",
    parts=INTERIOR,
)
def one_ink_declared(job: Job) -> Iterator[Fault]:
    """The interior asks for no other ink than black."""
    for mark in job.marks:
        others = set(mark.colour.used) - {"Black", colours.ALL}
        if not mark.colour.known:
            others = _inks(mark.colour.space) - {"Black", colours.ALL, "None"}
        if others:
            yield Fault(f"A {mark.kind} asks for {', '.join(sorted(others))}.", mark.page)


def _inks(space: colours.Space) -> set[str]:
    """Return the inks that a picture may use."""
    palette = space.family in {"Indexed", "Pattern"} and space.base is not None
    return set(space.base.inks if palette and space.base else space.inks)


@rule("ink-declared", "the printer: interior.ink_limit, cover.ink_limit", "Use less ink.")
def ink_declared(job: Job) -> Iterator[Fault]:
    """No colour asks for more ink than the printer lets meet in one place."""
    for mark in job.marks:
        if mark.colour.total > job.asked.ink_limit + 0.5:
            total = f"{mark.colour.total:.0f} % of ink; {job.asked.ink_limit} % are the most"
            yield Fault(f"A {mark.kind} has {total}.", mark.page)


@rule("spot-inks", "the printers print in process inks", "Convert it to CMYK.")
def spot_inks(job: Job) -> Iterator[Fault]:
    """No ink is asked for but cyan, magenta, yellow and black."""
    for mark in job.marks:
        for ink in sorted(set(mark.colour.space.inks) - PROCESS - {colours.ALL}):
            yield Fault(f"A {mark.kind} asks for the ink «{ink}».", mark.page)


@rule("registration", "ISO 15930-7, on the colorant All", "Keep it for marks outside the bleed.")
def registration(job: Job) -> Iterator[Fault]:
    """What prints on every plate stands outside the bleed."""
    for mark in job.marks:
        if colours.ALL in mark.colour.space.inks:
            yield Fault(f"A {mark.kind} on every plate stands within the bleed.", mark.page)


@rule("marks-on-every-plate", "the printer: interior.marks", "Draw marks in the colorant All.")
def marks_on_every_plate(job: Job) -> Iterator[Fault]:
    """The marks outside the bleed print on every plate: inside the book black is the only one."""
    for mark in _outside(job):
        only = job.part == "interior" and mark.colour.black
        if colours.ALL not in mark.colour.space.inks and not mark.colour.white and not only:
            yield Fault(f"A {mark.kind} outside the bleed is not on every plate.", mark.page)


def _outside(job: Job) -> Iterator[Mark]:
    """Yield what stands wholly outside the bleed, but within the paper."""
    for sheet in job.sheets:
        for mark in sheet.marks:
            if not mark.box.shared(job.bleeds[sheet.number - 1]) and mark.kind != "text":
                yield mark
