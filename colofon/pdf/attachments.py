"""Files -> what a PDF carries with it: the source it was made from (ISO 32000-2, 7.11.4)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from colofon.front import Front
from colofon.labels import labels_for


@dataclass(frozen=True)
class Source:
    """All that the edition was made from: a ZIP's name, its bytes, what a viewer says of it."""

    name: str
    data: bytes
    description: str

    @classmethod
    def of(cls, carried: bytes, front: Front) -> Source:
        """Name the ZIP that holds it."""
        said = labels_for(front.language)("The source of this edition")
        return cls(f"{front.slug}.source.zip", carried, said)


def attach(pdf: pikepdf.Pdf, source: Source, moment: str) -> None:
    """Embed the source, dated `moment` (a PDF date), as the document's own (14.13.3)."""
    checksum = hashlib.md5(source.data, usedforsecurity=False).digest()
    file = Stream(pdf, source.data)
    file.Type = Name.EmbeddedFile
    file.Subtype = Name("/application/zip")
    file.Params = Dictionary(
        Size=len(source.data),
        CreationDate=String(moment),
        ModDate=String(moment),
        CheckSum=String(checksum),
    )
    kept = pdf.make_indirect(file)
    specification = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(source.name),
            UF=String(source.name),
            Desc=String(source.description),
            AFRelationship=Name.Source,
            EF=Dictionary(F=kept, UF=kept),
        )
    )
    names = pdf.Root.get(Name.Names, Dictionary())
    names.EmbeddedFiles = Dictionary(Names=Array([String(source.name), specification]))
    pdf.Root.Names = names
    pdf.Root.AF = Array([specification])
