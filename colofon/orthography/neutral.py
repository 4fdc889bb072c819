"""What is wrong in any language: strays of typing, scanning and copying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from colofon.finding import Severity
from colofon.orthography.passage import Passage
from colofon.orthography.rule import Rule, each, pattern

PAIRS = {")": "(", "]": "[", "»": "«", "”": "“"}
LISTED = re.compile(r"(?<!\w)(?:\d{1,3}|[a-zA-ZñÑ]|[ivxIVX]+)(?P<at>\))")
"""«a)», «1)»: a closing parenthesis alone numbers the parts of a list."""

DIVIDED = re.compile(
    r"(?<!\w)[^\W\d_]{2,}- (?!(?:y|e|o|u|ni|and|or|to|und|oder|bzw|bis|et|ou|i)\b)[^\W\d_]{2,}"
)

WIDE = "；，：！？"
EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Kana, Han and Hangul: beside them the wide marks are the usual ones."""

LOOK_ALIKE = re.compile(
    rf"[ǃ․‥{WIDE}]|(?<=[A-Za-z])[\u0391-\u039f\u03a1-\u03a9\u03bf\u03bd](?=[A-Za-z])"
)

CYRILLIC = re.compile("[\u0400-\u04ff]")
"""In Russian, which has mostly such letters, a range of figures has the dash: «1935—2019»."""

AGAIN = "|".join(
    (
        *("casi", "muy", "poco", "así", "ya", "no", "sí", "más", "bien", "luego", "bla", "ja"),
        *("that", "had", "her", "nous", "vous", "die", "der", "das", "sie", "so", "very", "long"),
        *("ho", "ha", "ay", "tan", "pian", "piano", "via", "mano"),
    )
)
"""Words that may rightly be said twice."""


def _pairs(passage: Passage, closing: str) -> Iterator[tuple[int, int]]:
    """Yield each sign of some pairs that nothing opens or nothing closes."""
    opening = {PAIRS[sign] for sign in closing}
    listed = {match.start("at") for match in LISTED.finditer(passage.text)}
    stack: list[int] = []
    for offset, sign in enumerate(passage.text):
        if sign in opening:
            stack.append(offset)
        elif sign in closing and offset not in listed:
            if stack and passage.text[stack[-1]] == PAIRS[sign]:
                stack.pop()
            else:
                yield offset, offset + 1
    for offset in stack:
        # «(véase b)»: there the closing parenthesis of the letter is also the other half.
        if passage.text[offset] != "(" or not any(offset < end for end in listed):
            yield offset, offset + 1


