"""What a screen could do with the file, and paper cannot."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

from colofon.preflight.job import Job
from colofon.preflight.rule import Fault, rule
from colofon.preflight.state import Box

OF_THE_PRESS = (Name.PrinterMark, Name.TrapNet)


@rule("no-annotations", "ISO 15930-7, on annotations; KDP", "Leave links and notes to the screen.")
def no_annotations(job: Job) -> Iterator[Fault]:
    """No annotation lies on what is printed."""
    for number, page in enumerate(job.pdf.pages, 1):
        for each in page.obj.get(Name.Annots, pikepdf.Array()):
            box = Box(*map(float, each.get(Name.Rect, (0, 0, 0, 0))))
            if each.get(Name.Subtype) not in OF_THE_PRESS or box.shared(job.bleeds[number - 1]):
                yield Fault(f"There is an annotation ({each.get(Name.Subtype)}).", number)


@rule("no-forms", "ISO 15930-7, on interactive forms", "Take the form out.")
def no_forms(job: Job) -> Iterator[Fault]:
    """There is no form to fill in."""
    if Name.AcroForm in job.pdf.Root:
        yield Fault("The file has a form to fill in.")


@rule("no-actions", "ISO 15930-1 and 15930-7, on actions", "Take the action out.")
def no_actions(job: Job) -> Iterator[Fault]:
    """Nothing happens when the file is opened or turned over."""
    for owner, name in ((job.pdf.Root, "The file"), *((p.obj, "A page") for p in job.pdf.pages)):
        for key in (Name.OpenAction, Name.AA):
            if key in owner:
                yield Fault(f"{name} has {str(key)[1:]}.")
    if Name.JavaScript in job.pdf.Root.get(Name.Names, Dictionary()):
        yield Fault("The file has scripts.")


@rule("no-layers", "KDP; ISO 15930-1, on optional content", "Flatten the layers.")
def no_layers(job: Job) -> Iterator[Fault]:
    """Nothing can be shown or hidden."""
    if Name.OCProperties in job.pdf.Root:
        yield Fault("The file has layers.")


@rule("no-bookmarks", "KDP: no bookmarks", "Leave them to the screen.")
def no_bookmarks(job: Job) -> Iterator[Fault]:
    """There are no bookmarks."""
    if Name.Outlines in job.pdf.Root:
        yield Fault("The file has bookmarks.")


@rule("no-attachments", "ISO 15930-7, on embedded files", "Leave them to the archive.")
def no_attachments(job: Job) -> Iterator[Fault]:
    """No other file is enclosed."""
    names = job.pdf.Root.get(Name.Names, Dictionary())
    if Name.EmbeddedFiles in names or Name.AF in job.pdf.Root:
        yield Fault("The file encloses another.")


@rule("no-hidden-text", "KDP: no invisible text", "Take it out.")
def no_hidden_text(job: Job) -> Iterator[Fault]:
    """No text is shown without a mark on the paper."""
    for sheet in job.sheets:
        if sheet.hidden:
            yield Fault("There is text that cannot be seen.", sheet.number)
