"""Pages set by hand: each character where a test wants it, tagged or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

SIZE, SMALL = 10.5, 8.5
"""Type sizes of text and notes in pt."""

FOLIO = (300, 40, 9, "7")


@dataclass
class Sheet:
    """A page of 400 by 600 pt: pieces of text, links, and what else there is.

    A piece is left end, baseline, size and words; a link is a rectangle, and the index,
    left end and height of the place it leads to.
    """

    pieces: Sequence[tuple[float, float, float, str]] = ()
    links: Sequence[tuple[tuple[float, float, float, float], int, float, float]] = ()
    artifacts: Sequence[tuple[float, float, float, str]] = ()
    loose: Sequence[tuple[float, float, float, str]] = ()
    """Pieces in marked content that is neither tagged nor an artifact."""


@dataclass
class Part:
    """A structure element: its type, and what it holds: others, or (index of sheet, MCID)."""

    role: str
    kids: list[Part | tuple[int, int]] = field(default_factory=list)


CONTENTS = Sheet(
    pieces=[(50, 500, SIZE, "Text"), (50, 480, SIZE, "Colophon")],
    links=[((50, 495, 90, 510), 1, 50, 580), ((50, 475, 110, 490), -1, 50, 580)],
)
"""A table of contents: the text begins on the second sheet, and ends before the last."""


def book(path: Path, *sheets: Sheet, tree: Part | None = None) -> Path:
    """Write sheets as a PDF; with a `tree` its MCIDs are the places of pieces on a sheet."""
    with pikepdf.new() as pdf:
        for _ in sheets:
            pdf.add_blank_page(page_size=(400, 600))
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
                ToUnicode=pdf.make_stream(_cmap()),
            )
        )
        for page, sheet in zip(pdf.pages, sheets, strict=True):
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = pdf.make_stream(_content(sheet))
            page.obj.Annots = Array([_link(pdf, *link) for link in sheet.links])
        if tree is not None:
            root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
            root.K = _element(pdf, tree)
            pdf.Root.StructTreeRoot = root
        pdf.save(path)
    return path


def _cmap() -> bytes:
    """Say of each code of Windows-1252 which character it is."""
    known = [code for code in range(32, 256) if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}]
    pairs = [(code, bytes([code]).decode("cp1252").encode("utf-16-be").hex()) for code in known]
    lines = "\n".join(f"<{code:02x}> <{text}>" for code, text in pairs)
    return f"{len(pairs)} beginbfchar\n{lines}\nendbfchar".encode()


def _content(sheet: Sheet) -> bytes:
    """Write the pieces of a sheet in their order, then the artifacts, then what is loose."""
    parts = []
    for mcid, piece in enumerate(sheet.pieces):
        parts.append(b"/P <</MCID %d>> BDC\n%s\nEMC" % (mcid, _show(*piece)))
    parts.extend(b"/Artifact BMC\n%s\nEMC" % _show(*piece) for piece in sheet.artifacts)
    parts.extend(b"/Span BMC\n%s\nEMC" % _show(*piece) for piece in sheet.loose)
    return b"\n".join(parts)


def _show(x: float, y: float, size: float, words: str) -> bytes:
    """Write one text object."""
    return f"BT /F1 {size} Tf {x} {y} Td <{words.encode('cp1252').hex()}> Tj ET".encode()


def _link(
    pdf: pikepdf.Pdf, box: tuple[float, float, float, float], page: int, x: float, y: float
) -> Any:
    """Make a link annotation."""
    target = Array([pdf.pages[page].obj, Name.XYZ, x, y, 0])
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array(box),
            Dest=target,
            Contents=String("Go"),
        )
    )


def _element(pdf: pikepdf.Pdf, part: Part) -> Any:
    """Make a structure element and those below it."""
    kids = [
        _element(pdf, kid)
        if isinstance(kid, Part)
        else Dictionary(Type=Name.MCR, Pg=pdf.pages[kid[0]].obj, MCID=kid[1])
        for kid in part.kids
    ]
    return pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{part.role}"), K=Array(kids))
    )
