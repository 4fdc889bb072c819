"""A printer's standard and printing condition -> what the file says of itself."""

from __future__ import annotations

import uuid
from hashlib import sha256

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from colofon import styles
from colofon.pdf import written
from colofon.pdf.dialect import Dialect
from colofon.pdf.metadata import Metadata
from colofon.pdf.standards import Standard
from colofon.printers import Part

REGISTRY = "http://www.color.org"
"""Of printing conditions that are known by name (ISO 15930-7, 6.3)."""

COMPONENTS = 4
"""Of a colour in CMYK."""

CONDITIONS = {
    "FOGRA29": "Offset, ISO 12647-2, paper type 4: uncoated white",
    "FOGRA39": "Offset, ISO 12647-2, paper types 1 and 2: coated, 115 g/m2",
}
"""What the registered conditions are, for people."""

VERSIONS = {"PDF/X-4": "1.6", "PDF/X-1a:2001": "1.3"}
"""The version of PDF that each standard is written in (ISO 15930-7, 5.1; ISO 15930-1, 5)."""

X_1A = {"GTS_PDFXVersion": "PDF/X-1:2001", "GTS_PDFXConformance": "PDF/X-1a:2001"}
"""What Info says in PDF/X-1a (ISO 15930-1, 6.2)."""


def intend(pdf: pikepdf.Pdf, part: Part) -> None:
    """Say for which printing condition the colours are meant (ISO 32000-1, 14.11.5)."""
    condition = CONDITIONS.get(part.condition, part.condition)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(part.condition),
        OutputCondition=String(condition),
        RegistryName=String(REGISTRY),
        Info=String(condition),
    )
    if part.profile is not None:
        data = (styles.FOLDER / "icc" / part.profile).read_bytes()
        profile = Stream(pdf, data, N=COMPONENTS, Alternate=Name.DeviceCMYK)
        intent.DestOutputProfile = pdf.make_indirect(profile)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def describe(pdf: pikepdf.Pdf, metadata: Metadata, part: Part) -> None:
    """Write Info, and XMP for PDF/X-4; PDF/X-1a:2001 is older than XMP."""
    if part.standard == "PDF/X-4":
        written.describe(pdf, metadata.info(), metadata.xmp(_x_4(pdf)))
        pdf.Root.Lang = String(metadata.language)
    else:
        written.describe(pdf, {**metadata.info(), **X_1A}, None)
    pdf.trailer.Info.Trapped = Name("/False")


def _x_4(pdf: pikepdf.Pdf) -> Standard:
    """Return PDF/X-4's claims (ISO 15930-7, 6.2 and 6.16)."""
    return Standard(
        Dialect(VERSIONS["PDF/X-4"]),
        {
            "pdfxid:GTS_PDFXVersion": "PDF/X-4",
            "pdf:Trapped": "False",
            "xmpMM:DocumentID": f"uuid:{_document_id(pdf)}",
            "xmpMM:RenditionClass": "default",
            "xmpMM:VersionID": "1",
        },
    )


def _document_id(pdf: pikepdf.Pdf) -> uuid.UUID:
    """Identify the document by what its pages show."""
    seen = sha256()
    for page in pdf.pages:
        seen.update(page.Contents.read_bytes())
    return uuid.UUID(bytes=seen.digest()[:16], version=5)
