"""Every hostile file, sent to each command: `pytest tests/bench/hostile_files.py`.

It takes some minutes; `tests/commands/test_hostile_files.py` sends a sample.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_commands import PAIRS, insist_on_one_line


@pytest.mark.parametrize(("command", "name"), PAIRS)
def test_a_command_refuses_a_hostile_file(command: str, name: str, tmp_path: Path) -> None:
    """One line, exit code 1, nothing written, less than 500 MB and 10 s."""
    insist_on_one_line(command, name, tmp_path)
