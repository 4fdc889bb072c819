"""Transparency and what a press would halftone its own way."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Name

from colofon.preflight import colours
from colofon.preflight.job import Job
from colofon.preflight.rule import Fault, rule

CURVES = (Name.TR, Name.TR2, Name.HTP, Name.BG, Name.BG2, Name.UCR, Name.UCR2)


@rule("opaque", "ISO 15930-1, on transparency", "Flatten it.")
def opaque(job: Job) -> Iterator[Fault]:
    """In PDF/X-1a nothing is transparent, and no group is."""
    if job.asked.standard == "PDF/X-4":
        return
    for mark in job.marks:
        if mark.see_through:
            yield Fault(f"A {mark.kind} is transparent ({', '.join(mark.see_through)}).", mark.page)
    for sheet in job.sheets:
        if sheet.groups:
            yield Fault("There is a transparency group.", sheet.number)


@rule("blending-space", "ISO 15930-7, on transparency", "Let groups blend in DeviceCMYK.")
def blending_space(job: Job) -> Iterator[Fault]:
    """What is transparent blends in the inks of the press."""
    for sheet, page in zip(job.sheets, job.pdf.pages, strict=True):
        for group in sheet.groups:
            found = group.get(Name.CS)
            if found is None:
                continue
            space = colours.space(found, page.resources)
            if "DeviceCMYK" not in space.families:
                yield Fault(f"A group blends in {space.family}.", sheet.number)
        seen = any(mark.see_through for mark in sheet.marks)
        own = page.obj.get(Name.Group)
        if seen and (own is None or Name.CS not in own):
            yield Fault("The page does not say in which colours it blends.", sheet.number)


@rule("no-curves", "ISO 15930-7, on transfer curves and halftones", "Leave that to the press.")
def no_curves(job: Job) -> Iterator[Fault]:
    """No transfer curve, black generation or halftone of the file's own bends what is printed."""
    for each in job.objects():
        if each.get(Name.Type, Name.ExtGState) != Name.ExtGState:
            continue
        for key in CURVES:
            if key in each and each[key] not in {Name.Default, Name.Identity}:
                yield Fault(f"A graphics state has {str(key)[1:]}.")
        if isinstance(each.get(Name.HT), Name) is False and Name.HT in each:
            yield Fault("A graphics state has a halftone.")
