"""Ways in which the objects and the packing of a finished PDF can differ."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Name, ObjectStreamMode, Stream, String

from altering import Table, entering, nothing, saved
from colofon.comparing import Cause

ALTERED: Table = {}
altered = entering(ALTERED)


# --- PDF


@altered("-screen.pdf", Cause.RECOMPRESSED, "page 1", "packed otherwise")
def recompressed_pdf(data: bytes) -> bytes:
    """Compress every stream anew, at another level."""

    def change(pdf: pikepdf.Pdf) -> None:
        for each in pdf.objects:
            if isinstance(each, Stream) and each.get(Name.Filter) == Name.FlateDecode:
                each.write(zlib.compress(each.read_bytes(), 1), filter=Name.FlateDecode)

    return saved(data, change)


@altered("-screen.pdf", (Cause.RECOMPRESSED, Cause.CONTAINER), "", "not packed together")
def object_streams_off(data: bytes) -> bytes:
    """Write every object apart."""
    return saved(data, nothing, object_stream_mode=ObjectStreamMode.disable)


@altered("-archive.pdf", Cause.CONTAINER, "", "Linearization")
def linearized(data: bytes) -> bytes:
    """Let qpdf prepare it for the web."""
    return saved(data, nothing, linearize=True)


@altered("-print.pdf", Cause.CONTAINER, "", "numbered")
def renumbered(data: bytes) -> bytes:
    """Count the objects from the other end."""
    found = {number: text for number, text in _objects(data) if number}
    last = max(found)
    return _assembled(data, {last + 1 - n: _turned(text, last) for n, text in found.items()}, last)


OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of a PDF that packs none together, as they are written."""
    for each in OBJECT.finditer(data):
        yield int(each[1]), each[2]


def _turned(text: bytes, last: int) -> bytes:
    """Turn references round, which stand before the bytes of a stream."""
    said, stream, content = text.partition(b"\nstream\n")
    turn = re.compile(rb"\b(\d+) 0 R\b")
    return turn.sub(lambda m: b"%d 0 R" % (last + 1 - int(m[1])), said) + stream + content


def _assembled(data: bytes, objects: dict[int, bytes], last: int) -> bytes:
    """Write a PDF with a plain table of its objects."""
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    parts = [data[: data.index(b"1 0 obj")]]
    rows = [b"0000000000 65535 f \n"]
    for number in sorted(objects):
        rows.append(b"%010d 00000 n \n" % sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
    start = sum(map(len, parts))
    table = b"xref\n0 %d\n%s" % (last + 1, b"".join(rows))
    return b"".join([*parts, table, _turned(trailer, last), b"startxref\n%d\n%%%%EOF\n" % start])


@altered("-print.pdf", (Cause.ADDED, Cause.CONTAINER), "page 3, annotation", "Text")
def annotation_appended(data: bytes) -> bytes:
    """Comment on a page as readers do: behind the end of the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        number, size = pdf.pages[2].obj.objgen[0], int(pdf.trailer.Size)
        root = pdf.Root.objgen[0]
    page = dict(_objects(data))[number].rstrip()
    note = b"<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(Mal)>>"
    added = page.removesuffix(b">>") + b"/Annots[%d 0 R]>>" % size
    one = b"%d 0 obj\n%s\nendobj\n" % (number, added)
    two = b"%d 0 obj\n%s\nendobj\n" % (size, note)
    at = len(data)
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    before = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    trailer = trailer.replace(b"/Size %d" % size, b"/Size %d /Prev %d" % (size + 1, before))
    table = b"xref\n%d 1\n%010d 00000 n \n%d 1\n%010d 00000 n \n" % (
        number,
        at,
        size,
        at + len(one),
    )
    assert root
    end = b"startxref\n%d\n%%%%EOF\n" % (at + len(one) + len(two))
    return data + one + two + table + trailer + end


@altered("-screen.pdf", Cause.CONTAINER, "", "identifier")
def identifier_of_a_pdf(data: bytes) -> bytes:
    """Give the file another identifier."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        identity = bytes(pdf.trailer.ID[0])
    return _saved_identity(data, identity)


def _saved_identity(data: bytes, identity: bytes) -> bytes:
    written = b"<" + identity.hex().encode() + b">"
    assert data.count(written) >= 1
    return data.replace(written, b"<" + b"0" * (len(written) - 2) + b">")


@altered("-archive.pdf", Cause.CLOCK, "Info", "CreationDate")
def creation_date(data: bytes) -> bytes:
    """Say that it was made on another day."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.CreationDate = String("D:20310101000000Z")

    return saved(data, change)


@altered("-screen.pdf", Cause.CLOCK, "XMP metadata", "2031")
def date_in_xmp(data: bytes) -> bytes:
    """Say in XMP that it was made on another day."""
    return _xmp(data, b"2026-11-22", b"2031-11-22")


@altered("-screen.pdf", Cause.METADATA, "XMP metadata", "Trotski")
def author_in_xmp(data: bytes) -> bytes:
    """Write the author's name otherwise."""
    return _xmp(data, b"Trotsky", b"Trotski")


def _xmp(data: bytes, old: bytes, new: bytes) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        said = pdf.Root.Metadata.read_bytes()
        assert old in said
        pdf.Root.Metadata.write(said.replace(old, new))

    return saved(data, change)


@altered("-print.pdf", Cause.METADATA, "Info", "Title")
def title_of_a_pdf(data: bytes) -> bytes:
    """Give the file another title."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.Title = String("Otro")

    return saved(data, change)


@altered("-screen.pdf", Cause.METADATA, "page labels")
def labels_of_pages(data: bytes) -> bytes:
    """Count the pages from another number."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels.Nums[1].St = 7

    return saved(data, change)
