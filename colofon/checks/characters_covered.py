"""The edition's fonts have a glyph for every character of the master."""

from __future__ import annotations

import unicodedata
from collections.abc import Generator

from colofon import typefaces
from colofon.finding import Finding
from colofon.source import Master


def check(*, master: Master) -> Generator[Finding, None, dict[str, int]]:
    """Look every character up in every face; name each missing one where it first stands."""
    for character in sorted(typefaces.missing(master.text)):
        name = unicodedata.name(character, "a character without a name")
        message = f"No font of ours has «{character}» (U+{ord(character):04X}, {name})."
        place = master.place_at(master.text.index(character))
        hint = "Our fonts cover Latin, Greek and Cyrillic: write it otherwise."
        yield Finding("missing-glyph", message, place, hint)
    return {"characters": len(set(master.text))}
