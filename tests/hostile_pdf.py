"""PDFs that somebody could send to do harm."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from sending import MEGA, Table, entering, plain, written, zeros

HOSTILE: Table = {}
hostile = entering(HOSTILE)


def pdf() -> pikepdf.Pdf:
    """Make a PDF with two pages."""
    made = pikepdf.new()
    made.add_blank_page()
    made.add_blank_page()
    return made


def _saved(folder: Path, made: pikepdf.Pdf, **how: Any) -> Path:
    made.save(folder / "book.pdf", **how)
    return folder / "book.pdf"


@hostile("encrypted")
def encrypted_pdf(folder: Path) -> Path:
    """Make this: encrypted pdf."""
    return _saved(folder, pdf(), encryption=pikepdf.Encryption(owner="a", user="b"))


@hostile("encrypted")
def encrypted_pdf_that_opens(folder: Path) -> Path:
    """Make this: encrypted pdf that opens."""
    return _saved(folder, pdf(), encryption=pikepdf.Encryption(owner="a", user=""))


@hostile("damaged")
def wrong_cross_references(folder: Path) -> Path:
    """Make this: wrong cross references."""
    path = _saved(folder, pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = path.read_bytes()
    at = data.rindex(b"startxref\n") + 10
    end = data.index(b"\n", at)
    return written(path, data[:at] + b"%d" % (int(data[at:end]) - 7) + data[end:])


@hostile("damaged")
def wrong_offsets(folder: Path) -> Path:
    """Make this: wrong offsets."""
    path = _saved(folder, pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return written(path, path.read_bytes().replace(b"%PDF-1.", b"%PDF-1.\n%%%%%%%%%%%\n", 1))


@hostile("truncated")
def cut_off_pdf(folder: Path) -> Path:
    """Make this: cut off pdf."""
    made = pdf()
    made.Root.X = Stream(made, os.urandom(5000))
    path = _saved(folder, made)
    return written(path, path.read_bytes()[:2000])


def _stream(folder: Path, data: bytes, filters: Name | Array) -> Path:
    made = pdf()
    stream = Stream(made, b"")
    stream.write(data, filter=filters)
    made.pages[0].Contents = made.make_indirect(stream)
    keep = pikepdf.StreamDecodeLevel.none
    return _saved(folder, made, compress_streams=False, stream_decode_level=keep)


@hostile("too-large")
def bomb_in_a_pdf(folder: Path) -> Path:
    """Make this: bomb in a pdf."""
    return _stream(folder, zeros(150 * MEGA), Name.FlateDecode)


@hostile("too-large")
def bomb_in_a_bomb_in_a_pdf(folder: Path) -> Path:
    """Make this: bomb in a bomb in a pdf."""
    packed = zlib.compress(zeros(150 * MEGA), 9)
    return _stream(folder, packed, Array([Name.FlateDecode, Name.FlateDecode]))


@hostile("unsafe-pdf")
def lzw_in_a_pdf(folder: Path) -> Path:
    """Make this: lzw in a pdf."""
    return _stream(folder, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Name.LZWDecode)


@hostile("unsafe-pdf")
def packed_fifty_times(folder: Path) -> Path:
    """Make this: packed fifty times."""
    filters = Array([*[Name.ASCIIHexDecode] * 50, Name.RunLengthDecode])
    return _stream(folder, b"3" * 5000, filters)


@hostile("damaged")
def bomb_of_objects(folder: Path) -> Path:
    """Pack all objects in a stream that must be unpacked, and for which memory does not do."""
    body = zeros(
        1_000 * MEGA, b"1 0 2 32 <</Type/Catalog/Pages 2 0 R>>   <</Type/Pages/Kids[]/Count 0>>"
    )
    parts, places = [b"%PDF-1.5\n"], {}

    def put(number: int, text: bytes) -> None:
        places[number] = sum(map(len, parts))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, text))

    head = b"<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length %d>>stream\n" % len(body)
    put(3, head + body + b"\nendstream")
    places[4] = sum(map(len, parts))
    rows = b"".join([
        struct.pack(">BLH", 0, 0, 65535),
        struct.pack(">BLH", 2, 3, 0),
        struct.pack(">BLH", 2, 3, 1),
        struct.pack(">BLH", 1, places[3], 0),
        struct.pack(">BLH", 1, places[4], 0),
    ])  # fmt: skip
    put(4, b"<</Type/XRef/W[1 4 2]/Size 5/Root 1 0 R/Length %d>>stream\n%s\nendstream"
        % (len(rows), rows))  # fmt: skip
    parts.append(b"startxref\n%d\n%%%%EOF\n" % places[4])
    return written(folder / "book.pdf", b"".join(parts))


@hostile("damaged")
def pages_that_go_round(folder: Path) -> Path:
    """Make this: pages that go round."""
    made = pdf()
    made.Root.Pages.Kids.append(made.Root.Pages)
    return _saved(folder, made)


@hostile("too-large")
def bomb_attached_to_a_pdf(folder: Path) -> Path:
    """Make this: bomb attached to a pdf."""
    made = pdf()
    stream = Stream(made, b"")
    stream.write(zeros(150 * MEGA), filter=Name.FlateDecode)
    spec = Dictionary(
        Type=Name.Filespec, UF="x", F="x", EF=Dictionary(F=made.make_indirect(stream))
    )
    made.Root.AF = Array([made.make_indirect(spec)])
    keep = pikepdf.StreamDecodeLevel.none
    return _saved(folder, made, compress_streams=False, stream_decode_level=keep)


@hostile("unsafe-name")
def epub_attached_to_a_pdf(folder: Path) -> Path:
    """Attach a ZIP with path traversal, as the source of a PDF."""
    made = pdf()
    evil = plain(lambda book: book.writestr("../evil", "x"))
    spec = Dictionary(
        Type=Name.Filespec, UF="source.zip", F="source.zip",
        EF=Dictionary(F=made.make_indirect(Stream(made, evil))),
    )  # fmt: skip
    made.Root.AF = Array([made.make_indirect(spec)])
    return _saved(folder, made)
