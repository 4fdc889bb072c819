"""Every note is of a kind that is known, and none is signed as somebody else's."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from colofon.document import Document, Note, Text, descendants
from colofon.finding import Finding, Severity
from colofon.front import Front
from colofon.note_kinds import AUTHOR, known

SIGNATURE = re.compile(
    r"[(\[]?\bN\.\s?(?:del?\s|de\s(?:la\s|los\s|las\s|l[’'])|do\s|da\s|d\.\s?)?\s?(?P<who>[A-ZÉ])\.?\s?[)\]]?\.?$"
)
"""How notes are signed in Romance languages: «N. del T.», «N. de la A.», «N. d. É.»."""

INITIALS = {"A": "au", "T": "tr", "E": "ed", "É": "ed"}
"""The last letter of such a signature, and the kind of note it stands for."""


def check(*, document: Document, front: Front) -> Generator[Finding, None, dict[str, int]]:
    """Read the prefix of each note's key, and how the note ends.

    Notes are signed by Colofón where those of several kinds meet, so that a signature in
    the master would stand twice; one of another kind would lie about whose the note is.
    """
    kinds = known(front)
    for note in document.notes:
        if note.kind not in kinds:
            names = ", ".join(f"{prefix}-" for prefix in kinds)
            hint = f"Begin the key with one of {names}, or add the prefix to note_kinds."
            message = f"The key [^{note.key}] does not say whose note it is: taken as the author’s."
            yield Finding("unknown-note-kind", message, note.place, hint, Severity.WARNING)
        yield from _signed(note, {prefix: kind.sign for prefix, kind in kinds.items()})
    return {"notes": len(document.notes), "kinds of note": len(kinds)}


def _signed(note: Note, signs: dict[str, str]) -> Iterator[Finding]:
    """Yield a finding if a note bears a signature."""
    words = "".join(node.text for node in descendants(note.blocks) if isinstance(node, Text))
    whose = _whose(words.strip(), signs)
    own = note.kind if note.kind in signs else AUTHOR
    if whose is None:
        return
    if whose == own:
        hint = "Delete it: notes are signed where they have to be told apart."
        message = f"The note [^{note.key}] signs itself."
        yield Finding("signed-by-hand", message, note.place, hint)
    else:
        hint = f"Delete the signature, or begin the key with {whose}-."
        message = f"The note [^{note.key}] has the key of one kind, and is signed as another."
        yield Finding("signed-otherwise", message, note.place, hint)


def _whose(words: str, signs: dict[str, str]) -> str | None:
    """Return the kind that a note's last words sign it as, if they do."""
    for prefix, sign in signs.items():
        if re.search(rf"(?<!\w){re.escape(sign)}[)\]]?\.?$", words):
            return prefix
    match = SIGNATURE.search(words)
    return INITIALS.get(match["who"]) if match else None
