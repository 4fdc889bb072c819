"""Two stretches of tokens -> the same, cut into passages where either edition tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from colofon.readers.words import LINE
from colofon.revision.agreeing import agreements
from colofon.revision.reading import CITED, Token


def told(found: Sequence[Token], *, paged: bool) -> list[Token]:
    """Keep what a side tells of beginnings by itself.

    On a page a passage begins only with a line, and an indent tells it behind a line that is
    flush; lines that are all set in may be those of verse, and one that is flush may follow a
    heading: they do not tell.
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
        else:
            yield token._replace(begins=True if token.begins and flush else None, opens="")
        if token.opens:
            flush = not token.begins and token.begins is not None


def firm(found: Sequence[Token]) -> list[Token]:
    """Let passages begin only where they are told to."""
    return [token._replace(begins=bool(token.begins)) for token in found]


def settled(first: Sequence[Token], second: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Let each side tell the other what it does not tell itself.

    Where one does not say whether a passage begins with a word, the other's same word
    does; nobody's word does not. A marker that the other side does not write
    is left out; one that both write stands in the passage that it marks.
    """
    partners: tuple[dict[int, int], dict[int, int]] = ({}, {})
    texts = [[token.text for token in side] for side in (first, second)]
    for each in agreements(*texts):
        for step in range(each.size):
            partners[0][each.here + step] = each.there + step
            partners[1][each.there + step] = each.here + step
    return (
        list(_completed(first, second, partners[0])),
        list(_completed(second, first, partners[1])),
    )


def _completed(
    found: Sequence[Token], other: Sequence[Token], partners: dict[int, int]
) -> Iterator[Token]:
    """Fill in what one side does not tell, and leave out the markers that are no words."""
    numbered = any(CITED.fullmatch(token.opens) for token in found)
    dropped = kept = False
    for at, token in enumerate(found):
        partner = other[partners[at]] if at in partners else None
        said = token.begins
        if said is None and partner is not None:
            # What is cited there has no number here, where others have theirs: it is no passage.
            said = partner.begins and not (numbered and CITED.fullmatch(partner.opens))
        if token.marker and partner is None:
            dropped = dropped or bool(said)
            continue
        yield token._replace(begins=(bool(said) or dropped) and not kept)
        dropped, kept = False, token.marker and partner is not None and partner.marker
