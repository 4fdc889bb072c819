"""Every note of the master is defined once, called once, and says something.

pandoc is silent on each of these faults: it drops a note that nobody calls, keeps the
last of two that share a key, and prints the call of one that is missing as plain text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator
from typing import Any

from colofon.document import Document
from colofon.finding import Finding
from colofon.readers.tree import tokens
from colofon.source import Master

DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
CALL = re.compile(r"\[\^([^\]\s]+)\]")


def check(
    *, master: Master, ast: dict[str, Any], document: Document
) -> Generator[Finding, None, dict[str, int]]:
    """Compare the notes that are defined with those that are called."""
    called = Counter(note.key for note in document.notes)
    defined = Counter[str]()
    for match in DEFINITION.finditer(master.text):
        defined[match[1]] += 1
        yield from _definition(match, called, defined, master)
    seen = Counter[str]()
    for note in document.notes:
        seen[note.key] += 1
        if seen[note.key] > 1:
            message = f"[^{note.key}] is called a second time."
            hint = "Write a note of its own, or a link to the first."
            yield Finding("repeated-call", message, note.place, hint)
        if not note.blocks:
            message = f"The note [^{note.key}] is empty."
            yield Finding("empty-note", message, note.place, "Write it or delete it.")
    yield from _undefined(master, ast)
    return {"notes": len(document.notes), "lines": master.text.count("\n") + 1}


def _definition(
    match: re.Match[str], called: Counter[str], defined: Counter[str], master: Master
) -> Iterator[Finding]:
    """Yield what is wrong with a definition."""
    key = match[1]
    place = master.place_at(match.start() + match[0].index("["))
    if defined[key] > 1:
        message = f"[^{key}] is defined a second time."
        yield Finding("doubled-note", message, place, "Give one of them another key.")
    elif not called[key]:
        message = f"[^{key}] is never called."
        yield Finding("orphan-note", message, place, "Call it in the text, or delete it.")


def _undefined(master: Master, ast: dict[str, Any]) -> Iterator[Finding]:
    """Yield every call that reached the text as plain signs."""
    lines = master.text.split("\n")
    for token in tokens(ast["blocks"]):
        if token.text == "[" and (match := CALL.match(lines[token.line - 1], token.column - 1)):
            message = f"[^{match[1]}] is called but never defined."
            hint = f"Write [^{match[1]}]: and the note on a line of its own."
            place = master.place(token.line, token.column)
            yield Finding("undefined-note", message, place, hint)
