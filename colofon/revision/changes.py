"""What can become of a passage or a note from one edition to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from colofon.revision.agreeing import agreements
from colofon.revision.calls import Called
from colofon.revision.reading import Passage, Remark

PILCROW = "¶"
"""Stands where a passage ends and another begins, among words that are compared."""

ISLAND = 2
"""Words in a row that, though the same, are no news between longer changes."""


class Kind(StrEnum):
    """What became of it."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    DIVIDED = "divided otherwise"


class Step(NamedTuple):
    """Words that one edition has, and what stands for them in the other; the same, or not."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Tell whether nothing changed."""
        return self.old == self.new


@dataclass(frozen=True)
class Change:
    """What became of some passages that follow one another."""

    kind: Kind
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class NoteChange:
    """What became of a note; its call may stand at another word."""

    kind: Kind
    old: Remark | None
    new: Remark | None
    steps: tuple[Step, ...] = ()
    here: Called | None = None
    there: Called | None = None
    """Where it is called in both editions."""
    moved: bool = False
    """True if another word calls it."""


@dataclass(frozen=True)
class Revision:
    """Everything that changed, and how much did not."""

    changes: tuple[Change, ...]
    notes: tuple[NoteChange, ...]
    same: int
    """Passages that have the same words, in the same order."""
    same_notes: int
    renumbered: tuple[tuple[int, int], ...] = ()
    """The numbers of a paragraph that is the same, in both editions, where they differ."""
    renumbered_notes: tuple[tuple[int, int], ...] = ()
    """The same of notes."""

    @property
    def differs(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.changes or self.notes or self.renumbered or self.renumbered_notes)


def joined(found: Sequence[Passage]) -> tuple[str, ...]:
    """Return the words of passages with a pilcrow between two."""
    words: list[str] = []
    for passage in found:
        words += [PILCROW, *passage.words] if words else passage.words
    return tuple(words)


def steps(old: Sequence[str], new: Sequence[str]) -> tuple[Step, ...]:
    """Tell word by word what became of some words."""
    found: list[Step] = []
    here = there = 0
    for each in (*agreements(old, new), None):
        stop, high, size = each or (len(old), len(new), 0)
        if stop > here or high > there:
            found.append(Step(tuple(old[here:stop]), tuple(new[there:high])))
        if size:
            found.append(Step(tuple(old[stop : stop + size]), tuple(new[high : high + size])))
        here, there = stop + size, high + size
    return tuple(_without_islands(found))


def _without_islands(found: list[Step]) -> Iterator[Step]:
    """Take a few words that stayed, between changes of more, for part of the change."""
    kept: list[Step] = []
    for at, step in enumerate(found):
        around = found[at - 1 : at] + found[at + 1 : at + 2]
        island = (
            step.same
            and len(around) > 1
            and len(step.old) <= ISLAND
            and PILCROW not in step.old
            and all(max(len(each.old), len(each.new)) > len(step.old) for each in around)
        )
        if kept and (island or not step.same) and not kept[-1].same:
            kept[-1] = Step(kept[-1].old + step.old, kept[-1].new + step.new)
        else:
            kept.append(step)
    yield from kept
