"""Files that somebody could send to do harm, each made by a function of its own."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

Make = Callable[[Path], Path]

HOSTILE: dict[str, tuple[str, Make]] = {}
"""Each hostile file: the code of the finding that it must give, and what makes it in a folder."""

MEGA = 1_000_000


def zeros(size: int, head: bytes = b"") -> bytes:
    """Compress many zeros without holding them, since a child's memory counts from ours."""
    engine = zlib.compressobj(9)
    parts = [engine.compress(head), *(engine.compress(bytes(MEGA)) for _ in range(size // MEGA))]
    return b"".join([*parts, engine.flush()])


def hostile(code: str) -> Callable[[Make], Make]:
    """Enter what makes a hostile file."""

    def enter(make: Make) -> Make:
        HOSTILE[make.__name__] = (code, make)
        return make

    return enter


def plain(changes: Callable[[zipfile.ZipFile], None] | None = None) -> bytes:
    """Make a small EPUB, with something more in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", "<container/>")
        book.writestr("EPUB/text.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'/>" * 1)
        if changes:
            changes(book)
    return file.getvalue()


def _zip(folder: Path, changes: Callable[[zipfile.ZipFile], None]) -> Path:
    return _written(folder / "book.epub", plain(changes))


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _named(folder: Path, name: str) -> Path:
    return _zip(folder, lambda book: book.writestr(name, "x"))


# --- names


@hostile("unsafe-name")
def path_traversal(folder: Path) -> Path:
    """Make this: path traversal."""
    return _named(folder, "EPUB/../../../evil")


@hostile("unsafe-name")
def absolute_name(folder: Path) -> Path:
    """Make this: absolute name."""
    return _named(folder, "/tmp/evil")


@hostile("unsafe-name")
def drive_letter(folder: Path) -> Path:
    """Make this: drive letter."""
    return _named(folder, "C:evil")


@hostile("unsafe-name")
def backslashes(folder: Path) -> Path:
    """Make this: backslashes."""
    return _named(folder, "..\\evil")


@hostile("unsafe-name")
def line_break_in_a_name(folder: Path) -> Path:
    """Make this: line break in a name."""
    return _named(folder, "EPUB/one\nError: two\x1b[31m")


@hostile("unsafe-name")
def null_byte_in_a_name(folder: Path) -> Path:
    """Make this: null byte in a name."""
    data = plain(lambda book: book.writestr("EPUB/good.txt0evil", "x"))
    return _written(folder / "book.epub", data.replace(b"good.txt0evil", b"good.txt\0evil"))


@hostile("unsafe-name")
def direction_overridden(folder: Path) -> Path:
    """Make this: direction overridden."""
    return _named(folder, "EPUB/\u202egpj.exe")


@hostile("unsafe-name")
def endless_name(folder: Path) -> Path:
    """Make this: endless name."""
    return _named(folder, "a/" * 5000 + "x")


@hostile("duplicate")
def duplicate_names(folder: Path) -> Path:
    """Make this: duplicate names."""
    data = plain(lambda book: book.writestr("EPUB/tent.xhtml", "<other/>"))
    return _written(folder / "book.epub", data.replace(b"EPUB/tent", b"EPUB/text"))


@hostile("duplicate")
def names_alike_but_for_case(folder: Path) -> Path:
    """Make this: names alike but for case."""
    return _named(folder, "EPUB/TEXT.xhtml")


@hostile("duplicate")
def names_alike_but_for_composition(folder: Path) -> Path:
    """Make this: names alike but for composition."""

    def change(book: zipfile.ZipFile) -> None:
        book.writestr("EPUB/\u00e9", "x")
        book.writestr("EPUB/e\u0301", "x")

    return _zip(folder, change)


@hostile("duplicate")
def file_that_is_a_folder_too(folder: Path) -> Path:
    """Make this: file that is a folder too."""
    return _named(folder, "mimetype/evil")


# --- kinds of member


def _special(folder: Path, mode: int, content: str = "/etc/passwd") -> Path:
    def change(book: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("EPUB/link")
        info.create_system, info.external_attr = 3, (mode | 0o777) << 16
        book.writestr(info, content)

    return _zip(folder, change)


@hostile("special-file")
def symbolic_link(folder: Path) -> Path:
    """Make this: symbolic link."""
    return _special(folder, stat.S_IFLNK)


@hostile("special-file")
def device(folder: Path) -> Path:
    """Make this: device."""
    return _special(folder, stat.S_IFBLK, "")


@hostile("encrypted")
def encrypted_zip(folder: Path) -> Path:
    """Make this: encrypted zip."""
    data = bytearray(plain())
    directory = data.index(b"PK\1\2")
    data[6] |= 1
    data[directory + 8] |= 1
    return _written(folder / "book.epub", bytes(data))


@hostile("unsafe-zip")
def unknown_compression(folder: Path) -> Path:
    """Make this: unknown compression."""
    return _zip(folder, lambda book: book.writestr("EPUB/x", "x", zipfile.ZIP_LZMA))


# --- sizes


def _much(book: zipfile.ZipFile, name: str, megabytes: int) -> None:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.file_size = megabytes * MEGA
    with book.open(info, "w") as file:
        for _ in range(megabytes):
            file.write(bytes(MEGA))


@hostile("too-large")
def zip_bomb(folder: Path) -> Path:
    """Make this: zip bomb."""
    return _zip(folder, lambda book: _much(book, "EPUB/x.xhtml", 300))


@hostile("too-large")
def zip_bomb_of_many(folder: Path) -> Path:
    """Make this: zip bomb of many."""

    def change(book: zipfile.ZipFile) -> None:
        for number in range(100):
            _much(book, f"EPUB/{number}.txt", 7)

    return _zip(folder, change)


@hostile("damaged")
def zip_bomb_that_lies(folder: Path) -> Path:
    """Say that it holds ten bytes."""
    data = plain(lambda book: _much(book, "EPUB/x", 60))
    real, lie = struct.pack("<L", 60 * MEGA), struct.pack("<L", 10)
    return _written(folder / "book.epub", data.replace(real, lie))


@hostile("too-large")
def zip_bomb_within(folder: Path) -> Path:
    """Put the bomb in a ZIP in the ZIP."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as book:
        _much(book, "x", 300)
    return _zip(folder, lambda book: book.writestr("META-INF/source.zip", inner.getvalue()))


@hostile("nested")
def zips_within_zips(folder: Path) -> Path:
    """Make this: zips within zips."""
    data = plain()
    for _ in range(10):
        before, file = data, io.BytesIO()
        with zipfile.ZipFile(file, "w") as book:
            book.writestr("again.zip", before)
        data = file.getvalue()
    return _written(folder / "book.epub", data)


@hostile("overlap")
def overlapping_members(folder: Path) -> Path:
    """Let several names share one kernel, as in David Fifield's bomb."""
    kernel = zeros(6 * MEGA)[2:-4]
    crc = zlib.crc32(bytes(6 * MEGA))
    common = struct.pack("<5H3L", 20, 0, 8, 0, 33, crc, len(kernel), 6 * MEGA)
    data = b"PK\3\4" + common + struct.pack("<2H", 1, 0) + b"a" + kernel
    directory = b"".join(
        b"PK\1\2"
        + struct.pack("<H", 20)
        + common
        + struct.pack("<5H2L", 1, 0, 0, 0, 0, 0, 0)
        + name
        for name in (b"a", b"b", b"c")
    )
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 3, 3, len(directory), len(data), 0)
    return _written(folder / "book.epub", data + directory + end)


@hostile("too-many")
def hundred_thousand_entries(folder: Path) -> Path:
    """List more members than the end of the ZIP says, of which there can be 65,535."""
    entry = b"PK\1\2" + bytes(24) + struct.pack("<H", 1) + bytes(16) + b"a"
    directory = entry * 100_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 5, 5, len(directory), 4, 0)
    return _written(folder / "book.epub", b"PK\3\4" + directory + end)


@hostile("too-many")
def many_entries(folder: Path) -> Path:
    """Make this: many entries."""

    def change(book: zipfile.ZipFile) -> None:
        for number in range(20_000):
            book.writestr(f"{number}", "")

    return _zip(folder, change)


@hostile("unsafe-zip")
def hundred_thousand_entries_in_zip64(folder: Path) -> Path:
    """Make this: hundred thousand entries in zip64."""

    def change(book: zipfile.ZipFile) -> None:
        for number in range(100_000):
            book.writestr(f"{number}", "")

    return _zip(folder, change)


# --- not whole


@hostile("damaged")
def wrong_checksum(folder: Path) -> Path:
    """Make this: wrong checksum."""
    data = plain(lambda book: book.writestr("EPUB/x.txt", "the very words"))
    return _written(folder / "book.epub", data.replace(b"very words", b"evil words"))


@hostile("damaged")
def two_heads_for_a_member(folder: Path) -> Path:
    """Give another name before the bytes than in the directory."""
    return _written(folder / "book.epub", plain().replace(b"EPUB/text", b"EPUB/evil", 1))


@hostile("truncated")
def cut_off_zip(folder: Path) -> Path:
    """Make this: cut off zip."""
    return _written(folder / "book.epub", plain()[:100])


@hostile("damaged")
def directory_elsewhere(folder: Path) -> Path:
    """Make this: directory elsewhere."""
    return _written(folder / "book.epub", b"PK\3\4 before" + plain())


@hostile("truncated")
def empty_file(folder: Path) -> Path:
    """Make this: empty file."""
    return _written(folder / "book.epub", b"")


@hostile("not-a-file")
def folder_for_a_file(folder: Path) -> Path:
    """Make this: folder for a file."""
    (folder / "book.epub").mkdir()
    return folder / "book.epub"


@hostile("not-a-file")
def pipe_that_nobody_fills(folder: Path) -> Path:
    """Make this: pipe that nobody fills."""
    os.mkfifo(folder / "book.epub")
    return folder / "book.epub"


@hostile("not-a-file")
def device_without_end(_: Path) -> Path:
    """Make this: device without end."""
    return Path("/dev/zero")


@hostile("not-a-file")
def nothing_there(folder: Path) -> Path:
    """Make this: nothing there."""
    return folder / "none.epub"


@hostile("too-large")
def larger_than_any_book(folder: Path) -> Path:
    """Make this: larger than any book."""
    path = _written(folder / "book.epub", b"PK\3\4")
    os.truncate(path, 10**12)
    return path


# --- XML


def _xml(folder: Path, text: str) -> Path:
    return _zip(folder, lambda book: book.writestr("EPUB/content.opf", text))


@hostile("unsafe-xml")
def external_entity(folder: Path) -> Path:
    """Make this: external entity."""
    return _xml(folder, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')


@hostile("unsafe-xml")
def external_subset_by_parameter(folder: Path) -> Path:
    """Make this: external subset by parameter."""
    return _xml(folder, '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/evil.dtd"> %x;]><a/>')


@hostile("unsafe-xml")
def billion_laughs(folder: Path) -> Path:
    """Make this: billion laughs."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return _xml(folder, f'<!DOCTYPE a [<!ENTITY l0 "ha">{lines}]><a>&l11;</a>')


@hostile("not-xml")
def xml_without_bottom(folder: Path) -> Path:
    """Make this: xml without bottom."""
    return _xml(folder, "<a>" * 1_000_000)


@hostile("unsafe-xml")
def laughs_in_an_attribute(folder: Path) -> Path:
    """Make this: laughs in an attribute."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return _xml(folder, f'<!DOCTYPE a [<!ENTITY l0 "ha">{lines}]><a b="&l11;"/>')


# --- PDF


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
    return _written(path, data[:at] + b"%d" % (int(data[at:end]) - 7) + data[end:])


@hostile("damaged")
def wrong_offsets(folder: Path) -> Path:
    """Make this: wrong offsets."""
    path = _saved(folder, pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return _written(path, path.read_bytes().replace(b"%PDF-1.", b"%PDF-1.\n%%%%%%%%%%%\n", 1))


@hostile("truncated")
def cut_off_pdf(folder: Path) -> Path:
    """Make this: cut off pdf."""
    made = pdf()
    made.Root.X = Stream(made, os.urandom(5000))
    path = _saved(folder, made)
    return _written(path, path.read_bytes()[:2000])


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
    return _written(folder / "book.pdf", b"".join(parts))


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
