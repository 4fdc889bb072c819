"""Two editions as they were read -> everything that changed."""

from __future__ import annotations

from colofon.revision import notes
from colofon.revision.changes import Change, Kind, Revision, joined, steps
from colofon.revision.linking import Group
from colofon.revision.order import ordered
from colofon.revision.pairing import Pairing, paired
from colofon.revision.reading import Reading


def revise(first: Reading, second: Reading) -> Revision:
    """Compare two editions passage by passage and note by note."""
    pairing = paired(first, second)
    said = notes.compared(first, second, pairing)
    same, renumbered = 0, []
    changes: list[tuple[tuple[int, ...], tuple[int, ...], Change]] = []
    for group in pairing.groups:
        change = _change(pairing, group)
        if change is None:
            same += 1
        else:
            changes.append((*group, change))
        numbers = pairing.first[group.old[0]].number, pairing.second[group.new[0]].number
        if all(numbers) and numbers[0] != numbers[1]:
            renumbered.append(numbers)
    changes += [(*group, _moved(pairing, group)) for group in pairing.moved]
    old, new = pairing.alone()
    changes += [((i,), (), Change(Kind.REMOVED, (pairing.first[i],), ())) for i in old]
    changes += [((), (j,), Change(Kind.ADDED, (), (pairing.second[j],))) for j in new]
    pairs = [(group.old[-1], group.new[-1]) for group in pairing.groups]
    return Revision(
        tuple(ordered(changes, pairs)),
        tuple(said.changes),
        same,
        said.same,
        tuple(renumbered),
        tuple(said.renumbered),
    )


def _change(pairing: Pairing, group: Group) -> Change | None:
    """Tell what became of passages that belong together, if anything did."""
    old = tuple(pairing.first[i] for i in group.old)
    new = tuple(pairing.second[j] for j in group.new)
    words, others = joined(old), joined(new)
    if words == others:
        return None
    kinds = {(True, True): Kind.CHANGED, (True, False): Kind.SPLIT, (False, True): Kind.MERGED}
    kind = kinds.get((len(old) == 1, len(new) == 1), Kind.DIVIDED)
    return Change(kind, old, new, steps(words, others))


def _moved(pairing: Pairing, group: Group) -> Change:
    """Tell what became of a passage that stands elsewhere."""
    old, new = pairing.first[group.old[0]], pairing.second[group.new[0]]
    said = steps(old.words, new.words) if old.words != new.words else ()
    return Change(Kind.MOVED, (old,), (new,), said)
