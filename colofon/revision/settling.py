"""Two stretches of tokens -> the same, cut into passages where either edition tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from colofon.readers.words import BLOCK, LINE
from colofon.revision.agreeing import Agreement, agreements
from colofon.revision.reading import CITED, Token

INITIAL = re.compile(r"[A-Z]\.")
"""What may be the marker of an item, or of a name the first letter."""


def told(found: Sequence[Token], *, paged: bool) -> list[Token]:
    """Keep what a side tells of beginnings by itself.

    On a page a passage begins only with a line, and an indent tells it behind a line that is
    flush. Lines that are all set in may be those of verse: they tell it unless the other side
    knows better. One that is flush may follow a heading, and does not tell.
    """
    if not paged:
        return [token._replace(begins=True) if token.opens else token for token in found]
    return list(_lined(found))


def _lined(found: Sequence[Token]) -> Iterator[Token]:
    """Keep what the lines of pages tell."""
    flush = False
    for token in found:
        if token.opens != LINE:
            yield token._replace(begins=bool(token.opens))
        elif token.begins and flush:
            yield token._replace(opens="")
        else:
            yield token._replace(begins=None, opens=BLOCK if token.begins else "")
        if token.opens:
            flush = not token.begins and token.begins is not None


def firm(found: Sequence[Token]) -> list[Token]:
    """Let passages begin only where they are told to."""
    return [token._replace(begins=_alone(token)) for token in found]


def _alone(token: Token) -> bool:
    """Tell whether a passage begins with a token, for all that one side knows."""
    return token.opens == BLOCK if token.begins is None else token.begins


def settled(first: Sequence[Token], second: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Let each side tell the other what it does not tell itself.

    Where one does not say whether a passage begins with a word, the other's same word
    does, or one that stands for it; nobody's word does not. The markers of lists are left
    out; what only looks like one stays where the other side has it as a word.
    """
    partners: tuple[dict[int, int], dict[int, int]] = ({}, {})
    texts = [[token.text for token in side] for side in (first, second)]
    here = there = 0
    for start, low, size in (*agreements(*texts), Agreement(len(first), len(second), 0)):
        if start - here == low - there:
            here, there = here - start, there - low
        else:
            here = there = 0
        for step in range(here, size):
            partners[0][start + step] = low + step
            partners[1][low + step] = start + step
        here, there = start + size, low + size
    return (
        list(_completed(first, second, partners[0])),
        list(_completed(second, first, partners[1])),
    )


def _completed(
    found: Sequence[Token], other: Sequence[Token], partners: dict[int, int]
) -> Iterator[Token]:
    """Fill in what one side does not tell, and leave out the markers of lists."""
    numbered = any(CITED.fullmatch(token.opens) for token in found)
    marked = False
    for at, token in enumerate(found):
        partner = other[partners[at]] if at in partners else None
        said = token.begins
        if said is None and partner is not None:
            # What is cited there has no number here, where others have theirs: it is no passage.
            said = partner.begins and not (numbered and CITED.fullmatch(partner.opens))
        if _is_marker(token, partner):
            marked = marked or said is not False
            continue
        yield token._replace(begins=(_alone(token) if said is None else said) or marked)
        marked = False


def _is_marker(token: Token, partner: Token | None) -> bool:
    """Tell a marker from a word that looks like one, such as an initial."""
    if not token.marker:
        return False
    initial = INITIAL.fullmatch(token.text) is not None
    if partner is None or (partner.text != token.text and not partner.marker):
        return True
    return partner.marker and not (initial and INITIAL.fullmatch(partner.text))
