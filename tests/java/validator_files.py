"""Small EPUBs and PDFs for the validators, made with zipfile and WeasyPrint alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

from plain import write_pdf

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""

PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="es">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:12345678-1234-4234-8234-123456789abc</dc:identifier>
<dc:title>Prueba</dc:title><dc:language>es</dc:language>
<meta property="dcterms:modified">2026-11-22T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="text"/></spine></package>"""

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="es"
 xml:lang="es"><head><title>Prueba</title></head><body>{}</body></html>"""

NAV = '<nav epub:type="toc"><ol><li><a href="text.xhtml">Uno</a></li></ol></nav>'

EPUB_2 = """<?xml version="1.0"?>
<!DOCTYPE package SYSTEM "{}"><package xmlns="http://www.idpf.org/2007/opf" version="2.0"/>"""


def make_epub(path: Path, body: str = "<p>Hola</p>", package: str = PACKAGE) -> Path:
    """Write a minimal EPUB 3 with zipfile alone."""
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": package,
        "EPUB/nav.xhtml": PAGE.format(NAV),
        "EPUB/text.xhtml": PAGE.format(body),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def make_pdf(path: Path, variant: str | None = "pdf/ua-1") -> Path:
    """Write a PDF of one paragraph with WeasyPrint alone."""
    page = '<html lang="es"><head><title>Prueba</title></head><body><p>Hola</p></body></html>'
    return write_pdf(page, path, variant)


def garbage(path: Path) -> Path:
    """Write a file that EPUBCheck answers for at once, before it compiles its schemas."""
    path.write_text("no archive", "utf-8")
    return path
