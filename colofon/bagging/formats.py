"""The name and the first bytes of a file -> its format, as an archive names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

PRONOM = "https://www.nationalarchives.gov.uk/PRONOM/"
"""Where the registry of the National Archives (UK) describes a format, with its id behind."""


@dataclass(frozen=True)
class Format:
    """One file format: `pronom` is its id in PRONOM, or nothing where none is certain."""

    name: str
    media_type: str
    pronom: str = ""
    why: str = ""
    """Why a file of ours is in it, and how long it can be read."""

    @property
    def address(self) -> str:
        """Where PRONOM describes it."""
        return PRONOM + self.pronom


EPUB = "application/epub+zip"
PDF = "application/pdf"
TEXT = "text/plain;charset=utf-8"
XML = "application/xml"

PDFA_4F = r"pdfaid:part>4<(?s:.*)pdfaid:conformance>F<|pdfaid:conformance>F<(?s:.*)pdfaid:part>4<"
PDFA_3A = r"pdfaid:part>3<(?s:.*)pdfaid:conformance>A<|pdfaid:conformance>A<(?s:.*)pdfaid:part>3<"

PDFS = {
    PDFA_4F: Format(
        "PDF/A-4f (ISO 19005-4) and PDF/UA-2",
        PDF,
        "fmt/1912",
        "For keeping and for reading aloud; the newest archival PDF, with the source attached.",
    ),
    PDFA_3A: Format(
        "PDF/A-3a (ISO 19005-3) and PDF/UA-1",
        PDF,
        "fmt/479",
        "For archives that do not yet take PDF 2.0; nothing outside the file is needed.",
    ),
    "PDF/X-4": Format("PDF/X-4 (ISO 15930-7)", PDF, "fmt/488", "What the printer was sent."),
    "PDF/X-1a:2001": Format("PDF/X-1a:2001", PDF, "fmt/157", "What the printer was sent."),
    r"\A%PDF-2\.0": Format(
        "PDF 2.0 (ISO 32000-2) and PDF/UA-2", PDF, "fmt/1129", "Tagged; for reading in large print."
    ),
    r"\A%PDF-1\.7": Format("PDF 1.7 (ISO 32000-1)", PDF, "fmt/276", "For printing at home."),
}
"""What a PDF says of itself, the most exact first."""

JPEGS = {
    rb"\A\xff\xd8\xff\xe0..JFIF\x00\x01\x01": Format(
        "JPEG, JFIF 1.01", "image/jpeg", "fmt/43", "The cover as shops show it."
    ),
    rb"\A\xff\xd8\xff\xe0..JFIF\x00\x01\x02": Format(
        "JPEG, JFIF 1.02", "image/jpeg", "fmt/44", "A picture of the book."
    ),
}

ENDINGS = {
    ".epub": Format("EPUB 3.3", EPUB, "fmt/483", "For reading; a ZIP of XHTML, stored as it is."),
    ".html": Format(
        "HTML 5", "text/html", "fmt/471", "One file that loads nothing from elsewhere."
    ),
    ".tei.xml": Format(
        "TEI P5", "application/tei+xml", "fmt/1476", "The text with every emendation; lasts best."
    ),
    ".xml": Format("XML 1.0", XML, "fmt/101", "ONIX 3.1: what the trade was told of the book."),
    ".md": Format("Markdown", "text/markdown", "fmt/1149", "Plain text: the master, the notes."),
    ".txt": Format("Plain text, UTF-8", TEXT, "x-fmt/111", "Can be read without any of our tools."),
    ".lock": Format("Plain text, UTF-8", TEXT, "x-fmt/111", "Tools with the hash of every wheel."),
    "ro-crate-metadata.json": Format(
        "RO-Crate 1.2 (JSON-LD)", "application/ld+json", "fmt/880", "Says what each file is."
    ),
    ".cdx.json": Format(
        "CycloneDX 1.6 (JSON)", "application/vnd.cyclonedx+json", "fmt/817", "Bill of materials."
    ),
    ".json": Format("JSON", "application/json", "fmt/817", "Records that a program reads."),
    ".toml": Format("TOML", "application/toml", "fmt/2065", "Settings of styles and printers."),
    ".css": Format("CSS", "text/css", "x-fmt/224", "Style sheets of the outputs."),
    ".ttf": Format("TrueType", "font/ttf", "x-fmt/453", "The typefaces of the edition."),
    ".icc": Format("ICC profile", "application/vnd.iccprofile", "fmt/1975", "Press conditions."),
    ".py": Format("Python source", "text/x-python", "fmt/938", "How the typefaces were made."),
    ".tar.gz": Format("GZIP of TAR", "application/gzip", "x-fmt/266", "Our programs, as source."),
    ".png": Format("PNG", "image/png", "", "A picture of the book."),
    ".svg": Format("SVG", "image/svg+xml", "", "A drawing of the book."),
    ".jpg": Format("JPEG", "image/jpeg", "", "A picture of the book."),
    ".jpeg": Format("JPEG", "image/jpeg", "", "A picture of the book."),
    ".pdf": Format("PDF", PDF, "", "A PDF of another version."),
}
"""The longest ending that fits counts."""

UNKNOWN = Format("Unknown", "application/octet-stream")


def of(name: str, data: bytes) -> Format:
    """Tell the format of a file by its name and, where its kind has versions, by its content."""
    if name.endswith(".pdf"):
        text = data.decode("latin-1")
        exact = (form for said, form in PDFS.items() if re.search(said, text))
        return next(exact, ENDINGS[".pdf"])
    if name.endswith((".jpg", ".jpeg")):
        return next(
            (form for begin, form in JPEGS.items() if re.match(begin, data, re.DOTALL)),
            ENDINGS[".jpg"],
        )
    fitting = [ending for ending in ENDINGS if name.endswith(ending)]
    return ENDINGS[max(fitting, key=len)] if fitting else UNKNOWN
