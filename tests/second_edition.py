"""A second edition of the speech, in which everything happens that can happen to a paragraph."""

from __future__ import annotations

import functools
import re

from colofon.source import Edition
from conftest import ROOT
from finished import finished_from

NEW = "Este párrafo no estaba en la primera edición, y aquí lo está entero."

CHANGES = [
    ("removed", [2], []),
    ("changed", [3], [2]),
    ("added", [], [5]),
    ("split", [7], [7, 8]),
    ("merged", [10, 11], [11]),
    ("moved", [15], [12]),
]
"""What `revised` does to the numbered paragraphs: their numbers in both editions."""

NOTES = [("added", None, 4), ("changed", 9, 10), ("removed", 13, None)]
"""What it does to the notes."""

RENUMBERED = [(n, n - 1) for n in (3, 4, 5)] + [(n, n + 1) for n in (8, 9, 10, 12, 13, 14)]
"""Paragraphs that have another number in the second edition, though they stayed in their order."""

RENUMBERED_NOTES = [(n, n + 1) for n in range(4, 13)]


def revised(text: str) -> str:
    """Make the second edition of the speech's master, without a witness."""
    head, body = text.split("\n---\n", 1)
    head = head.replace("edition: 1", "edition: 2").replace("2026-11-22", "2027-03-01")
    head = re.sub(r"witness:.*?(?=description:)", "", head, flags=re.DOTALL)
    blocks = body.strip().split("\n\n")
    at: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if not block.startswith(("#", "[^")):
            at[len(at) + 1] = index
    _revise(blocks, at)
    body = "\n\n".join(block for block in blocks if block).replace("[^ed-fecha]", "")
    body = body.replace("[^ed-circo]: ", "[^ed-circo]: Dicho de otro modo: ")
    return f"{head}\n---\n\n{body}\n\n[^ed-nueva]: Una nota que no estaba.\n"


def _revise(blocks: list[str], at: dict[int, int]) -> None:
    """Revise the numbered paragraphs, each by its number."""
    blocks[at[2]] = ""
    blocks[at[3]] = blocks[at[3]].replace("está quebrado", "está roto[^ed-nueva]")
    blocks[at[5]] += f"\n\n{NEW}"
    blocks[at[7]] = blocks[at[7]].replace(" No firmaremos", "\n\nNo firmaremos")
    blocks[at[10]] += f" {blocks[at[11]]}"
    blocks[at[11]] = ""
    blocks[at[12]] = f"{blocks[at[15]]}\n\n{blocks[at[12]]}"
    blocks[at[15]] = ""
    [note] = (index for index, block in enumerate(blocks) if block.startswith("[^ed-fecha]:"))
    blocks[note] = ""


@functools.cache
def second() -> Edition:
    """Make every output of the second edition."""
    text = (ROOT / "source" / "por-la-paz.md").read_text("utf-8")
    return finished_from("por-la-paz-segunda", revised(text))
