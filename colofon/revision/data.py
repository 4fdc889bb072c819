"""What changed between two editions -> plain data, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from colofon.revision.calls import Called
from colofon.revision.changes import Change, NoteChange, Revision, Step
from colofon.revision.reading import Passage, Reading, Remark
from colofon.revision.telling import summary


def data(
    names: tuple[str, str], readings: tuple[Reading, Reading], found: Revision
) -> dict[str, Any]:
    """Say everything that `telling.told` says, whole."""
    editions = {
        letter: {"file": name, "format": reading.kind, **reading.about._asdict()}
        for letter, name, reading in zip("AB", names, readings, strict=True)
    }
    return editions | {
        "differs": found.differs,
        "paragraphs": [_change(each) for each in found.changes],
        "notes": [_note(each) for each in found.notes],
        "renumbered": {
            "paragraphs": [list(pair) for pair in found.renumbered],
            "notes": [list(pair) for pair in found.renumbered_notes],
        },
        "same": {"paragraphs": found.same, "notes": found.same_notes},
        "summary": summary(found),
    }


def _change(change: Change) -> dict[str, Any]:
    """Tell one change of passages."""
    return {
        "kind": str(change.kind),
        "A": [_passage(each) for each in change.old],
        "B": [_passage(each) for each in change.new],
        "words": _steps(change.steps),
    }


def _passage(passage: Passage) -> dict[str, Any]:
    """Tell a passage: its number, if it has one, whether it is a heading, its words."""
    return {
        "number": passage.number or None,
        "heading": passage.is_heading,
        "text": " ".join(passage.words),
    }


def _note(change: NoteChange) -> dict[str, Any]:
    """Tell one change of a note."""
    return {
        "kind": str(change.kind),
        "A": _remark(change.old, change.here),
        "B": _remark(change.new, change.there),
        "called_elsewhere": change.moved,
        "words": _steps(change.steps),
    }


def _remark(remark: Remark | None, called: Called | None) -> dict[str, Any] | None:
    """Tell a note: its number, its words, and where it is called."""
    if remark is None:
        return None
    return {
        "number": remark.number or None,
        "text": " ".join(remark.words),
        "paragraph": (called.passage.number or None) if called else None,
        "behind": " ".join(called.words) if called else None,
    }


def _steps(steps: Iterable[Step]) -> list[dict[str, str]]:
    """Tell the words that are the same, deleted and inserted, in order."""
    return [
        {"same": " ".join(step.old)}
        if step.same
        else {"deleted": " ".join(step.old), "inserted": " ".join(step.new)}
        for step in steps
    ]
