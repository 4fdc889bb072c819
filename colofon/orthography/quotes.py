"""Quotation marks and apostrophes in Spanish (OLE III 3.4.8 and 4; DPD «comillas», «apóstrofo»)."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.finding import Severity
from colofon.orthography.passage import Passage
from colofon.orthography.rule import Rule, each, pattern

ABBREVIATED = (
    r"(?<!etc)(?<!et al)(?<!\b<A>)(?<!\b<A><A>)"
    r"(?<!\bUds)(?<!\bCía)(?<!\bpág)(?<!\bcap)(?<!\bvol)(?<!\bart)"
)
"""Not after an abbreviation, whose stop is its own."""


def _nested(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each « that opens inside « »."""
    depth = 0
    for offset, sign in enumerate(passage.text):
        if sign == "«" and depth:
            yield offset, offset + 1
        depth += {"«": 1, "»": -1}.get(sign, 0)
        depth = max(depth, 0)


def _outer(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each “ that stands in no « », and closes no „."""
    depth = 1 if "„" in passage.text else 0
    for offset, sign in enumerate(passage.text):
        if sign == "“" and depth <= 0 and passage.text[offset + 1 : offset + 2] != "”":
            yield offset, offset + 1
        depth += {"«": 1, "»": -1}.get(sign, 0)


RULES = (
    Rule(
        "es-straight-quotes",
        "OLE III 3.4.8; DPD «comillas»",
        "«{}» is a typewriter's quotation mark.",
        "Write « and »; inside them “ and ”.",
        'la "paz"',
        "la «paz»",
        pattern(r'(?<!\d)"(?=\S)|(?<=[^\s\d])"'),
        Severity.ERROR,
    ),
    Rule(
        "es-doubled-apostrophes",
        "OLE III 3.4.8; DPD «comillas»",
        "«{}» stands for a quotation mark.",
        "Write « and »; inside them “ and ”.",
        "la ''paz''",
        "la «paz»",
        pattern(r"(?<!\d)''|´´|``"),
        Severity.ERROR,
    ),
    Rule(
        "es-outer-quotes",
        "OLE III 3.4.8; DPD «comillas»",
        "«{}» opens the first quotation; angular marks come first.",
        "Write «», inside them “”, and inside those ‘’.",
        "dijo: “No”",
        "dijo: «No»",
        each(_outer),
    ),
    Rule(
        "es-nested-quotes",
        "OLE III 3.4.8; DPD «comillas»",
        "«{}» opens inside a quotation of the same marks.",
        "Write “ and ” inside « and ».",
        "«Dijo «no»»",
        "«Dijo “no”»",
        each(_nested),
    ),
    Rule(
        "es-foreign-quotes",
        "OLE III 3.4.8",
        "«{}» is no quotation mark of Spanish.",
        "Write « and »; inside them “ and ”.",
        "la ‹paz›",
        "la «paz»",
        pattern("[„‚‹›]"),
    ),
    Rule(
        "es-quotes-spaced",
        "OLE III 3.4.8; DPD «comillas»",
        "There is a space inside the quotation marks.",
        "Join the mark to the word that it opens or closes.",
        "« paz »",
        "«paz»",
        pattern("(?<=[«“])[ \u00a0\u202f]+(?![yoe] [»”])|(?<![«“] [yoe])[ \u00a0\u202f]+(?=[»”])"),
        Severity.ERROR,
    ),
    Rule(
        "es-stop-in-quotes",
        "OLE III 3.4.8; DPD «comillas»",
        "The stop stands before the closing mark.",
        "Write it after: ».",
        "«La paz.»",
        "«La paz».",
        pattern(rf"(?<=\w){ABBREVIATED}(?P<at>\.)[»”]"),
    ),
    Rule(
        "es-comma-in-quotes",
        "OLE III 3.4.8; DPD «comillas»",
        "«{}» stands before the closing mark.",
        "Write it after the mark.",
        "«la paz,» dijo",
        "«la paz», dijo",
        pattern(r"(?<=\w)[,;:](?=[»”])"),
    ),
    Rule(
        "es-apostrophe",
        "OLE III 4; DPD «apóstrofo»",
        "«{}» is no apostrophe.",
        "Write ’ (U+2019).",
        "O'Connor",
        "O’Connor",
        pattern("(?<=<L>)['´`](?=<L>)"),
    ),
    Rule(
        "es-year-apostrophe",
        "DPD «apóstrofo»; OLE VIII",
        "A year that leaves out its century has no apostrophe.",
        "Write the two figures alone.",
        "los años '80",
        "los años 80",
        pattern(r"(?<![\w’'])['’‘´](?=\d\d\b(?!['’‘´%]))"),
    ),
)
