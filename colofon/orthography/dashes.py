"""Dashes and hyphens in Spanish (OLE III 3.4.7 and 4; DPD «raya», «guion»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from colofon.finding import Severity
from colofon.orthography.passage import Passage
from colofon.orthography.rule import Rule, each, pattern


def _unclosed(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the last dash of a paragraph that opens an aside and does not close it.

    In dialogue one dash opens the speech and the aside of the narrator may end the paragraph.
    """
    text = passage.text
    dashes = [offset for offset, sign in enumerate(text) if sign == "—"]
    if len(dashes) % 2 and not text.startswith(("—", "«—", "…—")):
        last = dashes[-1]
        if re.match(r"[\w«“¿¡(]", text[last + 1 :]) and not text[last - 1].strip():
            yield last, last + 1


RULES = (
    Rule(
        "es-hyphen-as-dash",
        "OLE III 3.4.7; DPD «raya»",
        "A hyphen stands for a dash.",
        "Write — joined to what it encloses: —dijo—.",
        "el poder - dijo - es",
        "el poder —dijo— es",
        pattern(r"(?<=<L><L>)␣(?P<at>-)␣(?=<L><L>|[«¿¡])"),
        Severity.ERROR,
    ),
    Rule(
        "es-hyphen-aside",
        "OLE III 3.4.7; DPD «raya»",
        "A hyphen opens an aside.",
        "Write — before and after it.",
        "Emilio -un gran amigo-, vino",
        "Emilio —un gran amigo—, vino",
        pattern(r"(?<=[\w,;:.])␣(?P<at>-)(?=<L>[^-—\n]*?␣[^-—\n]*<L>-(?:␣|[.,;:]))"),
    ),
    Rule(
        "es-en-dash",
        "OLE III 3.4.7; DPD «raya»",
        "«{}» is an en dash; Spanish encloses with the raya.",
        "Write — (U+2014), joined to what it encloses.",
        "el poder –dijo– es",
        "el poder —dijo— es",
        pattern(r"(?<!\d)(?<!\d␣)–|–(?!␣?\d)"),
    ),
    Rule(
        "es-double-hyphen",
        "OLE III 3.4.7; DPD «raya»",
        "«{}» stands for a dash.",
        "Write —.",
        "el poder --dijo-- es",
        "el poder —dijo— es",
        pattern(r"(?<!-)--+"),
    ),
    Rule(
        "es-dash-spaced",
        "OLE III 3.4.7; DPD «raya»",
        "The dash has a space on both sides.",
        "Join it to the first or the last word of the aside.",
        "el poder — dijo él— es",
        "el poder —dijo él— es",
        pattern(r"(?<=[\w»”)\].,;:?!…])␣(?P<at>—)␣", but="attribution cell"),
    ),
    Rule(
        "es-dialogue-spaced",
        "OLE III 3.4.7; DPD «raya»",
        "There is a space after the dash that opens the speech.",
        "Join the dash to the first word.",
        "— Camaradas.",
        "—Camaradas.",
        pattern(r"^(?P<at>—␣+)(?=\S)", kinds="paragraph quotation note"),
    ),
    Rule(
        "es-dash-glued",
        "OLE III 3.4.7; DPD «raya»",
        "The dash has a letter on both sides.",
        "Set a space before the dash that opens, after the one that closes.",
        "el poder—dijo—es",
        "el poder —dijo— es",
        pattern(r"(?<=<L>)—(?=<L>)"),
    ),
    Rule(
        "es-space-after-dash",
        "OLE III 3.4.7; DPD «raya»",
        "There is a space between the closing dash and the sign after it.",
        "Write the sign next to the dash.",
        "un amigo —dijo— , vino",
        "un amigo —dijo—, vino",
        pattern(r"(?<=[\w.?!…»]—)␣+(?=[,;:.](?!\.))"),
        Severity.ERROR,
    ),
    Rule(
        "es-comma-before-dash",
        "OLE III 3.4.7; DPD «raya»",
        "«{}» stands before the closing dash.",
        "Write it after the dash.",
        "el poder —dijo él,— es",
        "el poder —dijo él—, es",
        pattern(r"(?<=\w)[,;](?=—(?:␣|$))"),
    ),
    Rule(
        "es-dash-unclosed",
        "OLE III 3.4.7; DPD «raya»",
        "An aside opens with a dash and never closes.",
        "Write — at its end, also before a stop.",
        "Vino Emilio —un amigo.",
        "Vino Emilio —un amigo—.",
        each(_unclosed, kinds="paragraph quotation note"),
    ),
    Rule(
        "es-range-dash",
        "OLE III 4; DPD «guion»",
        "A range of figures has an en dash.",
        "Write the hyphen: 1917-1918.",
        "1917–1918",
        "1917-1918",
        pattern(r"(?<=\d)␣?(?P<at>–)␣?(?=\d)"),
    ),
    Rule(
        "es-range-spaced",
        "OLE III 4; DPD «guion»",
        "A range of years has spaces round its hyphen.",
        "Write 1914-1918.",
        "1914 - 1918",
        "1914-1918",
        pattern(r"(?<=\b1\d\d\d)␣-␣(?=1\d\d\d\b)|(?<=\b20\d\d)␣-␣(?=20\d\d\b)"),
    ),
)
