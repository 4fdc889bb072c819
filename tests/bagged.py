"""Bags that tests read and damage: the one of our edition, and a small one."""

from __future__ import annotations

import functools
import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from colofon import VERSION, inputs, lock, records, zipped
from colofon.bagging import Contents, bag, release
from colofon.bagging.tags import ALGORITHMS
from colofon.source import Edition
from finished import finished

SLUG = "por-la-paz"
TOP = f"{SLUG}.bag/"


@functools.cache
def contents() -> Contents:
    """Return what our edition's bag is made of."""
    return of(finished())


def of(edition: Edition) -> Contents:
    """Return what the bag of a finished work is made of."""
    ours = release.files()
    source = {
        path.relative_to(edition.root).as_posix(): path.read_bytes()
        for path in (edition.master_path, *edition.companions)
    }
    shared = {name for name in ours if name.startswith("styles/")}
    source |= {name: ours[name] for name in (*shared, "dodo.py", release.LOCK)}
    made = (path for path in edition.build.glob(f"{edition.slug}*") if path.suffix != ".zip")
    outputs = {path.name: path.read_bytes() for path in made}  # all but the bag itself
    front = inputs.gather(("front",), edition)["front"]
    return Contents(front, outputs, source, record(source, outputs, ours), ours)


def record(
    source: Mapping[str, bytes], outputs: Mapping[str, bytes], ours: Mapping[str, bytes]
) -> bytes:
    """Write a build record."""
    tools = lock.read(ours[release.LOCK].decode())
    return records.as_json(
        {
            "colofon": VERSION,
            "python": "3.11 to 3.13",
            "inputs": {name: digest(data) for name, data in source.items()},
            "outputs": {name: digest(data) for name, data in outputs.items()},
            "tools": {
                each.name: {"version": each.version, "sha256": each.hashes} for each in tools
            },
            "lines": {},
        }
    )


def digest(data: bytes) -> str:
    """Return the SHA-256 of data."""
    return hashlib.sha256(data).hexdigest()


@functools.cache
def whole() -> bytes:
    """Make the bag of our edition."""
    return bag(contents())


@functools.cache
def small() -> bytes:
    """Make a bag with few files, which can be read many times."""
    given = contents()
    few = {name: data for name, data in given.release.items() if "/" not in name}
    few[release.LOCK] = b"a==1 \\\n    --hash=sha256:" + b"a" * 64 + b"\n"
    source = {f"source/{SLUG}.md": given.source[f"source/{SLUG}.md"]}
    outputs = {f"{SLUG}.txt": b"Words.\n", f"{SLUG}.html": b"<p>Words.</p>\n"}
    made = record(source, outputs, few)
    return bag(replace(given, outputs=outputs, source=source, record=made, release=few))


def members(data: bytes) -> dict[str, bytes]:
    """Return the files of a bag, by their names in its folder."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name.removeprefix(TOP): file.read(name) for name in file.namelist()}


def unpacked(data: bytes, folder: Path) -> Path:
    """Unpack a bag of ours, and return its folder."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        file.extractall(folder)
    return folder / TOP


def packed(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write a bag as ours are written, with the right CRC for whatever is in it."""
    path = folder / f"{SLUG}.bag.zip"
    named = ((TOP + name, files[name]) for name in sorted(files))
    path.write_bytes(zipped.archive(named, contents().front.epoch))
    return path


def sealed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Write all manifests anew, as whoever hides a change would."""
    kept = {name: data for name, data in files.items() if "manifest-" not in name}
    payload = {name: data for name, data in kept.items() if name.startswith("data/")}
    size = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}"
    lines = kept["bag-info.txt"].decode().splitlines()
    lines = [size if line.startswith("Payload-Oxum") else line for line in lines]
    kept["bag-info.txt"] = "".join(f"{line}\n" for line in lines).encode()
    tags = {name: data for name, data in kept.items() if name not in payload}
    tags |= {f"manifest-{each}.txt": manifest(each, payload) for each in ALGORITHMS}
    return {
        **payload,
        **tags,
        **{f"tagmanifest-{each}.txt": manifest(each, tags) for each in ALGORITHMS},
    }


def manifest(algorithm: str, files: Mapping[str, Any]) -> bytes:
    """Write a manifest."""
    return b"".join(
        f"{hashlib.new(algorithm, files[name]).hexdigest()}  {name}\n".encode()
        for name in sorted(files)
    )
