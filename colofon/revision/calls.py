"""Where notes are called -> whether a note is called at the same word in another edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from colofon.revision.agreeing import agreements
from colofon.revision.pairing import Pairing
from colofon.revision.reading import Passage

BEFORE = 4
"""Words that are told before a call."""


class Called(NamedTuple):
    """Where a note is called: its passage, and the last words before."""

    passage: Passage
    words: tuple[str, ...]


@dataclass(frozen=True)
class Places:
    """Where the notes of two editions are called, by their numbers."""

    first: dict[int, Called]
    second: dict[int, Called]
    goals: dict[int, list[int]]
    """Numbers of the first edition -> those that the same word calls in the second.

    Where that word was changed, any call in what stands for it is the same.
    """

    @classmethod
    def of(cls, pairing: Pairing) -> Places:
        """Find every call in passages that are paired, and where it leads in the other edition."""
        goals: dict[int, list[int]] = defaultdict(list)
        for group in (*pairing.groups, *pairing.moved):
            old = [pairing.first[i] for i in group.old]
            for note, other in _kept(old, [pairing.second[j] for j in group.new]):
                goals[note].append(other)
        return cls(_called(pairing.first), _called(pairing.second), goals)

    def stays(self, old: int, new: int) -> bool:
        """Tell whether a note is called at the same word, for all that is known."""
        known = old in self.first and new in self.second
        return not known or new in self.goals.get(old, ())


def _called(found: Sequence[Passage]) -> dict[int, Called]:
    """Return where each note is called, by its number."""
    return {
        call.note: Called(passage, passage.words[max(0, call.behind - BEFORE) : call.behind])
        for passage in found
        for call in passage.calls
    }


def _kept(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of notes of passages that belong together."""
    (words, calls), (others, goals) = _joined(old), _joined(new)
    if not calls or not goals:
        return
    found = agreements(words, others)
    for behind, note in calls:
        first, last = 0, len(others)
        for each in found:
            if each.here < behind <= each.here + each.size:
                first = last = each.there + behind - each.here
                break
            if each.here + each.size < behind:
                first = each.there + each.size
            else:
                last = each.there
                break
        for goal, other in goals:
            if first <= goal <= last:
                yield note, other


def _joined(found: Sequence[Passage]) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of some passages, and behind how many of them which note is called."""
    words: list[str] = []
    calls = []
    for passage in found:
        calls += [(len(words) + call.behind, call.note) for call in passage.calls]
        words += passage.words
    return words, calls
