"""The notes of two editions -> which are the same, and what became of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from colofon.revision import calls
from colofon.revision.agreeing import agreements
from colofon.revision.changes import Kind, NoteChange, joined, steps
from colofon.revision.linking import linked, moved
from colofon.revision.order import ordered
from colofon.revision.pairing import Pairing
from colofon.revision.reading import Noted, Passage, Reading, Remark, passages
from colofon.revision.settling import settled, told
from colofon.revision.signing import unsigned

Pairs = list[tuple[int, int]]


@dataclass
class Outcome:
    """What became of notes, how many are the same, and the numbers of those that have another."""

    changes: list[NoteChange] = field(default_factory=list)
    same: int = 0
    renumbered: Pairs = field(default_factory=list)


def compared(first: Reading, second: Reading, pairing: Pairing) -> Outcome:
    """Compare the notes of two editions, whose bodies are paired."""
    olds, news = unsigned(first, second)
    olds, news = (
        [Noted(each.number, tuple(told(each.words, paged=side.paged))) for each in found]
        for side, found in ((first, olds), (second, news))
    )
    places = calls.Places.of(pairing)
    pairs = _pairs(olds, news, places)
    outcome = Outcome()
    changes: list[tuple[tuple[int, ...], tuple[int, ...], NoteChange]] = []
    for i, j in pairs:
        numbers = olds[i].number, news[j].number
        if all(numbers) and numbers[0] != numbers[1]:
            outcome.renumbered.append(numbers)
        change = _change(olds[i], news[j], places)
        if change is None:
            outcome.same += 1
        else:
            changes.append(((i,), (j,), change))
    changes += _lone(olds, news, pairs, places)
    outcome.changes = ordered(changes, pairs)
    return outcome


def _pairs(olds: Sequence[Noted], news: Sequence[Noted], places: calls.Places) -> Pairs:
    """Pair notes: by their words, by most of their words, or by the word that calls them."""
    first, second = ([_passage(each) for each in side] for side in (olds, news))
    pairs = [
        (each.here + step, each.there + step)
        for each in agreements([each.words for each in first], [each.words for each in second])
        for step in range(each.size)
    ]
    left = _left(olds, news, pairs)
    pairs += [(i, j) for i, j in moved(first, second, *left) if first[i].words == second[j].words]
    groups = linked(first, second, *_left(olds, news, pairs))
    pairs += [(group.old[0], group.new[0]) for group in groups]
    pairs += _called(olds, news, _left(olds, news, pairs), places)
    return sorted(pairs)


def _passage(note: Noted) -> Passage:
    """Return the words of a note, without markers that some formats do not write."""
    return Passage(tuple(token.text for token in note.words if not token.marker))


def _left(
    olds: Sequence[Noted], news: Sequence[Noted], pairs: Pairs
) -> tuple[list[int], list[int]]:
    """Return the notes of both that are in no pair."""
    here, there = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        [i for i in range(len(olds)) if i not in here],
        [j for j in range(len(news)) if j not in there],
    )


def _called(
    olds: Sequence[Noted],
    news: Sequence[Noted],
    left: tuple[list[int], list[int]],
    places: calls.Places,
) -> Iterator[tuple[int, int]]:
    """Yield the notes that one word calls in both editions, whatever they say."""
    numbers = {news[j].number: j for j in left[1]}
    for i in left[0]:
        goals = (numbers.get(number) for number in places.goals.get(olds[i].number, ()))
        found = next((j for j in goals if j is not None), None)
        if found is not None:
            del numbers[news[found].number]
            yield i, found


def _change(old: Noted, new: Noted, places: calls.Places) -> NoteChange | None:
    """Tell what became of a note, if anything did."""
    words = [joined(list(passages(side))) for side in settled(old.words, new.words)]
    remarks = Remark(old.number, words[0]), Remark(new.number, words[1])
    where = places.first.get(old.number), places.second.get(new.number)
    stays = places.stays(old.number, new.number)
    if words[0] != words[1]:
        said = steps(*words)
        return NoteChange(Kind.CHANGED, *remarks, said, *where, moved=not stays)
    return None if stays else NoteChange(Kind.MOVED, *remarks, (), *where, moved=True)


def _lone(
    olds: Sequence[Noted], news: Sequence[Noted], pairs: Pairs, places: calls.Places
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], NoteChange]]:
    """Yield the notes that only one edition has."""
    gone, come = _left(olds, news, pairs)
    for i in gone:
        note = Remark(olds[i].number, _passage(olds[i]).words)
        where = places.first.get(note.number)
        yield (i,), (), NoteChange(Kind.REMOVED, note, None, (), where, None)
    for j in come:
        note = Remark(news[j].number, _passage(news[j]).words)
        where = places.second.get(note.number)
        yield (), (j,), NoteChange(Kind.ADDED, None, note, (), None, where)
