"""An explanation of `doit verify` names the right file, member and cause: seeded, one by one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import seeds
from sealed_project import SLUG, Python, copied, run

CAUSES = len(seeds.ALTERED) + 7 + len(seeds.PYTHONS) + 12
"""Seven more in `seeds.others`; twelve changes in `seeds.CHANGED`."""


def _said(folder: Path, **how: str) -> list[str]:
    """Verify a project in which something is wrong; return the lines that say what."""
    done = run(folder, "verify", **how)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    print(said)  # noqa: T201  # pytest shows it where a claim fails
    return said.splitlines()


def _insist(lines: list[str], patterns: tuple[str, ...]) -> None:
    """Fail unless one line matches all patterns."""
    assert any(all(re.search(each, line) for each in patterns) for line in lines), (
        patterns,
        "\n".join(line[:600] for line in lines),
    )


def test_there_are_twenty_causes() -> None:
    """The acceptance asks for twenty."""
    assert CAUSES - 12 + sum(len(changes) for changes, _ in seeds.CHANGED.values()) == CAUSES
    assert CAUSES >= 20


def test_what_was_altered_afterwards_is_told_file_by_file(tmp_path: Path) -> None:
    """Seventeen things at once: each has its line, that says where and what; no other has one."""
    folder = copied(tmp_path / "book")
    expected = seeds.others(folder)
    for ending, change, said in seeds.ALTERED.values():
        path = folder / seeds.DIST / f"{SLUG}{ending}"
        path.write_bytes(change(path.read_bytes()))
        expected[ending] = (re.escape(f"{seeds.DIST}/{SLUG}{ending}: "), *said)
    lines = _said(folder)
    for patterns in expected.values():
        _insist(lines, patterns)
    assert not any("Cause: " in line for line in lines), "nothing is made otherwise"
    wrong = {line.split(": ")[0] for line in lines if line.startswith("dist/")}
    assert len(wrong) == len(expected)


@pytest.mark.parametrize("name", seeds.CHANGED)
def test_a_change_of_what_it_is_made_from_is_named(name: str, tmp_path: Path) -> None:
    """Materials by file, place and words; our own code by file; each cause is told once."""
    folder = copied(tmp_path / "book")
    changes, expected = seeds.CHANGED[name]
    for change in changes:
        change(folder)
    lines = _said(folder)
    for patterns in expected:
        _insist(lines, patterns)
        cause = patterns[0].removeprefix("Cause: ")
        assert sum(bool(re.search(cause, line)) for line in lines) == 1


@pytest.mark.parametrize("name", seeds.PYTHONS)
def test_another_python_around_it_is_named(name: str, tmp_path: Path) -> None:
    """Tools, extra packages, clocks, and what breaks lines."""
    folder, python = copied(tmp_path / "book"), Python(tmp_path / "python")
    prepare, expected = seeds.PYTHONS[name]
    prepare(python)
    lines = _said(folder, python=python.executable)
    for patterns in expected:
        _insist(lines, patterns)


def test_a_package_that_changes_nothing_is_no_fault(tmp_path: Path) -> None:
    """What is installed besides, and decides no byte, is not spoken of."""
    folder, python = copied(tmp_path / "book"), Python(tmp_path / "python")
    seeds.harmless(python)
    done = run(folder, "verify", python=python.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "byte for byte" in done.stdout
    assert "harmless" not in done.stdout
