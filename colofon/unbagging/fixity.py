"""The files of a bag and its manifests say the same, to the letter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from colofon.finding import Finding
from colofon.unbagging import saying

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
LENGTHS = {"sha256": 64, "sha512": 128}
"""The algorithms, and how many hexadecimal digits their checksums have."""

DESCRIPTION = {"bagit.txt", "bag-info.txt", *(f"manifest-{name}.txt" for name in LENGTHS)}
SEALS = {f"tagmanifest-{name}.txt" for name in LENGTHS}

LINE = re.compile(rb"([0-9A-Fa-f]+) +([^\r\n]+)")
"""A line of a manifest, ours or not."""

Files = Mapping[str, bytes]


def findings(path: Path, files: Files) -> Iterator[Finding]:
    """Yield what was changed, added or taken away, and every checksum that is not as we write it.

    RFC 8493 (2.4) lets a reader take capitals for small letters. We write small ones, so capitals
    are a change: nothing else would seal the tag manifests themselves.
    """
    tags = {name: data for name, data in files.items() if not name.startswith("data/")}
    for name in sorted((DESCRIPTION | SEALS) - set(tags)):
        yield _finding("bag-missing", path, name, "The bag has lost this file.")
    for name in sorted(set(tags) - DESCRIPTION - SEALS):
        yield _finding("bag-added", path, name, "No bag of ours has this file.")
    if tags.get("bagit.txt", DECLARATION) != DECLARATION:
        yield _finding(
            "bag-changed", path, "bagit.txt", "The declaration is not as RFC 8493 has it."
        )
    payload = {name: data for name, data in files.items() if name.startswith("data/")}
    oxum = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}\n".encode()
    if "bag-info.txt" in tags and oxum not in tags["bag-info.txt"].splitlines(keepends=True):
        message = "Its Payload-Oxum is not the size of the payload, or not stated."
        yield _finding("bag-changed", path, "bag-info.txt", message)
    described = {name: data for name, data in tags.items() if name in DESCRIPTION}
    for algorithm in LENGTHS:
        for kind, listed in (("manifest", payload), ("tagmanifest", described)):
            name = f"{kind}-{algorithm}.txt"
            if name in tags:
                yield from _manifest(path, algorithm, name, tags[name], listed)


def _manifest(
    path: Path, algorithm: str, name: str, data: bytes, files: Files
) -> Iterator[Finding]:
    """Hold one manifest against the files that it must list."""
    line = re.compile(rb"([0-9a-f]{%d})  ([^\r\n]+)" % LENGTHS[algorithm])
    stated: dict[str, str] = {}
    last = ""
    if not data.endswith(b"\n"):
        yield _finding("bag-checksum", path, name, "Its last line is cut off.")
    for number, each in enumerate(data.removesuffix(b"\n").split(b"\n"), start=1):
        match = LINE.fullmatch(each)
        listed = match[2].decode("utf-8", "replace") if match else ""
        if not line.fullmatch(each) or listed <= last:
            message = f"Line {number} is not a checksum in small letters and the next name."
            yield _finding("bag-checksum", path, name, message)
        if match:
            stated[listed] = match[1].decode().lower()
            last = listed
    yield from _compared(path, algorithm, stated, files)


def _compared(
    path: Path, algorithm: str, stated: Mapping[str, str], files: Files
) -> Iterator[Finding]:
    """Yield what was taken away, added and changed."""
    for name in sorted(stated.keys() - files.keys()):
        yield _finding("bag-missing", path, name, "The bag has lost this file.")
    for name in sorted(files.keys() - stated.keys()):
        yield _finding("bag-added", path, name, "No manifest lists this file.")
    for name in sorted(files.keys() & stated.keys()):
        if hashlib.new(algorithm, files[name]).hexdigest() != stated[name]:
            message = "This file is not what it was when the bag was made."
            yield _finding("bag-changed", path, name, message)


def _finding(code: str, path: Path, part: str, message: str) -> Finding:
    """Say what is wrong with one file of the bag."""
    return saying.finding(code, path, part, message, saying.ANOTHER)
