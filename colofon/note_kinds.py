"""Notes -> whose they are: what each kind is called, and how its notes are signed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from colofon.document import Document, Note
from colofon.front import Front, NoteKind
from colofon.labels import Labels, labels_for

AUTHOR = "au"
"""Whose a note is whose key has no prefix, or one that nobody knows."""

COMMON = {
    "au": ("Author’s notes", "Author’s note"),
    "tr": ("Translator’s notes", "Translator’s note"),
    "ed": ("Editor’s notes", "Editor’s note"),
}
"""Prefixes that every work may use: what the notes are called, and how one is signed."""


def known(front: Front) -> dict[str, NoteKind]:
    """Return every kind that a work may use, by its prefix; its own names win over ours."""
    labels = labels_for(front.language)
    common = (
        NoteKind(prefix=prefix, name=labels(name), sign=labels(sign))
        for prefix, (name, sign) in COMMON.items()
    )
    return {kind.prefix: kind for kind in (*common, *front.note_kinds)}


@dataclass(frozen=True)
class Signatures:
    """How the notes of one work are told apart."""

    labels: Labels
    kinds: dict[str, NoteKind]
    used: dict[str, int]
    """How many notes of each kind the work has, by prefix, in the order of their first note."""

    @classmethod
    def of(cls, document: Document, front: Front) -> Signatures:
        """Find the kinds of note in a work."""
        kinds = known(front)
        prefixes = (note.kind if note.kind in kinds else AUTHOR for note in document.notes)
        return cls(labels_for(front.language), kinds, Counter(prefixes))

    def kind(self, note: Note) -> NoteKind:
        """Return the kind of a note."""
        return self.kinds.get(note.kind, self.kinds[AUTHOR])

    def sign(self, note: Note) -> str:
        """Return how a note is signed: not at all where all are of one kind, or the author's."""
        kind = self.kind(note)
        return "" if len(self.used) < 2 or kind.prefix == AUTHOR else f"({kind.sign})"  # noqa: PLR2004

    def heading(self) -> str | None:
        """Return what all the notes are called, if they are of one kind."""
        return self.kinds[next(iter(self.used))].name if len(self.used) == 1 else None

    def lines(self) -> list[str]:
        """Say which kinds of note there are, how many of each, and how they are signed."""
        several = len(self.used) > 1
        return [
            self.labels(
                "{kind}: {count}.",
                kind=f"{self.kinds[prefix].name}{self._how(prefix) if several else ''}",
                count=count,
            )
            for prefix, count in self.used.items()
        ]

    def _how(self, prefix: str) -> str:
        """Say how the notes of a kind are signed."""
        return "" if prefix == AUTHOR else f" ({self.kinds[prefix].sign})"
