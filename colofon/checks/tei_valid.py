"""The TEI file is valid; its ids are unique, its pointers lead somewhere, its languages named."""

from __future__ import annotations

import functools
from collections.abc import Generator
from pathlib import Path

from lxml import etree

from colofon.finding import Finding
from colofon.readers import tei as tei_reader

SCHEMA = Path(__file__).with_suffix(".rng")
"""What Colofón may write, as RELAX NG (ISO/IEC 19757-2): a part of TEI P5."""


def check(*, tei: Path) -> Generator[Finding, None, dict[str, int]]:
    """Validate the file (TEI P5, 23.4.1), and follow every pointer to an id in it."""
    read = tei_reader.read(tei)
    schema = _schema()
    schema.validate(read.root)
    for error in schema.error_log:
        yield Finding("invalid-tei", f"RELAX NG: {error.message}", read.place(error.line))
    ids, pointers = read.ids(), read.pointers()
    for name, count in ids.items():
        if count > 1:
            yield Finding("doubled-id", f"The id «{name}» stands {count} times.", read.place(0))
    for goal, line in pointers:
        if goal not in ids:
            yield Finding("dead-link", f"«#{goal}» leads nowhere.", read.place(line))
    named, used = read.languages()
    for tag, line in used:
        if tag not in named:
            message = f"The language «{tag}» is not named in langUsage."
            yield Finding("unnamed-language", message, read.place(line))
    return {
        "elements": sum(1 for _ in read.root.iter()),
        "ids": len(ids),
        "pointers": len(pointers),
    }


@functools.cache
def _schema() -> etree.RelaxNG:
    """Read the schema once."""
    return etree.RelaxNG(etree.parse(SCHEMA))
