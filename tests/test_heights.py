"""No note is lost, and none strays untold, whatever the height of the page."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tall import HEIGHTS, noted, strayed

from finished import finished, finished_from

SIX = random.Random(5).sample(HEIGHTS, 6)


@pytest.mark.parametrize("lines", SIX)
def test_our_notes_stand_with_their_calls(lines: int, tmp_path: Path) -> None:
    """Every note of our edition stands wholly on the page of its call."""
    findings, notes = strayed(finished(), lines, tmp_path)
    assert [] == findings
    assert notes == 18


@pytest.mark.parametrize("lines", SIX)
def test_no_note_of_two_hundred_is_lost(lines: int, tmp_path: Path) -> None:
    """The same of a master with two hundred notes, some of them high.

    Its lines are broken as they come, which takes a third of the time: the benchmark has it all.
    """
    edition = finished_from("doscientas", noted())
    findings, notes = strayed(edition, lines, tmp_path, fit="first-fit")
    assert [] == findings
    assert notes == 200
