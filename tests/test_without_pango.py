"""Where Pango is missing, one line says so and how to get it."""

from __future__ import annotations

from pathlib import Path

from conftest import MASTER, ROOT, doit

WITHOUT = """
import cffi

def dlopen(ffi, name, flags=0, load=cffi.FFI.dlopen):
    if name and "pango" in name:
        raise OSError(f"cannot load library {name!r}")
    return load(ffi, name, flags)

cffi.FFI.dlopen = dlopen
"""
"""Python runs a module of this name when it starts."""


def test_a_missing_pango_gives_one_line(project: Path, tmp_path: Path) -> None:
    """Exit 1, the line with the commands for three systems once, no advice of others."""
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "sitecustomize.py").write_text(WITHOUT)
    (project / "source" / "prueba.md").write_text(MASTER, "utf-8")
    path = f"{tmp_path / 'without'}:{ROOT}"

    done = doit(project, PYTHONPATH=path)

    assert done.returncode == 1, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if "[no-pango]" in line]
    assert len(lines) == 1
    assert all(word in lines[0] for word in ("apt install", "dnf install", "brew install"))
    assert "Traceback" not in done.stdout + done.stderr
    assert "courtbouillon" not in done.stdout + done.stderr
