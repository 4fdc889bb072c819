"""No machine has a part in the bytes: each variation, one by one, against a build without it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from colofon.bagging import release
from colofon.source import editions
from conftest import NO_CLIENTS, ROOT, new_project
from table import CONTROL, VARIATIONS, Variation
from works import big

PACKAGES = Path(__file__).parent / "packages.txt"
STABLE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """Return a folder that every user may enter, unlike pytest's."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def packages(place: Path) -> Path:
    """Install, apart from everything else, the packages that we do not use."""
    options = ["--no-deps", "--require-hashes", "--target", str(place / "packages")]
    command = [sys.executable, "-m", "pip", "install", "-q", *options, "-r", str(PACKAGES)]
    subprocess.run(command, check=True)
    return place / "packages"


def _told(variation: Variation, place: Path, packages: Path) -> tuple[str, dict[str, bytes]]:
    """Build two works under a variation; return what it sees, and every file that was made."""
    real = place / variation.name
    shown = place / f"{variation.name} shown" if variation.needs[:1] == ("disorderfs",) else real
    for folder in (real / "own", shown):
        folder.mkdir(parents=True, exist_ok=True)
    added = dict(variation.environment, **variation.prepare(real / "own"))
    for name, data in release.files().items():
        (real / name).parent.mkdir(parents=True, exist_ok=True)
        (real / name).write_bytes(data)
    project = new_project(real / variation.folder)
    shutil.copytree(ROOT / "source", project / "source", dirs_exist_ok=True)
    text = big(project / "source" / "obra", notes=18)
    (project / "source" / "obra.md").write_text(text, "utf-8")
    paths = [added.pop("PYTHONPATH", ""), str(packages) if variation.packages else "", str(shown)]
    path = {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    environment = {**os.environ, **NO_CLIENTS, **STABLE, **added, **path}
    for each in (real, *real.rglob("*")) if variation.prefix[:1] == ("setpriv",) else ():
        os.chown(each, 54321, 54321)
    with variation.mounted(real, shown):
        here = shown / variation.folder
        works = [edition.task for edition in editions(project)]
        seen = _run(variation, here, environment, "-c", f"print({variation.seen})")
        _run(variation, here, environment, "-m", "doit", "run", *works)
        return seen, _files(here / ".build")


def _run(variation: Variation, folder: Path, environment: dict[str, str], *command: str) -> str:
    """Run Python under a variation; return what it printed."""
    program = [str(shutil.which(variation.prefix[0]))] if variation.prefix else []
    done = subprocess.run(
        [*program, *variation.prefix[1:], sys.executable, *command],
        cwd=folder,
        env=environment,
        umask=variation.umask,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode(errors="replace")


def _files(build: Path) -> dict[str, bytes]:
    """Read all that was made, but for doit's memory and fontconfig's, and how long it took."""
    found = (path for path in build.rglob("*") if path.is_file())
    kept = (
        p
        for p in found
        if not {"fontconfig", "seconds"} & {*p.parts} and not p.name.startswith("doit.db")
    )
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in kept}


@pytest.fixture(scope="module")
def control(place: Path, packages: Path) -> dict[str, bytes]:
    """Build the works as they are built here."""
    return _told(CONTROL, place, packages)[1]


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda variation: variation.name)
def test_a_variation_changes_no_byte(
    variation: Variation, control: dict[str, bytes], place: Path, packages: Path
) -> None:
    """Under the variation, which is really there, every file of both works is what it was."""
    missing = variation.missing() + (
        ["root"] if variation.name in {"user_group", "domain_host"} and os.getuid() else []
    )
    if missing:
        (pytest.fail if "CI" in os.environ else pytest.skip)(f"not made: {', '.join(missing)}")
    usual = {**os.environ, **NO_CLIENTS, **STABLE}
    unvaried = _run(CONTROL, place / "control" / "project", usual, "-c", f"print({variation.seen})")
    seen, files = _told(variation, place, packages)
    assert seen != unvaried, f"{variation.name} was not there"
    assert {"por-la-paz/por-la-paz.epub", "obra/obra-large.pdf"} <= set(files)
    assert set(files) == set(control)
    assert not [name for name, data in files.items() if data != control[name]]
