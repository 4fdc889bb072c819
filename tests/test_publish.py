"""Publication: the old edition or the new one, whole, whenever the power goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from colofon import publish, records
from conftest import ROOT

RENAMES = range(1, 5)
"""More than any publication makes, so that the last ones end unharmed."""


def _edition(folder: Path, word: str) -> Path:
    """Write an edition of three files that all hold the same word."""
    folder.mkdir(parents=True)
    for name in ("a.html", "a.epub", "a.pdf"):
        (folder / name).write_text(word * 1000)
    return folder


def _words(target: Path) -> set[str]:
    """Read which words an edition holds: one, if it is whole and no mixture."""
    files = sorted(path.name for path in target.iterdir())
    assert files == ["a.epub", "a.html", "a.pdf"]
    return {path.read_text() for path in target.iterdir()}


def _killed(number: int, when: str, exchange: str, source: Path, target: Path) -> int:
    """Publish in another process that dies at a rename."""
    command = [sys.executable, str(ROOT / "tests" / "killed.py"), str(number), when, exchange]
    done = subprocess.run(
        [*command, "publish", str(source), str(target)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize("exchange", ["exchange", "plain"])
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", RENAMES)
def test_a_kill_at_any_rename_leaves_a_whole_edition(
    number: int, when: str, exchange: str, tmp_path: Path
) -> None:
    """Killed before or after any rename, the target is old or new; the next run completes it."""
    old, new = "old ", "new "
    target = _edition(tmp_path / "dist" / "obra", old)
    source = _edition(tmp_path / "new", new)

    code = _killed(number, when, exchange, source, target)

    assert code in {0, -signal.SIGKILL}
    if exchange == "exchange":
        assert _words(target) in ({old * 1000}, {new * 1000})
    publish.recover(target)
    assert _words(target) in ({old * 1000}, {new * 1000})
    publish.publish({path.name: path for path in source.iterdir()}, target)
    assert _words(target) == {new * 1000}
    assert [target] == list((tmp_path / "dist").iterdir())


def test_a_first_publication_is_whole_or_absent(tmp_path: Path) -> None:
    """Killed before its only rename, a first edition is not there at all."""
    source = _edition(tmp_path / "new", "new ")
    target = tmp_path / "dist" / "obra"
    assert -signal.SIGKILL == _killed(1, "before", "exchange", source, target)
    assert not target.exists()
    assert [target] == publish.leftovers(tmp_path / "dist")


def test_sums_read_back(tmp_path: Path) -> None:
    """What `sums_text` writes, `read_sums` reads, and sha256sum accepts."""
    (tmp_path / "a b.txt").write_text("a")
    sums = {"a b.txt": records.sha256(tmp_path / "a b.txt")}
    (tmp_path / publish.SUMS).write_bytes(publish.sums_text(sums))
    assert sums == publish.read_sums(tmp_path)
    subprocess.run(["sha256sum", "--check", publish.SUMS], cwd=tmp_path, check=True)


def test_a_stray_file_makes_an_edition_another(tmp_path: Path) -> None:
    """A folder with one file more, less or changed is not the same edition."""
    source = _edition(tmp_path / "new", "new ")
    files = {path.name: path for path in source.iterdir()}
    target = tmp_path / "dist" / "obra"
    publish.publish(files, target)
    assert publish.same(files, target)
    (target / "stray").write_text("x")
    assert not publish.same(files, target)
    (target / "stray").unlink()
    (target / "a.pdf").write_text("x")
    assert not publish.same(files, target)
