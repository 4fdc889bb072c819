"""Build record, bill of materials, crate and lock of a bag say the same of the same files."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from pydantic import ValidationError

from colofon.finding import Finding
from colofon.unbagging import saying
from colofon.unbagging.models import Bill, Crate, Record

PROJECT, OUTPUTS, TOOLS = "data/project/", "data/outputs/", "data/tools/"
RECORD, BILL, CRATE = "data/buildinfo.json", "data/bom.cdx.json", "data/ro-crate-metadata.json"
LOCK, PANGO = "data/tools/requirements.lock", "data/tools/pango.toml"

Files = Mapping[str, bytes]
Tools = dict[tuple[str, str], set[str]]
"""Name and version of each tool, and the SHA-256 of its files."""


@dataclass(frozen=True)
class Parts:
    """What is compared."""

    path: Path
    files: Files
    record: Record
    bill: Bill
    crate: Crate

    def finding(self, code: str, part: str, message: str) -> Finding:
        """Say what disagrees with what."""
        return saying.finding(code, self.path, part, message, saying.TOGETHER)

    def below(self, folder: str) -> dict[str, str]:
        """Return the SHA-256 of each file of a folder, by its name from there."""
        return {
            name.removeprefix(folder): hashlib.sha256(data).hexdigest()
            for name, data in self.files.items()
            if name.startswith(folder)
        }


def findings(path: Path, files: Files) -> Iterator[Finding]:
    """Yield every disagreement; where a list cannot be read, only that."""
    read = {}
    for name, model in ((RECORD, Record), (BILL, Bill), (CRATE, Crate)):
        try:
            read[name] = model.model_validate_json(files.get(name, b""))
        except ValidationError as error:
            first = error.errors()[0]
            message = f"It cannot be read: {first['msg']}."
            yield saying.finding("bag-unreadable", path, name, message)
    if len(read) == len((RECORD, BILL, CRATE)):
        parts = Parts(path, files, *read.values())  # type: ignore[arg-type]  # as asked above
        yield from _record(parts)
        yield from _tools(parts)
        yield from _bill(parts)
        yield from _crate(parts)


def _record(parts: Parts) -> Iterator[Finding]:
    """Hold the build record against outputs and project."""
    made, had = parts.record.outputs, parts.below(OUTPUTS)
    for name in sorted({*made, *had}):
        if made.get(name) != had.get(name):
            message = f"{name} is not the output that the build record lists."
            yield parts.finding("bag-record", OUTPUTS + name, message)
    had = parts.below(PROJECT)
    for name, digest in sorted(parts.record.inputs.items()):
        if had.get(name) != digest:
            message = f"{name} is not what the build record says was read."
            yield parts.finding("bag-record", PROJECT + name, message)


def _tools(parts: Parts) -> Iterator[Finding]:
    """Hold the tools of record and bill, and the project's lock, against the lock."""
    locked = lock(parts.files.get(LOCK, b""))
    if parts.files.get(f"{PROJECT}requirements.lock", b"") not in {b"", parts.files.get(LOCK)}:
        yield parts.finding("bag-lock", LOCK, "The project has another lock.")
    for name, tool in sorted(parts.record.tools.items()):
        if locked.get((_plain(name), tool.version)) != set(tool.sha256):
            message = f"The lock has not the {name} {tool.version} of the build record."
            yield parts.finding("bag-lock", RECORD, message)
    listed = parts.bill.tools()
    for key in sorted({*locked, *listed}):
        if locked.get(key) != listed.get(key):
            message = f"Bill of materials and lock differ in {' '.join(key)}."
            yield parts.finding("bag-bill", BILL, message)


def _bill(parts: Parts) -> Iterator[Finding]:
    """Hold the bill's other entries against our distribution, Debian's packages and the project."""
    ours = f"colofon-{parts.record.colofon}.tar.gz"
    if parts.bill.hashes("pkg:generic/colofon@") != {parts.below(TOOLS).get(ours)}:
        yield parts.finding("bag-bill", TOOLS + ours, "The bill has not our source distribution.")
    try:
        releases = tomllib.loads(parts.files.get(PANGO, b"").decode())["release"]
        packages = {each["sha256"] for one in releases for each in one["packages"]}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, RecursionError):
        packages = set()
    if not packages or parts.bill.hashes("pkg:deb/") != packages:
        yield parts.finding("bag-bill", PANGO, "The bill has other packages of Pango.")
    had = parts.below(PROJECT)
    for name, digests in sorted(parts.bill.files().items()):
        if digests != {had.get(name)}:
            yield parts.finding("bag-bill", PROJECT + name, "The bill has another file.")


def _crate(parts: Parts) -> Iterator[Finding]:
    """Hold what the crate says of each file against the files."""
    had = parts.below("data/")
    had.pop(CRATE.removeprefix("data/"), None)
    said = {unquote(name): digest for name, digest in parts.crate.files().items()}
    for name in sorted({*had, *said}):
        if had.get(name) != said.get(name):
            message = "The crate describes another file, or none."
            yield parts.finding("bag-crate", f"data/{name}", message)


def lock(data: bytes) -> Tools:
    """Read each tool of a lock, and the hashes that pip may take for it."""
    found: Tools = {}
    text = data.decode("utf-8", "replace")
    for match in re.finditer(r"^([\w.-]+)==(\S+)((?:[^\n]*\\\n)*[^\n]*)$", text, re.MULTILINE):
        hashes = re.findall(r"--hash=sha256:([0-9a-f]+)", match[3])
        found.setdefault((_plain(match[1]), match[2]), set()).update(hashes)
    return found


def _plain(name: str) -> str:
    """Write a package's name as the index does (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
