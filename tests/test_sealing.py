"""What is sealed: nothing overwrites it by chance, and it holds what decides, and no more."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from pathlib import Path
from typing import Any

import pytest
from sealed_project import SLUG, Python, copied, run, sealed

from colofon import PYTHON, lock, materials, observed
from conftest import ROOT

BAG = f"{SLUG}/{SLUG}.bag.zip"
REPORT = f"{SLUG}/report.json"
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")

WATCH = """\
import os, sys
seen = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def watch(event, given):
    if event != "open" or not isinstance(given[0], str):
        return
    if isinstance(given[1], str) and set(given[1]) & set("wax+"):
        return
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == "make" and frame.f_code.co_filename.endswith("/tasks.py"):
            os.write(seen, (os.path.abspath(given[0]) + "\\n").encode())
            return
        frame = frame.f_back
sys.addaudithook(watch)
"""
"""Notes every file that Python opens to read it while `tasks.make` runs a maker (PEP 578)."""


def _held(folder: Path) -> dict[str, bytes]:
    """Read every file of `dist/`."""
    dist = folder / "dist"
    files = (path for path in sorted(dist.rglob("*")) if path.is_file())
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in files}


def _busy(output: str) -> list[str]:
    """Return the lines of tasks that ran."""
    return [line for line in output.splitlines() if not line.startswith("-- ")]


def _edit(path: Path, old: str, new: str) -> None:
    """Change a string, which must be there once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a copy of a sealed project that has its own package, to be changed."""
    return copied(tmp_path / "book", built=True)


@pytest.fixture(scope="session")
def record() -> dict[str, Any]:
    """Return a sealed build record."""
    found: dict[str, Any] = json.loads((sealed() / "dist" / SLUG / "buildinfo.json").read_bytes())
    return found


def test_other_bytes_of_the_same_materials_must_be_accepted(book: Path) -> None:
    """Without that: exit 1, one line that names the file, nothing written. With it: published."""
    before = _held(book)
    _edit(book / "colofon" / "zipped.py", "PERMISSIONS << 16", "(PERMISSIONS | 0o111) << 16")

    done = run(book)

    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    [line] = [each for each in said.splitlines() if "left as it was" in each]
    assert f"{SLUG}.epub" in line
    assert "doit seal --accept" in line
    assert before == _held(book)

    assert run(book, "seal", "--accept").returncode == 0
    after = _held(book)
    changed = {name for name in before if before[name] != after[name]}
    assert {"SHA256SUMS", BAG, f"{SLUG}/{SLUG}.epub", f"{SLUG}/buildinfo.json"} <= changed
    assert f"{SLUG}/{SLUG}.txt" not in changed
    second = run(book)
    assert second.returncode == 0
    assert _busy(second.stdout) == []
    assert after == _held(book)


@pytest.mark.parametrize("text", [None, "{}\n"])
def test_a_lost_record_does_not_free_the_bytes(book: Path, text: str | None) -> None:
    """Where nobody knows what decided the bytes, they must be those of the sums."""
    path = book / "dist" / SLUG / "buildinfo.json"
    whole = path.read_bytes()
    path.unlink()
    if text is not None:
        path.write_text(text)
    _edit(book / "colofon" / "zipped.py", "PERMISSIONS << 16", "(PERMISSIONS | 0o111) << 16")
    done = run(book)
    assert done.returncode == 1
    assert f"{SLUG}.epub" in done.stdout + done.stderr
    _edit(book / "colofon" / "zipped.py", "(PERMISSIONS | 0o111) << 16", "PERMISSIONS << 16")
    assert run(book).returncode == 0
    assert path.read_bytes() == whole


def test_other_materials_are_sealed_freely(book: Path) -> None:
    """Another word of a note is another edition: nobody must accept it."""
    before = _held(book)
    _edit(
        book / "source" / f"{SLUG}.md",
        "[^ed-circo]: El Circo Moderno",
        "[^ed-circo]: El Circo Viejo",
    )
    done = run(book)
    assert done.returncode == 0, done.stdout + done.stderr
    after = _held(book)
    for name in ("SHA256SUMS", f"{SLUG}/buildinfo.json", f"{SLUG}/{SLUG}.txt"):
        assert before[name] != after[name]
    assert _busy(run(book).stdout) == []


def test_a_comment_in_our_code_changes_no_sealed_byte(book: Path) -> None:
    """Only the bag holds our code, and the report tells of the bag; neither is sealed."""
    before = _held(book)
    with (book / "colofon" / "zipped.py").open("a") as file:
        file.write("# a comment\n")
    done = run(book)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f".  {SLUG}:epub" in done.stdout
    after = _held(book)
    assert {BAG} <= {name for name in after if before.get(name) != after[name]} <= {BAG, REPORT}


def test_the_record_holds_what_decides_and_no_more(record: dict[str, Any]) -> None:
    """No version of this Python or Pango, no path, no date but that of the issue."""
    keys = ("colofon", "digest", "edition", "inputs", "issued", "lines", "outputs", "python")
    assert sorted(record) == [*keys, "text", "tools", "work"]
    assert record["python"] == PYTHON
    said = json.dumps({key: record[key] for key in record if key not in {"lines", "tools"}})
    assert set(DATE.findall(said)) == {record["issued"]}
    for seen in (platform.python_version(), observed.pango(), str(sealed()), str(ROOT)):
        assert seen not in said
    assert not re.search(r'"/|"[a-z]:', said, re.IGNORECASE)
    assert BAG.partition("/")[2] not in record["outputs"]


def test_the_exact_digest_is_that_of_what_decides(record: dict[str, Any]) -> None:
    """It is computed here as docs/verify.md says, without our code."""
    decided = {key: record[key] for key in ("colofon", "inputs", "python", "tools")}
    text = json.dumps(decided, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert record["digest"] == hashlib.sha256(text.encode()).hexdigest()
    for name, digest in record["inputs"].items():
        assert digest == hashlib.sha256((sealed() / name).read_bytes()).hexdigest()
    for name, digest in record["outputs"].items():
        path = sealed() / "dist" / SLUG / name
        assert digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_makers_read_all_inputs_and_nothing_else(tmp_path: Path, record: dict[str, Any]) -> None:
    """Every file that a maker opens below the project is code, made, or an input; and all are."""
    folder, python = copied(tmp_path / "book"), Python(tmp_path / "python")
    log = tmp_path / "opened"
    python.write("sitecustomize.py", WATCH.format(log=str(log)))
    names = sorted({path.removesuffix(".json") for path in _makers()})
    done = run(folder, *(f"{SLUG}:{name}" for name in names), python=python.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    opened = {Path(line) for line in log.read_text().splitlines()}
    ours = {path.relative_to(folder) for path in opened if path.is_relative_to(folder)}
    read = {path.as_posix() for path in ours if path.parts[0] not in {".build", "colofon"}}
    assert read == set(record["inputs"])


def _makers() -> list[str]:
    """Name the records of what is made; not the bag, which holds our release whole."""
    found = (sealed() / ".build" / SLUG / "records").glob("*.json")
    return [path.name for path in found if path.stem != "bag"]


def test_both_locks_have_the_same_tools() -> None:
    """What tests run with is what editions are made with: version, hashes and markers."""
    tested = set(lock.read((ROOT / "requirements-test.lock").read_text("utf-8")))
    made = set(lock.read((ROOT / materials.LOCK).read_text("utf-8")))
    assert made
    assert {(tool.name, tool.version, tool.hashes) for tool in made} <= {
        (tool.name, tool.version, tool.hashes) for tool in tested
    }


def test_of_two_versions_the_first_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python imports: what stands first on its path hides the other."""
    for folder, version in (("first", "1.0"), ("second", "2.0")):
        info = tmp_path / folder / f"oddity-{version}.dist-info"
        info.mkdir(parents=True)
        text = f"Metadata-Version: 2.1\nName: oddity\nVersion: {version}\n"
        (info / "METADATA").write_text(text)
    monkeypatch.setattr("sys.path", [str(tmp_path / "first"), str(tmp_path / "second")])
    [found] = lock.differences([])
    assert str(found) == "oddity 1.0 is installed, and is not in the lock"