def _brackets(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each bracket without its other half."""
    return _pairs(passage, ")]")


def _quotes(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each quotation mark without its other half; not where the marks are German."""
    if "„" in passage.text or re.search(r"(?:^|\s)»\w", passage.text):
        return iter(())
    return _pairs(passage, "»”")


def _divided(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each word that ends in a hyphen, with the next; not where hyphens stand for dashes."""
    for match in DIVIDED.finditer(passage.text):
        if not re.search(r"(?:^|\s)-\S", passage.text[: match.start()]):
            yield match.span()


def _look_alike(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each sign that only looks like another; no wide mark in an Eastern script."""
    eastern = EASTERN.search(passage.text)
    for match in LOOK_ALIKE.finditer(passage.text):
        if not (eastern and match[0] in WIDE):
            yield match.span()


def _figure_dash(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each dash between figures; not where most letters of the text are Cyrillic."""
    letters = sum(map(str.isalpha, passage.text))
    if 2 * len(CYRILLIC.findall(passage.text)) <= letters:
        for match in re.finditer(r"(?<=\d)[—‒―](?=\d)", passage.text):
            yield match.span()


RULES = (
    Rule(
        "double-space",
        "practice of the trade",
        "Several spaces stand together.",
        "Write one.",
        "la  paz",
        "la paz",
        pattern("[ \t\u00a0\u202f]{2,}"),
    ),
    Rule(
        "mixed-script",
        "Unicode Technical Standard 39, 5",
        "«{}» mixes Latin and Cyrillic letters.",
        "Type it again in one script.",
        "pа\u0437",
        "paz",
        pattern(
            r"(?<!\w)\w*(?:[A-Za-z\u00c0-\u024f][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z\u00c0-\u024f])\w*"
        ),
        Severity.ERROR,
    ),
    Rule(
        "look-alike",
        "Unicode Technical Standard 39, 4",
        "«{}» is a sign that only looks like another.",
        "Type the usual one.",
        "paz․ pan，",
        "paz. pan,",
        each(_look_alike),
    ),
    Rule(
        "format-character",
        "Unicode Standard Annex 9; Unicode Technical Report 36",
        "A character that nobody sees stands here.",
        "Delete it.",
        "la\u200e paz",
        "la paz",
        pattern("[\u061c\u180e\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u206f\ufff9-\ufffb]"),
    ),
    Rule(
        "ligature",
        "The Unicode Standard, Alphabetic Presentation Forms",
        "«{}» is a ligature of a font, no letter.",
        "Write its letters: fi, fl, ff.",
        "ﬁn",
        "fin",
        pattern("[ﬀ-ﬆ]"),
        Severity.ERROR,
    ),
    Rule(
        "mojibake",
        "UTF-8 read as Windows-1252",
        "«{}» is a character that was read in a wrong encoding.",
        "Write the letter that was meant.",
        "la posiciÃ³n",
        "la posición",
        pattern("Ã[\u00a0-\u00bf]|Â[«»¿¡º°]|â€[\u0090-\u00ff™œ\u009d“”]?"),
    ),
    Rule(
        "entity-left",
        "HTML 13.5",
        "«{}» is shown as it stands.",
        "Write the character.",
        "pan &amp; paz",
        "pan & paz",
        pattern(
            r"&(?:amp|nbsp|quot|lt|gt|apos|mdash|ndash|hellip|laquo|raquo|#\d+|#x[\da-fA-F]+);"
        ),
        Severity.ERROR,
    ),
    Rule(
        "brackets-unbalanced",
        "practice of the trade",
        "«{}» lacks its other half in this passage.",
        "Write it, or delete this one.",
        "la paz (y el pan",
        "la paz (y el pan)",
        each(_brackets),
    ),
    Rule(
        "quotes-unbalanced",
        "practice of the trade",
        "«{}» lacks its other half in this passage.",
        "Write it, or delete this one.",
        "«la paz",
        "«la paz»",
        each(_quotes),
    ),
    Rule(
        "figure-dash",
        "practice of the trade",
        "«{}» between figures is a dash of sentences.",
        "Write the mark of ranges: a hyphen in Spanish, an en dash in English.",
        "1914—1918",
        "1914-1918",
        each(_figure_dash),
    ),
    Rule(
        "repeated-word",
        "practice of the trade",
        "«{}» stands twice.",
        "Write it once.",
        "de de la paz",
        "de la paz",
        pattern(
            rf"(?<![\w-])(?!(?:{AGAIN})\b)(?P<word><a>{{2,}})␣(?P<at>(?P=word))(?![\w-])",
            but="verse",
        ),
    ),
    Rule(
        "hyphen-left",
        "practice of the trade",
        "«{}» looks like a word divided at the end of a line.",
        "Join it.",
        "la revolu- ción",
        "la revolución",
        each(_divided),
    ),
    Rule(
        "figure-letter",
        "practice of the trade",
        "«{}» mixes figures with letters that look like them.",
        "Write 0 or 1.",
        "en 19l7",
        "en 1917",
        pattern(r"(?<!\w)\d+[lOoI]\d+(?!\w)|(?<!\w)\d{2,}[lO](?!\w)|(?<!\w)[lI][6-9]\d\d(?!\w)"),
    ),
)
