"""Fonts and type: embedded, whole, and large enough to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Name

from colofon.preflight.job import MM, Job
from colofon.preflight.rule import Fault, rule
from colofon.preflight.state import Box

FILES = (Name.FontFile, Name.FontFile2, Name.FontFile3)

NO_GLYPH = b"\0\0"
"""The code that an Identity encoding gives the glyph of a missing character."""

SLACK = 0.05
"""Points by which type or a line may be smaller, for rounding."""


def _fonts(job: Job) -> Iterator[tuple[int, Any, set[bytes]]]:
    """Yield each font that a page shows text in, with the strings."""
    for sheet in job.sheets:
        for font, strings in sheet.codes.values():
            yield sheet.number, font if font is not None else Dictionary(), strings


def _name(font: Any) -> str:
    """Return the PostScript name of a font without the tag of its subset."""
    return str(font.get(Name.BaseFont, "/unnamed")).removeprefix("/").rpartition("+")[2]


@rule("fonts-embedded", "ISO 15930-1 and 15930-7, on fonts", "Embed every font.")
def fonts_embedded(job: Job) -> Iterator[Fault]:
    """Every font that text is set in is embedded."""
    for number, font, _ in _fonts(job):
        if font.get(Name.Subtype) == Name.Type3:
            continue
        own = font.DescendantFonts[0] if Name.DescendantFonts in font else font
        descriptor = own.get(Name.FontDescriptor, Dictionary())
        if not any(each in descriptor for each in FILES):
            yield Fault(f"The font «{_name(font)}» is not embedded.", number)


@rule("no-type3", "Ghent Workgroup 2015, fonts; KDP", "Use an outline font.")
def no_type3(job: Job) -> Iterator[Fault]:
    """No text is set in a Type 3 font, which presses draw coarsely."""
    for number, font, _ in _fonts(job):
        if font.get(Name.Subtype) == Name.Type3:
            yield Fault("Text is set in a Type 3 font.", number)


@rule("no-courier", "Ghent Workgroup 2015, Courier", "Find out why the font was missing.")
def no_courier(job: Job) -> Iterator[Fault]:
    """No text is set in Courier, by which programs replace a font that they lack."""
    for number, font, _ in _fonts(job):
        if _name(font).startswith("Courier"):
            yield Fault("Text is set in Courier.", number)


@rule("no-notdef", "ISO 15930-7, on fonts", "Choose a font that has the character.")
def no_notdef(job: Job) -> Iterator[Fault]:
    """No text shows the glyph that stands for a missing one."""
    for number, font, strings in _fonts(job):
        if Name.DescendantFonts not in font:
            continue
        codes = {each[i : i + 2] for each in strings for i in range(0, len(each), 2)}
        if NO_GLYPH in codes:
            yield Fault(f"A character is missing in «{_name(font)}».", number)


@rule("type-size", "the printer: limits.smallest_type", "Set it larger.")
def type_size(job: Job) -> Iterator[Fault]:
    """No type is smaller than the printer can print."""
    limit = job.printer.limits.smallest_type
    for mark in job.marks:
        if mark.kind == "text" and mark.size < limit - SLACK:
            yield Fault(f"Type of {mark.size:.1f} pt; {limit} are the least.", mark.page)


@rule("reversed-type-size", "the printer: limits.smallest_reversed_type", "Set it larger.")
def reversed_type_size(job: Job) -> Iterator[Fault]:
    """White type, and type in several inks, is large enough not to fill up."""
    limit = job.printer.limits.smallest_reversed_type
    for mark in job.marks:
        several = mark.colour.white or len(mark.colour.used) > 1
        if mark.kind == "text" and several and mark.size < limit - SLACK:
            what = "White type" if mark.colour.white else "Type in several inks"
            yield Fault(f"{what} of {mark.size:.1f} pt; {limit} are the least.", mark.page)


@rule("line-width", "the printer: limits.thinnest_line", "Draw it thicker.")
def line_width(job: Job) -> Iterator[Fault]:
    """No line is thinner than the printer can print, drawn or filled."""
    limit = job.printer.limits.thinnest_line
    for mark in job.marks:
        drawn = mark.kind == "stroke" or (mark.kind == "fill" and mark.size > 0)
        if drawn and not mark.colour.white and mark.size < limit - SLACK:
            yield Fault(f"A line of {mark.size:.2f} pt; {limit} are the least.", mark.page)


@rule("safe-area", "the printer: margins", "Move the text inwards.", tool="PDFium")
def safe_area(job: Job) -> Iterator[Fault]:
    """No character stands nearer to a cut edge, or to the fold, than the printer lets it."""
    margin = job.printer.margin(job.pages)
    for number, (trim, letters) in enumerate(zip(job.trims, job.letters, strict=True), 1):
        inner = margin.inner if job.part == "interior" else margin.outer
        left, right = (inner, margin.outer) if number % 2 else (margin.outer, inner)
        safe = Box(
            trim.left + left * MM,
            trim.bottom + margin.outer * MM,
            trim.right - right * MM,
            trim.top - margin.outer * MM,
        )
        outside = [each for each in letters if not safe.holds(each, SLACK) and trim.shared(each)]
        if outside:
            yield Fault(f"{len(outside)} characters stand in the margin that is kept free.", number)
