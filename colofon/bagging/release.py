"""What a release of Colofón is made of: the files on disk, and the source distribution of them."""

from __future__ import annotations

import io
import struct
import tarfile
import tomllib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from colofon import VERSION, styles
from colofon.zipped import FIRST_SECOND

PROJECT = (
    *("LICENSE", "README.md", "dodo.py", "pyproject.toml"),
    *("requirements.lock", "setup.py"),
)
"""The files beside the package that a rebuild or the licence asks for."""

LOCK = "requirements.lock"

KEPT = {".css", ".icc", ".md", ".mjs", ".po", ".py", ".rng", ".toml", ".ttf", ".txt"}
"""How the names of our files end; what an editor or a tool left there ends otherwise."""

BLOCK = 0xFFFF
"""The longest stored block of deflate, in bytes (RFC 1951, 3.2.4)."""


def files() -> dict[str, bytes]:
    """Read every file of the release, by its name from the root of the project, sorted.

    The package itself, `styles/` and what a rebuild needs; not tests and guides, which stay in
    git. It is the same whether Colofón runs from a checkout or where pip installed it.
    """
    found = {name: styles.RELEASE / name for name in PROJECT}
    found |= dict(_below(styles.PACKAGE, "colofon"))
    found |= dict(_below(styles.FOLDER, "styles"))
    return {name: found[name].read_bytes() for name in sorted(found)}


def _below(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    """Yield each file of a folder that is ours; `release` is what pip put beside it."""
    for path in folder.rglob("*"):
        steps = path.relative_to(folder).parts
        ours = path.suffix in KEPT and steps[0] != "release"
        if path.is_file() and ours and not path.name.startswith("."):
            yield "/".join((name, *steps)), path


def name() -> str:
    """Name the source distribution (PEP 625)."""
    return f"colofon-{VERSION}.tar.gz"


def distribution(release: Mapping[str, bytes]) -> bytes:
    """Pack the source distribution that pip installs (PEP 517, PEP 625, PEP 643).

    Owner, mode and time of every member are fixed. The compressor of the system decides nothing,
    because nothing is compressed: deflate has blocks that are stored as they are.
    """
    top = name().removesuffix(".tar.gz")
    members = {**release, "PKG-INFO": _metadata(release)}
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for each in sorted(members):
            info = tarfile.TarInfo(f"{top}/{each}")
            info.size, info.mtime, info.mode = len(members[each]), FIRST_SECOND, 0o644
            tar.addfile(info, io.BytesIO(members[each]))
    return _gzip(buffer.getvalue())


def _gzip(data: bytes) -> bytes:
    """Wrap data as gzip without compressing it (RFC 1952): no name, no time, no system."""
    blocks = [data[start : start + BLOCK] for start in range(0, len(data), BLOCK)] or [b""]
    parts = [b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"]
    for number, block in enumerate(blocks, start=1):
        length = len(block)
        parts += [struct.pack("<BHH", number == len(blocks), length, length ^ BLOCK), block]
    parts.append(struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFF_FFFF))
    return b"".join(parts)


def _metadata(release: Mapping[str, bytes]) -> bytes:
    """Write PKG-INFO, in which nothing is left for a build to decide (PEP 643)."""
    from packaging.metadata import Metadata, RawMetadata  # noqa: PLC0415  # takes a while

    project = tomllib.loads(release["pyproject.toml"].decode())["project"]
    extras = project.get("optional-dependencies", {})
    needed = [f'{each} ; extra == "{extra}"' for extra in extras for each in extras[extra]]
    raw: RawMetadata = {
        "metadata_version": "2.4",
        "name": project["name"],
        "version": VERSION,
        "summary": project["description"],
        "license_expression": project["license"],
        "license_files": project["license-files"],
        "requires_python": project["requires-python"],
        "requires_dist": [*project["dependencies"], *needed],
        "provides_extra": [*extras],
        "description_content_type": "text/markdown",
        "description": release[project["readme"]].decode(),
    }
    return bytes(Metadata.from_raw(raw).as_rfc822())
