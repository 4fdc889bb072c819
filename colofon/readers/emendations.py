"""pandoc's syntax tree -> the emendations that a master declares, by a walk of its own."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from colofon.finding import Place
from colofon.readers import master
from colofon.readers.tree import located, position

KINDS = ("corr", "supplied", "surplus")


class Emendation(NamedTuple):
    """What the edition reads (nothing for a surplus), and what the witness has."""

    kind: str
    reading: str
    sic: str
    place: Place


def emendations(ast: dict[str, Any], file: str) -> list[Emendation]:
    """Return every emendation of a master in order; `file` is the master's path."""
    spans = (node["c"] for node, _ in located(ast["blocks"]) if node["t"] == "Span")
    return [declared for span in spans if (declared := _declared(span, file))]


def _declared(content: list[Any], file: str) -> Emendation | None:
    """Read a span, if it declares an emendation."""
    (_, classes, pairs), inner = content
    kind = next((name for name in KINDS if name in classes), None)
    if kind is None:
        return None
    match = re.match(r"(\d+):(\d+)", position(content))
    place = Place(file, int(match[1]), int(match[2])) if match else Place(file)
    reading = " ".join(word.text for word in master.words(inner, file))
    return Emendation(kind, reading, dict(map(tuple, pairs)).get("sic", ""), place)
