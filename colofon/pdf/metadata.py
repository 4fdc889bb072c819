"""The front matter -> the metadata of a PDF: the same in XMP (ISO 16684-1) and in Info."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from xml.sax.saxutils import escape

from colofon import VERSION
from colofon.front import Front
from colofon.pdf import standards
from colofon.pdf.standards import Standard

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
PACKET = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
"""The marks by which programs find XMP in any file (ISO 16684-1, 7.3.2)."""


@dataclass(frozen=True)
class Metadata:
    """What a PDF says of itself; nothing of it depends on the machine or the clock."""

    title: str
    language: str
    identifier: str
    issued: str
    """The day of the edition, YYYY-MM-DD."""
    creators: tuple[str, ...]
    contributors: tuple[str, ...]
    description: str
    subjects: tuple[str, ...]

    @classmethod
    def of(cls, front: Front) -> Metadata:
        """Read the front matter: beside an author, who did something else contributed."""
        authors = [each for each in front.authors if each.role == "aut"] or front.authors
        return cls(
            title=front.title,
            language=front.language,
            identifier=front.identifier,
            issued=front.issued.isoformat(),
            creators=tuple(each.name for each in authors),
            contributors=tuple(each.name for each in front.authors if each not in authors),
            description=front.description or "",
            subjects=front.subjects,
        )

    @property
    def creator_tool(self) -> str:
        """The program that made the book."""
        return f"Colofón {VERSION}"

    @property
    def producer(self) -> str:
        """The libraries that made the file."""
        return f"WeasyPrint {version('weasyprint')}, pikepdf {version('pikepdf')}"

    @property
    def moment(self) -> str:
        """Midnight UTC of the day of the edition, as PDF writes dates (ISO 32000-1, 7.9.4)."""
        return f"D:{self.issued.replace('-', '')}000000Z"

    def info(self) -> dict[str, str]:
        """Return the entries of the document information dictionary (ISO 32000-1, 14.3.3)."""
        found = {
            "Title": self.title,
            "Author": ", ".join(self.creators),
            "Subject": self.description,
            "Keywords": ", ".join(self.subjects),
            "Creator": self.creator_tool,
            "Producer": self.producer,
            "CreationDate": self.moment,
            "ModDate": self.moment,
        }
        return {key: value for key, value in found.items() if value}

    def xmp(self, standard: Standard) -> bytes:
        """Return the metadata stream, with what the file claims to conform to."""
        moment = f"{self.issued}T00:00:00Z"
        properties = [
            standard.xmp(),
            _text("dc:format", "application/pdf"),
            _text("dc:identifier", self.identifier),
            _alternatives("dc:title", self.title, self.language),
            _list("dc:creator", "Seq", self.creators),
            _list("dc:contributor", "Bag", self.contributors),
            _alternatives("dc:description", self.description, self.language),
            _list("dc:language", "Bag", [self.language]),
            _list("dc:subject", "Bag", self.subjects),
            _list("dc:date", "Seq", [self.issued]),
            _text("xmp:CreatorTool", self.creator_tool),
            *(_text(f"xmp:{name}Date", moment) for name in ("Create", "Modify", "Metadata")),
            _text("pdf:Producer", self.producer),
            _text("pdf:Keywords", ", ".join(self.subjects)),
        ]
        spaces = {**NAMESPACES, **standards.NAMESPACES}.items()
        names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces)
        return (
            f'{PACKET}\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            f'<rdf:Description rdf:about=""{names}>\n'
            f"{''.join(properties)}</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n"
            '<?xpacket end="r"?>'
        ).encode()


def _text(name: str, value: str) -> str:
    """Write a simple property, if it has a value."""
    return f"<{name}>{escape(value)}</{name}>\n" if value else ""


def _list(name: str, kind: str, values: Iterable[str]) -> str:
    """Write an array: Seq is ordered, Bag is not."""
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>\n" if items else ""


def _alternatives(name: str, value: str, language: str) -> str:
    """Write a text in the book's language, which is also the default one."""
    tags = ("x-default", language)
    items = "".join(f'<rdf:li xml:lang="{tag}">{escape(value)}</rdf:li>' for tag in tags)
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>\n" if value else ""
