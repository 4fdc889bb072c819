"""What changed between two editions -> the lines that tell a person, as `git diff` marks words."""

from __future__ import annotations

import itertools
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from colofon.revision.calls import Called
from colofon.revision.changes import Change, Kind, NoteChange, Revision, Step
from colofon.revision.reading import Passage, Reading

CONTEXT = 6
"""Words that are told before and after a change."""

OPENING = 4
"""Words by which a person knows a passage without a number."""

WIDTH = 78
"""Columns of a line."""

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of all that follows."""


def told(names: tuple[str, str], readings: tuple[Reading, Reading], found: Revision) -> str:
    """Tell which editions were compared, every change, and how many there are."""
    lines = [_edition(*each) for each in zip("AB", names, readings, strict=True)]
    for change in found.changes:
        lines += ["", f"{_title(change)}, {change.kind}:", *_body(_steps(change))]
    for note in found.notes:
        lines += ["", f"{_note_title(note)}:", *_body(_note_steps(note))]
    renumbered = [*_renumbered("§", found.renumbered)]
    renumbered += _renumbered("note", found.renumbered_notes)
    lines += ["", *renumbered] if renumbered else []
    return printable("\n".join([*lines, "", summary(found)]))


def printable(text: str) -> str:
    """Write out the characters by which a text could command a terminal."""
    return "".join(
        repr(sign)[1:-1]
        if (unicodedata.category(sign) == "Cc" and sign != "\n") or sign in TURNING
        else sign
        for sign in text
    )


def summary(found: Revision) -> str:
    """Count the changes of each kind, and what is the same, in one line."""
    kinds = [Counter(each.kind for each in side) for side in (found.changes, found.notes)]
    said = [
        f"{_many(count, what)} {_past(kind, what)}"
        for what, counts in zip(("paragraph", "note"), kinds, strict=True)
        for kind in Kind
        if (count := counts[kind])
    ]
    for what, numbers in (("paragraph", found.renumbered), ("note", found.renumbered_notes)):
        said += [f"{_many(len(numbers), what)} renumbered"] if numbers else []
    same = f"{_many(found.same, 'paragraph')} and {_many(found.same_notes, 'note')} the same"
    return f"{', '.join(said) or 'No difference'}; {same}."


def _many(count: int, what: str) -> str:
    """Write how many there are of something."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _past(kind: Kind, what: str) -> str:
    """Say what became of something; a note that moved is called elsewhere."""
    return "called elsewhere" if (kind, what) == (Kind.MOVED, "note") else str(kind)


def _edition(letter: str, name: str, reading: Reading) -> str:
    """Say what an edition is."""
    title, number, issued = reading.about
    parts = (title, f"edition {number}" if number else "", issued)
    said = ", ".join(part for part in parts if part) or "it does not say what it is"
    return f"{letter}  {name}: {said} ({reading.kind})"


def name(passage: Passage) -> str:
    """Name a passage: by its number, or by its first words."""
    if passage.number:
        return f"§ {passage.number}"
    words = " ".join(passage.words[:OPENING])
    said = f"«{words} …»" if len(passage.words) > OPENING else f"«{words}»"
    return f"heading {said}" if passage.is_heading else said


def _title(change: Change) -> str:
    """Name the passages of a change, in both editions where that differs."""
    old, new = (" and ".join(map(name, side)) for side in (change.old, change.new))
    if not (old and new):
        return f"{old} of A" if old else f"{new} of B"
    single = change.kind in {Kind.CHANGED, Kind.MOVED}
    if single and not (change.old[0].number and change.new[0].number):
        return name(next((each for each in change.new if each.number), change.old[0]))
    return " → ".join(dict.fromkeys((old, new)))


def _steps(change: Change) -> Sequence[Step]:
    """Return the words of a change; all of what was added or removed, the first of what moved."""
    if change.steps:
        return change.steps
    words = (change.old or change.new)[0].words
    if change.kind is Kind.MOVED:
        return [Step(words, words)]
    return [Step(words, ())] if change.old else [Step((), words)]


def _note_title(note: NoteChange) -> str:
    """Name a note, and say where it is called."""
    numbers = [each.number for each in (note.old, note.new) if each]
    said = " → ".join(str(number or "without a number") for number in dict.fromkeys(numbers))
    said += "" if note.old and note.new else " of A" if note.old else " of B"
    places = [_place(each) for each in (note.here, note.there) if each]
    kind = _past(note.kind, "note")
    if note.moved and len(places) > 1:
        kind += "" if note.kind is Kind.MOVED else " and called elsewhere"
        return f"note {said}, {kind} (was {places[0]}, is {places[1]})"
    return f"note {said}, {kind} ({places[-1]})" if places else f"note {said}, {kind}"


def _place(called: Called) -> str:
    """Say where a note is called."""
    words = " ".join(called.words)
    where = f"{name(called.passage)}, " if called.passage.number else ""
    return f"{where}behind «{words}»"


def _note_steps(note: NoteChange) -> Sequence[Step]:
    """Return the words of a note's change."""
    if note.steps:
        return note.steps
    old, new = (each.words if each else () for each in (note.old, note.new))
    return [Step(old, new)]


def _body(steps: Sequence[Step]) -> list[str]:
    """Set the words of a change, with marks on what is not the same."""
    words = [word for at, step in enumerate(steps) for word in _marked(steps, at, step)]
    return textwrap.wrap(
        " ".join(words),
        WIDTH,
        initial_indent="    ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marked(steps: Sequence[Step], at: int, step: Step) -> Iterator[str]:
    """Mark what was deleted and inserted; shorten what is the same."""
    if not step.same:
        yield from [f"[-{' '.join(step.old)}-]"] if step.old else []
        yield from [f"{{+{' '.join(step.new)}+}}"] if step.new else []
        return
    before, behind = (CONTEXT if at else 0), (CONTEXT if at + 1 < len(steps) else 0)
    if before + behind == 0:
        before = CONTEXT
    if len(step.old) <= before + behind + 1:
        yield from step.old
    else:
        yield from (*step.old[:before], "…", *step.old[len(step.old) - behind :])


def _renumbered(what: str, pairs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Tell the numbers that were changed, those in a row together."""
    for _, group in itertools.groupby(enumerate(pairs), _row):
        row = [pair for _, pair in group]
        (old, new), (last, end) = row[0], row[-1]
        if len(row) == 1:
            yield f"{what} {old} is now {what} {new}"
        else:
            plural = what if what == "§" else f"{what}s"
            yield f"{plural} {old}–{last} are now {plural} {new}–{end}"


def _row(each: tuple[int, tuple[int, int]]) -> tuple[int, int]:
    """Return what pairs of numbers that follow one another share."""
    index, (old, new) = each
    return old - index, new - index
