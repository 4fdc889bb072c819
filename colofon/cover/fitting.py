"""Words, a face and a box -> the largest lines that fill the box and leave it nowhere."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import ImageFont

STEP = 0.96
"""How much smaller the next size is that we try."""

MEASURED_AT = 1000
"""Size in which words are measured, in pixels to the em."""

PAUSES = (".", "!", "?", ":", ";", ",", "…", "—", "»", ")")
"""Where a title likes to be broken."""


@dataclass(frozen=True)
class Box:
    """The room for a text: sizes in points, `leading` in lines of its own size."""

    width: float
    height: float
    largest: float
    leading: float


@dataclass(frozen=True)
class Lines:
    """Lines of text and the size, in points, at which they fit."""

    size: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Word:
    """A word and its width in ems."""

    text: str
    width: float


def fit(paragraphs: list[str], face: bytes, box: Box) -> Lines:
    """Break paragraphs into lines, as large as the box allows.

    Every text fits at some size, since the size goes down until it does.
    """
    font = ImageFont.truetype(io.BytesIO(face), MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
    measured = [
        [_Word(word, font.getlength(word) / MEASURED_AT) for word in text.split()]
        for text in paragraphs
    ]
    space = font.getlength(" ") / MEASURED_AT
    size = min(box.largest, box.width / max(word.width for text in measured for word in text))
    while True:
        lines = [line for text in measured for line in _break(text, space, box.width / size)]
        if len(lines) * size * box.leading <= box.height:
            return Lines(round(size, 2), tuple(lines))
        size *= STEP


def _break(words: list[_Word], space: float, width: float) -> list[str]:
    """Break words into even lines of at most `width` ems, rather after a pause than elsewhere.

    Of all ways to break before a word, the one whose lines so far waste least is kept
    (Knuth and Plass 1981, without stretch). No single word is wider than a line.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        ways, filled = list[tuple[float, int]](), -space
        for start in range(end - 1, -1, -1):
            filled += space + words[start].width
            if ways and filled > width:
                break
            waste = _waste(filled / width, words[end - 1].text.endswith(PAUSES))
            ways.append((best[start][0] + waste, start))
        best.append(min(ways))
    lines, end = list[str](), len(words)
    while end:
        start = best[end][1]
        lines.insert(0, " ".join(word.text for word in words[start:end]))
        end = start
    return lines


def _waste(filled: float, pause: bool) -> float:  # noqa: FBT001  # private and plain
    """Weigh a line: its being there, its empty part squared, a break that no pause asks for."""
    return 0.15 + (1 - filled) ** 2 + (0 if pause else 0.35)
