"""The payload of a bag -> its tag files: declaration, description, and manifests of both.

The Library of Congress's `bagit` judges them. It does not write them, because it declares
version 0.97, which is before RFC 8493, and lists tag files in the order of the directory.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from colofon import VERSION
from colofon.front import Front

ALGORITHMS = ("sha256", "sha512")
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
"""`bagit.txt`, to the letter (RFC 8493, 2.1.1)."""

ESCAPED = re.compile("%(?:0A|0D|25)", re.IGNORECASE)
"""How a manifest writes signs that would break its lines (RFC 8493, 2.1.3)."""


def files(front: Front, payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the tag files of a bag; its payload has names that begin with `data/`."""
    lines = (f"{name}: {value}\n" for name, value in _description(front, payload))
    tags = {"bagit.txt": DECLARATION.encode(), "bag-info.txt": "".join(lines).encode()}
    tags |= {f"manifest-{each}.txt": _manifest(each, payload) for each in ALGORITHMS}
    return tags | {f"tagmanifest-{each}.txt": _manifest(each, tags) for each in ALGORITHMS}


def _manifest(algorithm: str, files: Mapping[str, bytes]) -> bytes:
    """List files with their checksums, sorted by name (RFC 8493, 2.1.3)."""
    lines = []
    for name in sorted(files):
        if ESCAPED.search(name):
            raise ValueError(f"readers of a manifest would take «{name}» for another name")
        lines.append(f"{hashlib.new(algorithm, files[name]).hexdigest()}  {name}\n")
    return "".join(lines).encode()


def _description(front: Front, payload: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield what `bag-info.txt` says, in words that RFC 8493 reserves (2.2.2)."""
    size = sum(map(len, payload.values()))
    if front.publisher:
        yield "Source-Organization", _line(front.publisher.name)
    if front.description:
        yield "External-Description", _line(front.description)
    yield "Bagging-Date", front.issued.isoformat()
    yield "External-Identifier", front.identifier
    yield "Bag-Size", f"{size / 1e6:.1f} MB"
    yield "Payload-Oxum", f"{size}.{len(payload)}"
    yield "Internal-Sender-Identifier", f"{front.slug}, edition {front.edition}"
    makers = ", ".join(author.name for author in front.authors)
    yield "Internal-Sender-Description", _line(f"{makers}: {front.title}")
    yield "Bag-Software-Agent", f"Colofón {VERSION}"


def _line(text: str) -> str:
    """Set a text on one line."""
    return re.sub(r"\s+", " ", text)
