"""A file that does harm is one line to whoever runs a command; `tests/bench/` sends them all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hostile_commands import PAIRS, insist_on_one_line

SAMPLE = sorted(random.Random(6).sample(PAIRS, 16))  # no secret


@pytest.mark.parametrize(("command", "name"), SAMPLE)
def test_a_command_refuses_a_hostile_file(command: str, name: str, tmp_path: Path) -> None:
    """One line, exit code 1, nothing written, less than 500 MB and 10 s."""
    insist_on_one_line(command, name, tmp_path)
