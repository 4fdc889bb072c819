"""ZIPs that somebody could send to do harm, and what is no file at all."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from sending import MEGA, Table, entering, plain, written, zeros

HOSTILE: Table = {}
hostile = entering(HOSTILE)


def _zip(folder: Path, changes: Callable[[zipfile.ZipFile], None]) -> Path:
    return written(folder / "book.epub", plain(changes))


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
    return written(folder / "book.epub", data.replace(b"good.txt0evil", b"good.txt\0evil"))


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
    return written(folder / "book.epub", data.replace(b"EPUB/tent", b"EPUB/text"))


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
    return written(folder / "book.epub", bytes(data))


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
    return written(folder / "book.epub", data.replace(real, lie))


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
    return written(folder / "book.epub", data)


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
    return written(folder / "book.epub", data + directory + end)


@hostile("too-many")
def hundred_thousand_entries(folder: Path) -> Path:
    """List more members than the end of the ZIP says, of which there can be 65,535."""
    entry = b"PK\1\2" + bytes(24) + struct.pack("<H", 1) + bytes(16) + b"a"
    directory = entry * 100_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 5, 5, len(directory), 4, 0)
    return written(folder / "book.epub", b"PK\3\4" + directory + end)


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
    return written(folder / "book.epub", data.replace(b"very words", b"evil words"))


@hostile("damaged")
def two_heads_for_a_member(folder: Path) -> Path:
    """Give another name before the bytes than in the directory."""
    return written(folder / "book.epub", plain().replace(b"EPUB/text", b"EPUB/evil", 1))


@hostile("truncated")
def cut_off_zip(folder: Path) -> Path:
    """Make this: cut off zip."""
    return written(folder / "book.epub", plain()[:100])


@hostile("damaged")
def directory_elsewhere(folder: Path) -> Path:
    """Make this: directory elsewhere."""
    return written(folder / "book.epub", b"PK\3\4 before" + plain())


@hostile("truncated")
def empty_file(folder: Path) -> Path:
    """Make this: empty file."""
    return written(folder / "book.epub", b"")


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
    path = written(folder / "book.epub", b"PK\3\4")
    os.truncate(path, 10**12)
    return path
