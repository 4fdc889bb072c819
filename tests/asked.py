"""A command of ours in a process that is watched, and finished files with another source."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT
from finished import edited_epub

SOURCE = "META-INF/source.zip"

WATCHED = """
import json, resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "colofon", *sys.argv[1:]], capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([done.returncode, done.stdout.decode(), done.stderr.decode(), used]))
"""
"""What runs a command: no memory but that of the command and its children counts."""


class Answered(NamedTuple):
    """What a command said, and what it took."""

    code: int
    out: str
    err: str
    memory: int
    """kB that its largest process had in use."""
    seconds: float


def asked(folder: Path, *arguments: str | Path) -> Answered:
    """Run a command in `folder`, where its temporary files and its home are too."""
    began = time.monotonic()
    environment = {"PYTHONPATH": str(ROOT), "TMPDIR": str(folder), "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    assert not done.stderr
    code, out, err, memory = json.loads(done.stdout)
    return Answered(code, out, err, memory, time.monotonic() - began)


def refused(answered: Answered) -> str:
    """Return the one line with which a command refused something; it says nothing else."""
    assert (answered.code, answered.out) == (1, ""), answered
    [line] = answered.err.splitlines()
    assert line.isprintable()
    assert "Traceback" not in line
    return line


def with_source(folder: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """Copy the finished EPUB after `change` has worked on the files of the source in it."""

    def put(members: dict[str, bytes]) -> None:
        with zipfile.ZipFile(io.BytesIO(members[SOURCE])) as source:
            files = {name: source.read(name) for name in source.namelist()}
        change(files)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as source:
            for name, data in files.items():
                source.writestr(name, data)
        members[SOURCE] = packed.getvalue()

    return edited_epub(folder, put)
