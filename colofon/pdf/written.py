"""A document of pikepdf's -> a file that says what it is, and the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Stream, StreamDecodeLevel, String


def describe(pdf: pikepdf.Pdf, info: Mapping[str, str], xmp: bytes | None) -> None:
    """Replace the metadata of a document by ours: Info and XMP, either of which may be none."""
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    if info:
        entries = {f"/{key}": String(value) for key, value in info.items()}
        pdf.trailer.Info = pdf.make_indirect(Dictionary(entries))
    if xmp is not None:
        stream = Stream(pdf, xmp, Type=Name.Metadata, Subtype=Name.XML)
        pdf.Root.Metadata = pdf.make_indirect(stream)


def number(pdf: pikepdf.Pdf, numbering: Iterable[Mapping[str, Any]]) -> None:
    """Give pages the numbers that are printed on them; layout.json says where they count from.

    Source: ISO 32000-1, 12.4.2.
    """
    numbers: list[object] = []
    for run in numbering:
        label = Dictionary(S=Name(f"/{run['style']}"), St=run["start"])
        numbers.extend([run["page"] - 1, label])
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def saved(pdf: pikepdf.Pdf, version: str, *, packed: bool) -> bytes:
    """Return the file, with an ID that depends on its content, compressed by pikepdf's own zlib.

    `packed` puts small objects into streams (PDF 1.5 and later), which a RIP may not read.
    """
    file = io.BytesIO()
    pdf.save(
        file,
        force_version=version,
        deterministic_id=True,
        fix_metadata_version=False,
        compress_streams=True,
        recompress_flate=True,
        stream_decode_level=StreamDecodeLevel.generalized,
        object_stream_mode=ObjectStreamMode.generate if packed else ObjectStreamMode.disable,
    )
    return file.getvalue()
