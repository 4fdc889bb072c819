"""What the file says of itself: which standard it follows, for which press."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from colofon.preflight.job import Job
from colofon.preflight.rule import Fault, rule

VERSIONS = {"PDF/X-4": "1.6", "PDF/X-1a:2001": "1.3"}
"""The version of PDF that each standard builds on."""

PDFX_NAMESPACE = "http://www.npes.org/pdfx/ns/id/"
REGISTRY = "http://www.color.org"
PROFILE_CLASS, PROFILE_SPACE = slice(12, 16), slice(16, 20)
"""Where the header of a profile says what it is (ICC.1:2010, 7.2)."""

MEGABYTE = 1_000_000


def _info(job: Job) -> Any:
    """Return the Info dictionary, empty if there is none."""
    return job.pdf.trailer.get(Name.Info, Dictionary())


def _intents(job: Job) -> list[Any]:
    """Return the output intents for PDF/X."""
    every: Any = job.pdf.Root.get(Name.OutputIntents, pikepdf.Array())
    return [each for each in every if each.get(Name.S) == Name.GTS_PDFX]


@rule("pdf-version", "ISO 15930-1 and 15930-7, scope", "Save the file in that version of PDF.")
def pdf_version(job: Job) -> Iterator[Fault]:
    """The file is in the version of PDF that its standard builds on."""
    wanted, found = VERSIONS[job.asked.standard], job.pdf.pdf_version
    if found != wanted:
        yield Fault(f"This is PDF {found}; {job.asked.standard} builds on PDF {wanted}.")


@rule("pdfx-claim", "ISO 15930-7, on identification; ISO 15930-1, GTS_PDFXVersion", "Claim it.")
def pdfx_claim(job: Job) -> Iterator[Fault]:
    """The file claims the standard that the printer asks for, and no other."""
    info, wanted = _info(job), job.asked.standard
    if wanted == "PDF/X-4":
        with job.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            found = str(xmp.get(f"{{{PDFX_NAMESPACE}}}GTS_PDFXVersion") or "")
    else:
        found = str(info.get(Name.GTS_PDFXConformance, ""))
        version = str(info.get(Name.GTS_PDFXVersion, ""))
        if version != "PDF/X-1:2001":
            yield Fault(f"GTS_PDFXVersion is «{version}», not «PDF/X-1:2001».")
    if found != wanted:
        yield Fault(f"The file claims «{found}», not «{wanted}».")


@rule("titled-dated", "ISO 15930-1 and 15930-7, on Info and XMP", "Write title and dates.")
def titled_dated(job: Job) -> Iterator[Fault]:
    """The file says its title, and when it was made and changed."""
    info = _info(job)
    for key in (Name.Title, Name.CreationDate, Name.ModDate):
        if not str(info.get(key, "")).strip():
            yield Fault(f"Info has no {str(key)[1:]}.")


@rule("xmp-agrees", "ISO 15930-7, on metadata", "Write both from the same words.")
def xmp_agrees(job: Job) -> Iterator[Fault]:
    """XMP metadata, which PDF/X-4 asks for, give the title that Info gives."""
    if job.asked.standard != "PDF/X-4":
        return
    if Name.Metadata not in job.pdf.Root:
        yield Fault("There are no XMP metadata.")
        return
    with job.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        found = str(xmp.get("dc:title") or "")
    wanted = str(_info(job).get(Name.Title, ""))
    if found != wanted:
        yield Fault(f"XMP calls the file «{found}», Info «{wanted}».")


@rule("output-intent", "ISO 15930-7, on output intents", "Name one condition for PDF/X.")
def output_intent(job: Job) -> Iterator[Fault]:
    """There is one output intent for PDF/X."""
    if (count := len(_intents(job))) != 1:
        yield Fault(f"There are {count} output intents for PDF/X.")


@rule("condition", "the printer: interior.condition, cover.condition", "Name that condition.")
def condition(job: Job) -> Iterator[Fault]:
    """The output intent names the registered printing condition that the printer asks for."""
    for intent in _intents(job):
        found = str(intent.get(Name.OutputConditionIdentifier, ""))
        if found != job.asked.condition:
            yield Fault(f"The condition is «{found}», not «{job.asked.condition}».")
        registry = str(intent.get(Name.RegistryName, ""))
        if registry.rstrip("/") != REGISTRY:
            yield Fault(f"The registry of the condition is «{registry}», not {REGISTRY}.")


@rule("profile", "ISO 15930-7, on output intents; the printer", "Embed a CMYK output profile.")
def profile(job: Job) -> Iterator[Fault]:
    """The output intent's profile is a press's, in CMYK; a printer that wants none gets none."""
    for intent in _intents(job):
        found = intent.get(Name.DestOutputProfile)
        if job.asked.profile is None:
            if found is not None:
                yield Fault("A profile is embedded, which this printer refuses.")
            continue
        data = found.read_bytes() if isinstance(found, pikepdf.Stream) else b""
        if data[PROFILE_CLASS] != b"prtr" or data[PROFILE_SPACE] != b"CMYK":
            yield Fault("No profile of a press in CMYK is embedded.")
        elif int(found.get(Name.N, 0)) != len("CMYK"):
            yield Fault("The profile is not said to have four components.")


@rule("trapped", "ISO 15930-1 and 15930-7, on trapping", "Say True or False.")
def trapped(job: Job) -> Iterator[Fault]:
    """Info says whether the file is trapped."""
    if _info(job).get(Name.Trapped) not in {Name("/True"), Name("/False")}:
        yield Fault("Info does not say whether the file is trapped.")


@rule("file-id", "ISO 15930-1 and 15930-7, on file identifiers", "Give it an ID.")
def file_id(job: Job) -> Iterator[Fault]:
    """The file has an identifier of two strings."""
    found = job.pdf.trailer.get(Name.ID, pikepdf.Array())
    if len(found) != 2 or not all(bytes(each) for each in found):  # noqa: PLR2004  # made, changed
        yield Fault("The trailer has no ID of two strings.")


@rule("unencrypted", "ISO 15930-1 and 15930-7, on encryption", "Save it without a password.")
def unencrypted(job: Job) -> Iterator[Fault]:
    """The file is not encrypted."""
    if job.pdf.is_encrypted:
        yield Fault("The file is encrypted.")


@rule("file-size", "the printer: limits.file_size", "Use smaller images.")
def file_size(job: Job) -> Iterator[Fault]:
    """The file is no larger than the printer takes."""
    size, limit = job.path.stat().st_size / MEGABYTE, job.printer.limits.file_size
    if size > limit:
        yield Fault(f"The file has {size:.1f} MB; {limit} are the most.")
