"""A tagged PDF as WeasyPrint writes it -> a PDF/UA-1 whose bytes depend on its content only."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Stream, StreamDecodeLevel, String

from colofon.pdf.metadata import Metadata


def finish(raw: bytes, metadata: Metadata, numbering: Iterable[dict[str, Any]]) -> bytes:
    """Describe the document and how it opens, then write it with pikepdf's own zlib.

    `numbering` is that of layout.json.
    """
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _describe(pdf, metadata)
        _open_as_book(pdf, numbering)
        _leave_pixels_alone(pdf)
        file = io.BytesIO()
        pdf.save(
            file,
            force_version="1.7",
            deterministic_id=True,
            fix_metadata_version=False,
            compress_streams=True,
            recompress_flate=True,
            stream_decode_level=StreamDecodeLevel.generalized,
            object_stream_mode=ObjectStreamMode.generate,
        )
    return file.getvalue()


def _describe(pdf: pikepdf.Pdf, metadata: Metadata) -> None:
    """Replace WeasyPrint's metadata by ours."""
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    info = {f"/{key}": String(value) for key, value in metadata.info().items()}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(info))
    pdf.Root.Metadata = pdf.make_indirect(
        Stream(pdf, metadata.xmp(), Type=Name.Metadata, Subtype=Name.XML)
    )
    pdf.Root.Lang = String(metadata.language)


def _open_as_book(pdf: pikepdf.Pdf, numbering: Iterable[dict[str, Any]]) -> None:
    """Let viewers show the title, bookmarks, spreads, and the numbers that are printed."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.PageLayout = Name.TwoPageRight
    numbers: list[object] = []
    for run in numbering:
        label = Dictionary(S=Name(f"/{run['style']}"), St=run["start"])
        numbers.extend([run["page"] - 1, label])
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def _leave_pixels_alone(pdf: pikepdf.Pdf) -> None:
    """Ask no viewer to blur images (ISO 19005-4 forbids it; a printer's RIP does better)."""
    for each in pdf.objects:
        if isinstance(each, Stream) and "/Interpolate" in each:
            del each.Interpolate
