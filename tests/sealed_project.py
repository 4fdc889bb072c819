"""A project with its own copy of our package, built and sealed once; and Pythons of its own."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from conftest import NO_CLIENTS, ROOT

SLUG = "por-la-paz"
OURS = ("colofon", "styles", "source")
BESIDE = ("LICENSE", "README.md", "dodo.py", "pyproject.toml", "requirements.lock", "setup.py")

_FOLDER = tempfile.TemporaryDirectory(prefix="colofon-sealed-")


@functools.cache
def sealed() -> Path:
    """Build and seal our edition in a project that has code, styles and lock of its own."""
    folder = Path(_FOLDER.name) / "sealed"
    for name in OURS:
        shutil.copytree(ROOT / name, folder / name)
    for name in BESIDE:
        shutil.copy(ROOT / name, folder)
    done = run(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def copied(into: Path, *, built: bool = False) -> Path:
    """Copy the sealed project, to be altered; with what was built in between, or without."""
    left = shutil.ignore_patterns(*([] if built else [".build"]))
    shutil.copytree(sealed(), into, ignore=left)
    return into


def run(
    folder: Path, *arguments: str, python: str = sys.executable
) -> subprocess.CompletedProcess[str]:
    """Run doit in such a project, with its own package."""
    return subprocess.run(
        [python, "-m", "doit", *arguments],
        cwd=folder,
        env={**NO_CLIENTS, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


class Python:
    """A Python that has all packages of this one, and others before them."""

    def __init__(self, folder: Path) -> None:
        """Make it in a folder."""
        venv.create(folder, symlinks=True)
        self.executable = str(folder / "bin" / "python")
        [self.packages] = (folder / "lib").glob("python*/site-packages")
        known = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
        (self.packages / "others.pth").write_text("\n".join(known) + "\n")

    def write(self, name: str, text: str) -> None:
        """Put a file among its packages."""
        path = self.packages / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    def install(self, name: str, version: str, files: list[str]) -> None:
        """Say that a package is installed that has these files."""
        info = f"{name}-{version}.dist-info"
        self.write(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        rows = [*files, f"{info}/METADATA", f"{info}/RECORD"]
        self.write(f"{info}/RECORD", "".join(f"{row},,\n" for row in rows))
