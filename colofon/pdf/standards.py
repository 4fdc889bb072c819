"""What a PDF claims to conform to -> how it is written, and what its metadata say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from colofon.pdf import dialect
from colofon.pdf.dialect import Dialect

NAMESPACES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
"""Those of the XMP that a claim is made in."""

WELL_TAGGED = "http://pdfa.org/declarations/wtpdf#"
"""What the declarations of Well-Tagged PDF begin with (WTPDF 1.0, clause 5)."""


@dataclass(frozen=True)
class Standard:
    """One standard or several that a file meets at once."""

    dialect: Dialect
    identifiers: Mapping[str, str]
    """Properties of XMP, by which a validator knows the claim."""
    declarations: tuple[str, ...] = ()
    """Claims that XMP makes by an address (PDF Declarations)."""
    archival: bool = False
    """Whether colours are defined in the file, as PDF/A asks (ISO 19005-3, 6.2.4.3)."""
    explains: Mapping[str, str] = field(default_factory=dict)
    """Properties that PDF/A does not know and wants explained in the file, with their meaning."""
    speaks_twice: bool = True
    """Whether Info repeats what XMP says; PDF/A-4 forbids it (ISO 19005-4, 6.1.3)."""

    def xmp(self) -> str:
        """Write the claims as properties of an XMP description."""
        rows = [f"<{name}>{escape(value)}</{name}>\n" for name, value in self.identifiers.items()]
        return "".join(rows) + self._declared() + self._explained()

    def _declared(self) -> str:
        """Write the declarations (PDF Association, PDF Declarations 1.0)."""
        parse = 'rdf:parseType="Resource"'
        items = "".join(
            f"<rdf:li {parse}><pdfd:conformsTo>{name}</pdfd:conformsTo></rdf:li>"
            for name in self.declarations
        )
        if not items:
            return ""
        return f"<pdfd:declarations><rdf:Bag>{items}</rdf:Bag></pdfd:declarations>\n"

    def _explained(self) -> str:
        """Describe the schema of what PDF/A-1 to 3 do not know (ISO 19005-3, 6.6.2.3.3)."""
        parse = 'rdf:parseType="Resource"'
        items = "".join(
            f"<rdf:li {parse}><pdfaProperty:name>{name.partition(':')[2]}</pdfaProperty:name>"
            "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
            "<pdfaProperty:category>internal</pdfaProperty:category>"
            f"<pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"
            for name, meaning in self.explains.items()
        )
        if not items:
            return ""
        return (
            f"<pdfaExtension:schemas><rdf:Bag><rdf:li {parse}>"
            "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
            f"<pdfaSchema:namespaceURI>{NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
            "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
            f"<pdfaSchema:property><rdf:Seq>{items}</rdf:Seq></pdfaSchema:property>"
            "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
        )


UA_2 = Standard(dialect.TWO, {"pdfuaid:part": "2", "pdfuaid:rev": "2024"})
"""PDF/UA-2 (ISO 14289-2, clause 5)."""

A_3A_AND_UA_1 = Standard(
    dialect.ONE,
    {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"},
    archival=True,
    explains={"pdfuaid:part": "Part of ISO 14289 to which the file conforms"},
)
"""PDF/A-3a (ISO 19005-3, 6.6.4) and PDF/UA-1."""

A_4F_AND_UA_2 = Standard(
    dialect.TWO,
    {
        "pdfaid:part": "4",
        "pdfaid:rev": "2020",
        "pdfaid:conformance": "F",
        "pdfuaid:part": "2",
        "pdfuaid:rev": "2024",
    },
    declarations=(f"{WELL_TAGGED}accessibility1.0", f"{WELL_TAGGED}reuse1.0"),
    archival=True,
    speaks_twice=False,
)
"""PDF/A-4f (ISO 19005-4, 6.7.3), PDF/UA-2, and WTPDF 1.0 for accessibility and for reuse."""
