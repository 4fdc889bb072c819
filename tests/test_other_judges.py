"""The files that printers are sent, before a judge that we did not write: qpdf."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from colofon import inputs
from finished import finished

MISSING = (
    "qpdf is not installed. Debian: sudo apt install qpdf; "
    "Fedora: sudo dnf install qpdf; macOS: brew install qpdf."
)


@pytest.mark.parametrize("part", ["interiors", "wraps"])
def test_qpdf_finds_nothing(part: str) -> None:
    """`qpdf --check` reads every object and stream, and has nothing to say."""
    assert shutil.which("qpdf"), MISSING
    for path in inputs.gather((part,), finished())[part].values():
        command = ["qpdf", "--check", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
