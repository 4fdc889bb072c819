"""A ZIP that somebody sent -> its files in a folder, or a clear refusal before any is written."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from colofon.finding import Refused
from colofon.unbagging.saying import finding

MEMBERS = 10_000
BYTES = 120_000_000
"""What a bag may hold: the largest work has some hundred files of a few MB."""


def unpack(path: Path, into: Path) -> None:
    """Unpack a ZIP into an empty folder; raise `Refused` if it is damaged or not to be trusted."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            fault = _fault(infos)
            if fault:
                raise Refused([finding("unsafe-zip", path, "", fault)])
            for info in infos:
                target = into / info.filename
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        message = f"The ZIP is damaged: {error}."
        raise Refused([finding("damaged", path, "", message)]) from error
    except (OSError, RuntimeError, ValueError, struct.error) as error:  # encrypted; lies
        message = f"The ZIP cannot be read: {error}."
        raise Refused([finding("damaged", path, "", message)]) from error


def _fault(infos: list[zipfile.ZipInfo]) -> str:
    """Say why a ZIP is not unpacked, or nothing."""
    if len(infos) > MEMBERS or sum(info.file_size for info in infos) > BYTES:
        return f"The ZIP holds more than {MEMBERS:,} files or {BYTES:,} bytes."
    seen = set[str]()
    for info in infos:
        parts = PurePosixPath(info.filename).parts
        plain = str(PurePosixPath(*parts)) == info.filename and info.filename.isprintable()
        if not plain or info.filename.startswith("/") or ".." in parts or "\\" in info.filename:
            return f"«{info.filename}» is not the plain name of a file."
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            return f"«{info.filename}» is packed in a way that no bag needs."
        if info.create_system == 3 and info.external_attr >> 28 not in {0, 8}:  # noqa: PLR2004
            return f"«{info.filename}» is not a plain file."
        if info.filename.casefold() in seen:
            return f"«{info.filename}» is there twice."
        seen.add(info.filename.casefold())
    return ""
