"""A stranger's ZIP -> its members, read one by one, none before all that they claim is bearable."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from zipfile import ZipInfo

from colofon.finding import Place
from colofon.guarded import directory, files, names
from colofon.guarded.limits import LIMITS, Limits
from colofon.guarded.unsafe import Unsafe

CHUNK = 1 << 16
"""Bytes that are decompressed at a time."""

UNIX = 3
ENCRYPTED = 0x1 | 0x40
"""Bits that say so (APPNOTE 4.4.4)."""

LARGE = 8_000_000
"""Bytes from which a member that is packed very small is suspect."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What EPUB allows (OCF 3.3, 4.3)."""

LOCAL = struct.Struct("<4s5H3L2H")
"""What stands before each member's bytes (APPNOTE 4.3.7)."""

BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What zipfile raises of a file that is not as it should be."""


class Members(Mapping[str, bytes]):
    """The files in a ZIP by their names, in the order of its directory; folders are left out.

    All that the directory says is judged when the ZIP is opened, and each member's bytes
    and checksum when it is asked for; both raise Unsafe. `name` is what faults call bytes.
    """

    def __init__(self, source: Path | bytes, name: str = "", limits: Limits = LIMITS) -> None:
        self.name = name or (str(source) if isinstance(source, Path) else "ZIP")
        self.limits = limits
        self.data = source if isinstance(source, bytes) else files.read(source, limits.file)
        directory.count(self.data, Place(self.name), limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self.data))
        except BROKEN as error:
            text = "The ZIP's directory is damaged."
            raise Unsafe("damaged", text, Place(self.name)) from error
        listed = self._zip.infolist()
        self._judge(listed)
        self.infos = {each.filename: each for each in listed if not each.is_dir()}

    @property
    def comment(self) -> bytes:
        """What the ZIP says of itself as a whole."""
        return self._zip.comment

    def __getitem__(self, name: str) -> bytes:
        info = self.infos[name]
        return b"".join(self.chunks(info))

    def __iter__(self) -> Iterator[str]:
        return iter(self.infos)

    def __len__(self) -> int:
        return len(self.infos)

    def chunks(self, info: ZipInfo) -> Iterator[bytes]:
        """Yield the bytes of a member, never more than it claims; raises Unsafe at a fault."""
        place, came = self.place(info.filename), 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(CHUNK):
                    came += len(chunk)
                    yield chunk
        except zipfile.BadZipFile as error:
            text = "Its bytes do not have the checksum that the ZIP gives: it was damaged."
            text = text if "CRC" in str(error) else "Its head disagrees with the ZIP's directory."
            raise Unsafe("damaged", text, place) from error
        except BROKEN as error:
            raise Unsafe("damaged", "It cannot be decompressed: it was damaged.", place) from error
        if came != info.file_size:
            raise Unsafe("damaged", "It is shorter than the ZIP says.", place)

    def place(self, part: str) -> Place:
        """Return where a member stands."""
        return Place(self.name, part=part)

    def _judge(self, listed: list[ZipInfo]) -> None:
        """Raise Unsafe at the first thing in the directory that is not as in a ZIP of ours."""
        for info in listed:
            # zipfile cuts names at a null byte; what it kept is judged, and what it cut is seen
            fault = names.fault(info.orig_filename) or _fault(info, self.limits)
            if fault:
                code, text = fault if isinstance(fault, tuple) else ("unsafe-name", fault)
                raise Unsafe(code, f"It {text}.", self.place(info.orig_filename))
        twice = names.clash(each.filename for each in listed)
        if twice:
            text = "It is there twice, or some systems take it for another."
            raise Unsafe("duplicate", text, self.place(twice))
        total = sum(each.file_size for each in listed)
        if total > self.limits.total:
            text = f"The ZIP unpacks to {total:,} bytes; we read {self.limits.total:,} at most."
            raise Unsafe("too-large", text, Place(self.name))
        self._part(listed)

    def _part(self, listed: list[ZipInfo]) -> None:
        """Raise Unsafe if two members share bytes, or a member reaches into the directory."""
        ordered = sorted(listed, key=lambda each: each.header_offset)
        ends = [*(each.header_offset for each in ordered[1:]), self._zip.start_dir]
        for info, end in zip(ordered, ends, strict=False):
            head = self.data[info.header_offset : info.header_offset + LOCAL.size]
            if len(head) < LOCAL.size or not head.startswith(directory.LOCAL_SIGN):
                text = "The ZIP's directory points to something else."
                raise Unsafe("damaged", text, self.place(info.filename))
            *_, name, extra = LOCAL.unpack(head)
            if info.header_offset + LOCAL.size + name + extra + info.compress_size > end:
                text = "It shares bytes with another member."
                raise Unsafe("overlap", text, self.place(info.filename))
        if any(one.header_offset == other.header_offset for one, other in pairwise(ordered)):
            raise Unsafe("overlap", "Members share bytes.", Place(self.name))


def _fault(info: ZipInfo, limits: Limits) -> tuple[str, str] | None:
    """Say what is wrong with what the directory says of a member, with the code of the fault."""
    kind = stat.S_IFMT(info.external_attr >> 16) if info.create_system == UNIX else 0
    plain = kind in {0, stat.S_IFREG, stat.S_IFDIR if info.is_dir() else 0}
    size, most = info.file_size, limits.member
    faults = (
        (not plain, "special-file", "is a link or a special file"),
        (info.flag_bits & ENCRYPTED, "encrypted", "is encrypted"),
        (info.compress_type not in METHODS, "unsafe-zip", "is packed as EPUB does not allow"),
        (info.is_dir() and size, "unsafe-zip", "is a folder with content"),
        (size > most, "too-large", f"unpacks to {size:,} bytes; we read {most:,} at most"),
        (
            size > max(LARGE, limits.ratio * info.compress_size),
            "too-large",
            f"is packed more than {limits.ratio} times smaller than it is",
        ),
    )
    return next(((code, text) for wrong, code, text in faults if wrong), None)
