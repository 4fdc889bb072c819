"""What was made and what was judged, kept as small JSON files below `.build/<slug>/`."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from colofon.finding import Finding, Verdict
from colofon.source import Edition

SECONDS = "seconds"
"""The folder of a work's `.build/` that says how long each task took."""


@dataclass(frozen=True)
class Record:
    """What a stage or a format left: the SHA-256 of each file, and its findings."""

    maker: str
    files: dict[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    refused: bool = False
    """True if nothing was made: its findings, or those of an earlier stage, say why."""

    @staticmethod
    def path(edition: Edition, maker: str) -> Path:
        """Name the record of a maker."""
        return edition.build / "records" / f"{maker}.json"

    @classmethod
    def read(cls, edition: Edition, maker: str) -> Record:
        """Read the record of a maker."""
        data = json.loads(cls.path(edition, maker).read_bytes())
        findings = tuple(Finding.from_dict(each) for each in data["findings"])
        return cls(data["maker"], data["files"], findings, data["refused"])

    def write(self, edition: Edition) -> None:
        """Write this record in place of the last one."""
        data = {
            "maker": self.maker,
            "files": self.files,
            "findings": [finding.to_dict() for finding in self.findings],
            "refused": self.refused,
        }
        write(self.path(edition, self.maker), as_json(data))

    def untouched(self, edition: Edition) -> bool:
        """Tell whether every file is still what the maker wrote."""
        return all(sha256(edition.build / name) == digest for name, digest in self.files.items())


def verdict_path(edition: Edition, check: str) -> Path:
    """Name the verdict of a check."""
    return edition.build / "verdicts" / f"{check}.json"


def read_verdict(path: Path) -> Verdict:
    """Read a verdict."""
    return Verdict.from_dict(json.loads(path.read_bytes()))


def took(edition: Edition, what: str, task: str, started: float) -> None:
    """Keep how many seconds it took to make or judge something, in a file no task depends on.

    `started` is what `time.perf_counter` said.
    """
    path = edition.build / SECONDS / what / task
    write(path, f"{time.perf_counter() - started:.3f}\n".encode())


def seconds(edition: Edition) -> dict[str, dict[str, float]]:
    """Return how many seconds each task of a work took when it last ran: `made`, `judged`."""
    return {
        folder.name: {
            path.name: float(path.read_text("ascii")) for path in sorted(folder.glob("[!.]*"))
        }
        for folder in sorted((edition.build / SECONDS).glob("[!.]*"))
    }


def as_json(data: Any) -> bytes:
    """Write data as JSON that a person can read; the same data gives the same bytes.

    Half a character, as a damaged output may hold, is written as JSON escapes it.
    """
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing if there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def beside(path: Path) -> Path:
    """Name the file that becomes `path` when it is complete; a killed run leaves it."""
    return path.with_name(f".{path.name}.part")


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then into it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside(path).write_bytes(data)
    beside(path).replace(path)
