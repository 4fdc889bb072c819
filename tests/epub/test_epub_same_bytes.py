"""The same page gives the same EPUB, whoever makes it, where and when."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from epub_book import sample

PROGRAM = """
import os, sys, time
os.umask(int(sys.argv[1], 8))
late, local = float(sys.argv[2]), time.localtime
now = time.time
time.time = lambda: now() + late
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
sys.path.insert(0, sys.argv[3])
import hashlib
from epub_book import make
print(hashlib.sha256(make().data).hexdigest())
"""
YEAR = 31_536_000
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("umask", "late", "environment"),
    [
        ("077", 3 * YEAR, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("000", -5 * YEAR, {"TZ": "Etc/GMT+12", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"}),
        ("022", 0, {"SOURCE_DATE_EPOCH": "1", "JSIMD_FORCENONE": "1", "LANG": "de_DE"}),
    ],
    ids=["east", "west", "bare"],
)
def test_same_bytes_everywhere(
    umask: str, late: int, environment: dict[str, str], tmp_path: Path
) -> None:
    """Folder, home, zone, locale, hash seed, umask, clock and processor change no byte."""
    home = {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, umask, str(late), str(Path(__file__).parent)],
        env={**os.environ, **home, **environment},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert hashlib.sha256(sample().data).hexdigest() == ran.stdout.strip()
