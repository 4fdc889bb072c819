"""What decides the bytes of a work, and what they are -> its build record, `buildinfo.json`.

The record holds nothing that was merely observed (which Python, which Pango, which machine): it
is the same wherever the same materials are made into the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from colofon import PYTHON, VERSION, lock, materials, records
from colofon.front import Front
from colofon.source import Edition

NAME = "buildinfo.json"

DECIDING = ("colofon", "inputs", "python", "tools")
"""The parts of a record that decide all others."""

Lines = Mapping[str, list[list[str]]]
"""For each file that is laid out: for each page, the last word of each line."""


def deciding(edition: Edition) -> dict[str, Any]:
    """Return what decides the bytes of a work, as it is now.

    `inputs` has the SHA-256 of each material, `tools` the version and digests of each package
    of the lock.
    """
    found = materials.of(edition)
    tools = lock.read(found[materials.LOCK].read_text("utf-8"))
    return {
        "colofon": VERSION,
        "inputs": {name: records.sha256(path) for name, path in sorted(found.items())},
        "python": PYTHON,
        "tools": {
            tool.name: {"version": tool.version, "sha256": list(tool.hashes)} for tool in tools
        },
    }


def digest(decided: Mapping[str, Any]) -> str:
    """Return the exact digest of all that decides: the SHA-256 of those parts of a record.

    They are written as JSON without white space, keys sorted, in UTF-8 (as RFC 8785 has it:
    no number of theirs is a fraction).
    """
    parts = {key: decided[key] for key in DECIDING}
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def make(
    edition: Edition, front: Front, text: str, outputs: Mapping[str, str], lines: Lines
) -> bytes:
    """Write the record of a work.

    `outputs` maps the name of each to its SHA-256; `text` is the digest of the reading text.
    """
    decided = deciding(edition)
    record = {
        **decided,
        "digest": digest(decided),
        "edition": front.edition,
        "issued": front.issued.isoformat(),
        "lines": lines,
        "outputs": outputs,
        "text": text,
        "work": edition.slug,
    }
    return (_written(record, 0) + "\n").encode()


def read(path: Path) -> dict[str, Any] | None:
    """Read a record, or nothing where there is none, or one that is damaged."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def decided_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether the bytes of two records must be the same."""
    return all(one.get(key) == other.get(key) for key in DECIDING)


def _written(data: Any, depth: int) -> str:
    """Write JSON with a line for each list of words, so that a difference can be read."""
    if not isinstance(data, (Mapping, list)) or not data or _flat(data):
        return json.dumps(data, ensure_ascii=False)
    space, end = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(data, list):
        return (
            f"[{space}" + f",{space}".join(_written(each, depth + 1) for each in data) + f"{end}]"
        )
    rows = (
        f"{json.dumps(key, ensure_ascii=False)}: {_written(data[key], depth + 1)}"
        for key in sorted(data)
    )
    return f"{{{space}" + f",{space}".join(rows) + f"{end}}}"


def _flat(data: Mapping[str, Any] | list[Any]) -> bool:
    """Tell whether data is a list of words and numbers."""
    return isinstance(data, list) and not any(isinstance(each, (Mapping, list)) for each in data)
