"""A tagged PDF of WeasyPrint's -> one that conforms, whose bytes depend on its content only."""

from __future__ import annotations

import functools
import importlib.resources
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from colofon.pdf import written
from colofon.pdf.attachments import Source, attach
from colofon.pdf.metadata import Metadata
from colofon.pdf.standards import Standard

COMPONENTS = 3
"""Of a colour in RGB."""


@dataclass(frozen=True)
class Opening:
    """How viewers show a document when they open it."""

    numbering: Iterable[dict[str, Any]]
    """Where pages count from what, as layout.json has it."""
    layout: str = "TwoPageRight"
    """ISO 32000-1, table 28; as it stands, a book whose odd pages lie at the right."""


def finish(
    raw: bytes,
    metadata: Metadata,
    opening: Opening,
    standard: Standard,
    source: Source | None = None,
) -> bytes:
    """Describe the document and how it opens, then write it with pikepdf's own zlib.

    `raw` is written in the standard's dialect, and `source` is attached as what the document
    was made from.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        info = metadata.info() if standard.speaks_twice else {}
        written.describe(pdf, info, metadata.xmp(standard))
        pdf.Root.Lang = String(metadata.language)
        _open(pdf, opening)
        _leave_pixels_alone(pdf)
        if standard.archival:
            _define_colours(pdf)
        if source is not None:
            attach(pdf, source, metadata.moment)
        return written.saved(pdf, standard.dialect.version, packed=True)


@functools.cache
def _srgb() -> bytes:
    """Return the profile of sRGB (IEC 61966-2-1) that WeasyPrint brings, by the ICC."""
    return (importlib.resources.files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()


def _define_colours(pdf: pikepdf.Pdf) -> None:
    """Say what red, green and blue are (ISO 32000-1, 14.11.5)."""
    profile = Stream(pdf, _srgb(), N=COMPONENTS, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _open(pdf: pikepdf.Pdf, opening: Opening) -> None:
    """Let viewers show the title, bookmarks, and the numbers that are printed."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.PageLayout = Name(f"/{opening.layout}")
    written.number(pdf, opening.numbering)


def _leave_pixels_alone(pdf: pikepdf.Pdf) -> None:
    """Ask no viewer to blur images (ISO 19005-4 forbids it; a printer's RIP does better)."""
    for each in pdf.objects:
        if isinstance(each, Stream) and "/Interpolate" in each:
            del each.Interpolate
