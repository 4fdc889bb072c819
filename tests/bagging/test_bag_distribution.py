"""The source distribution is whole, has the same bytes everywhere, and pip installs it."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

from bagged import SLUG, contents
from colofon import VERSION, lock
from colofon.bagging import release
from colofon.zipped import FIRST_SECOND
from conftest import NO_CLIENTS, ROOT

TOP = f"colofon-{VERSION}/"


def packed() -> dict[str, tuple[tarfile.TarInfo, bytes]]:
    """Read the distribution with Python's own gzip and tarfile."""
    found = {}
    data = gzip.decompress(contents().distribution)
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for info in tar:
            file = tar.extractfile(info)
            assert file
            found[info.name.removeprefix(TOP)] = (info, file.read())
    return found


def test_it_holds_what_git_holds() -> None:
    """Each file of package and `styles/` that git knows or would, and the project's own."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        [*command, "colofon", "styles"], cwd=ROOT, capture_output=True, check=False
    )
    tracked = set(filter(None, listed.stdout.decode().split("\0")))
    if not tracked:
        pytest.skip("this is no checkout")
    found = packed()
    assert tracked | set(release.PROJECT) == set(found) - {"PKG-INFO"}
    for name in tracked | set(release.PROJECT):
        assert found[name][1] == (ROOT / name).read_bytes()


def test_members_name_no_machine() -> None:
    """One folder of the right name (PEP 625); sorted; owner, mode and time are fixed."""
    assert release.name() == f"colofon-{VERSION}.tar.gz"
    found = packed()
    assert list(found) == sorted(found)
    for info, _ in found.values():
        assert info.name.startswith(TOP)
        assert (0, 0, "", "", 0o644, FIRST_SECOND) == (
            *(info.uid, info.gid, info.uname, info.gname, info.mode, info.mtime),
        )


def test_nothing_is_left_to_a_compressor() -> None:
    """The header names no time and no system, and every block of deflate is stored."""
    data = contents().distribution
    assert data[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    at, last = 10, 0
    while not last:
        last, length = data[at], int.from_bytes(data[at + 1 : at + 3], "little")
        assert last in {0, 1}
        assert length ^ 0xFFFF == int.from_bytes(data[at + 3 : at + 5], "little")
        at += 5 + length
    assert at + 8 == len(data)


def test_its_metadata_are_valid() -> None:
    """PKG-INFO says what pyproject.toml says (PEP 643)."""
    said = Metadata.from_email(packed()["PKG-INFO"][1], validate=True)
    assert (said.name, str(said.version)) == ("colofon", VERSION)
    assert said.license_expression == "AGPL-3.0-or-later"
    assert str(said.requires_python) == ">=3.11"
    needed = {each.name for each in said.requires_dist or [] if each.marker is None}
    locked = {each.name for each in lock.read((ROOT / release.LOCK).read_text("utf-8"))}
    assert {"weasyprint", "pikepdf"} <= needed & locked
    assert (said.description or "").startswith("# Colofón")


def test_pip_installs_it_and_it_makes_the_same_edition(tmp_path: Path) -> None:
    """Installed without the checkout, it makes every output again, and the same distribution."""
    archive, place = tmp_path / release.name(), tmp_path / "installed"
    archive.write_bytes(contents().distribution)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    alone = {**os.environ, **NO_CLIENTS, "PYTHONPATH": str(place)}
    subprocess.run(
        [*pip, "--no-build-isolation", "--target", str(place), str(archive)],
        env={**os.environ, "PIP_CONFIG_FILE": os.devnull},
        check=True,
        cwd=tmp_path,
    )
    project = tmp_path / "project"
    for name, data in contents().source.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    subprocess.run(
        [sys.executable, "-m", "doit", SLUG],
        cwd=project,
        env=alone,
        check=True,
        capture_output=True,
    )
    for name, data in contents().made.items():
        assert (project / ".build" / SLUG / name).read_bytes() == data, name
    program = (
        "import hashlib; from colofon.bagging import release as ours;"
        "made = ours.distribution(ours.files());"
        "print(ours.__file__, hashlib.sha256(made).hexdigest())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=project, env=alone, check=True, capture_output=True
    )
    where, digest = ran.stdout.decode().split()
    assert Path(where).is_relative_to(place)
    assert digest == hashlib.sha256(contents().distribution).hexdigest()


@pytest.mark.parametrize("text", ["a>=1 --hash=sha256:" + "a" * 64, "a==1", "a==1 --hash=md5:ab"])
def test_a_lock_that_locks_nothing_is_a_bug(text: str) -> None:
    """Each tool has one version and its hashes."""
    with pytest.raises(ValueError, match="not locked"):
        lock.read(text + "\n")


def test_the_lock_is_read_whole() -> None:
    """Each requirement, its hashes, and where it is needed."""
    text = (ROOT / release.LOCK).read_text("utf-8")
    found = lock.read(text)
    assert len(found) == text.count("==") - text.count("== '")
    assert sum(len(each.hashes) for each in found) == text.count("--hash=")
    markers = {each.name: each.marker for each in found if each.marker}
    assert markers["brotli"] == "platform_python_implementation == 'CPython'"
