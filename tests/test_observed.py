"""What was merely observed of a machine stands in the report, and reaches nothing sealed."""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest

from colofon import ghostscript, observed, publish, records, registry
from colofon.source import Edition
from conftest import MASTER, doit, new_project

VERSION = re.compile(r"\d+(\.\d+)+")


@pytest.fixture(scope="session")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose only work has been built, checked and sealed."""
    folder = new_project(tmp_path_factory.mktemp("observed") / "project")
    (folder / "source" / "prueba.md").write_text(MASTER, "utf-8")
    done = doit(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_machine_is_described() -> None:
    """Python, libraries and validators by their versions, as they say them themselves."""
    seen = observed.machine()
    assert seen["python"] == platform.python_version()
    assert seen["machine"] == platform.machine()
    assert seen["distribution"]
    assert set(seen["layout"]) == {"Pango", "HarfBuzz", "fontconfig"}
    assert {"EPUBCheck", "Java", "veraPDF"} <= set(seen["validators"])
    versions = [*seen["layout"].values(), *seen["validators"].values()]
    assert all(VERSION.fullmatch(each) for each in versions)


def test_pango_is_the_one_that_lays_out() -> None:
    """The library that is asked is the one that WeasyPrint has loaded."""
    ask = "from weasyprint.text.ffi import ffi, pango; print(pango.pango_version())"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    major, minor, micro = map(int, observed.pango().split("."))
    assert int(done.stdout) == major * 10_000 + minor * 100 + micro


def test_what_is_missing_is_not_invented(monkeypatch: pytest.MonkeyPatch) -> None:
    """A validator that is not here is not named, nor a library's version."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(observed, "PANGO", ("libno-such-pango.so",))
    ghostscript.version.cache_clear()
    try:
        seen = observed.machine()
    finally:
        ghostscript.version.cache_clear()
    assert not {"Ghostscript", "Node", "Chromium"} & set(seen["validators"])
    assert seen["layout"]["Pango"] == ""


def test_the_report_tells_what_was_observed(reported: Path) -> None:
    """In the published report, with the seconds of each maker and check that it is gathered of."""
    report = json.loads((reported / "dist" / "prueba" / "report.json").read_bytes())
    seen = report["observed"]
    assert seen["python"] == platform.python_version()
    makers = {entry.name for entry in (*registry.STAGES, *registry.FORMATS)}
    assert makers <= set(seen["seconds"]["made"])
    assert set(seen["seconds"]["judged"]) == {entry.name for entry in registry.CHECKS}
    assert all(each >= 0 for each in seen["seconds"]["made"].values())
    assert sum(seen["seconds"]["made"].values()) > 0.1


def test_seconds_make_nothing_run_again(reported: Path) -> None:
    """Other seconds, or none at all: a second run still does nothing."""
    edition = Edition("prueba", reported)
    records.write(edition.build / records.SECONDS / "made" / "epub", b"999.000\n")
    (edition.build / records.SECONDS / "judged" / "nu").unlink()
    lines = doit(reported).stdout.splitlines()
    assert [line for line in lines if not line.startswith("-- ")] == []


def test_nothing_observed_is_sealed(reported: Path) -> None:
    """The report has no sum, and no other published file has what only the report should tell."""
    dist = reported / "dist"
    assert not [name for name in publish.read_sums(dist) if name.endswith("report.json")]
    seen = observed.machine()
    said = [seen["distribution"].encode(), seen["layout"]["HarfBuzz"].encode() + b" "]
    record = (dist / "prueba" / "buildinfo.json").read_bytes()
    assert not [each for each in said if each in record]
    assert b"observed" not in record
