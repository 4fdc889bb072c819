"""A stranger's file -> what kind it is, after everything in it was found safe to read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from colofon.finding import Place
from colofon.guarded import files, pdfs, xmls
from colofon.guarded.limits import LIMITS, Limits
from colofon.guarded.unsafe import Unsafe
from colofon.guarded.zips import Members

XML = (".xml", ".xhtml", ".opf", ".ncx", ".svg", ".smil")
"""Endings of what must be XML."""

NESTED = 3
"""ZIPs in ZIPs: a bag holds an EPUB, which holds its source."""


SOURCE = "/source/"
"""Below it, a source or a bag has the files of a work; we read none but master and pictures."""


class Kind(StrEnum):
    """What a file is, by its first bytes."""

    ZIP = "ZIP"
    PDF = "PDF"
    OTHER = "other"


def kind(data: bytes) -> Kind:
    """Tell what a file is by its first bytes."""
    if data.startswith((b"PK\3\4", b"PK\5\6")):
        return Kind.ZIP
    return Kind.PDF if data.startswith(pdfs.HEAD) else Kind.OTHER


def checked(path: Path, limits: Limits = LIMITS) -> Kind:
    """Read a file whole, with all that it holds; raises Unsafe at the first fault.

    ZIPs and PDFs in a ZIP, and files in a PDF, are looked into as far as `NESTED`.
    """
    data = files.read(path, limits.file)
    if not data:
        raise Unsafe("truncated", "The file is empty.", Place(str(path)))
    _check(data, Place(str(path)), limits, NESTED)
    return kind(data)


def _check(data: bytes, place: Place, limits: Limits, deeper: int) -> None:
    """Check one file, or one in another."""
    what = kind(data)
    if what is not Kind.OTHER and not deeper:
        raise Unsafe("nested", "Files are packed in files too deep.", place)
    if what is Kind.ZIP:
        _check_zip(data, place, limits, deeper - 1)
    elif what is Kind.PDF:
        with pdfs.opened(data, place.file, limits) as pdf:
            pdfs.check(pdf, place, limits)
            for name, content in pdfs.attachments(pdf, place, limits).items():
                _check(content, _inside(place, name), limits, deeper - 1)
    elif (place.part or place.file).lower().endswith(XML):
        xmls.parsed(data, place)


def _check_zip(data: bytes, place: Place, limits: Limits, deeper: int) -> None:
    """Check each member of a ZIP."""
    members = Members(data, place.file, limits)
    for name in members:
        data = members[name]
        if SOURCE not in f"/{name}":  # a work may have scans or tables beside it, of any kind
            _check(data, _inside(place, name), limits, deeper)


def _inside(place: Place, name: str) -> Place:
    """Return the place of something in something."""
    return Place(place.file, part=f"{place.part}/{name}" if place.part else name)
