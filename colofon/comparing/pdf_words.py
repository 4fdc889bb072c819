"""Pages of two PDFs that are drawn otherwise -> words that differ, lines that break elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pypdfium2 import PdfDocument

from colofon.comparing.difference import Cause, Difference
from colofon.comparing.places import ending, versus
from colofon.readers import differences as streams
from colofon.readers import pdf_seen

HYPHENS = "-\u2010\ufffe\u0002\u00ad"
"""What may stand at the end of a line where a word is divided; PDFium has names of its own."""

OFTEN = 3
"""Pages that have a line, numbers aside, which makes it a running head."""

Pages = list[list[str]]


class Word(NamedTuple):
    """A word without its hyphens, its page from 0, and its line from 1."""

    text: str
    page: int
    line: int


def differences(
    ours: PdfDocument, theirs: PdfDocument, both: list[tuple[int, int]], redrawn: set[int]
) -> Iterator[Difference]:
    """Yield how the pages `redrawn` (ours, from 1) differ; `both` pairs pages, from 0.

    Words are compared through the whole text, so that one which moved to another line or page
    is no difference of words; of pages whose words are the same, lines are compared, then places.
    """
    mine: Pages = [pdf_seen.lines(ours, each) for each in range(len(ours))]
    other: Pages = [pdf_seen.lines(theirs, each) for each in range(len(theirs))]
    changed = set[int]()
    for each in _in_words(mine, other):
        changed.add(int(each.member.split()[1]) - 1)
        yield each
    for one, two in both:
        if one + 1 in redrawn and two not in changed:
            yield _in_lines(mine[one], other[two], two + 1) or _in_places(
                pdf_seen.places(ours, one), pdf_seen.places(theirs, two), two + 1
            )


def _in_words(mine: Pages, other: Pages) -> Iterator[Difference]:
    """Yield the words that differ, but where lines or pages break elsewhere not those that moved.

    There words pass the notes and the numbers in the margin, and page numbers change.
    """
    read, told = _words(mine), _words(other)
    olds, news = [each.text for each in read], [each.text for each in told]
    found = list(streams.differences(olds, news))
    if Counter(each[1:] for each in read) != Counter(each[1:] for each in told):
        found = _without_moves(found, olds, news)
    for each in found:
        old, new = olds[each.start : each.stop], news[each.low : each.high]
        if "".join(old) != "".join(new) and told:
            word = told[min(each.low, len(told) - 1)]
            text = f"line {word.line}: {versus(old, new)}."
            yield Difference(f"page {word.page + 1}", text, Cause.TEXT)


def _without_moves(
    found: list[streams.Difference], olds: list[str], news: list[str]
) -> list[streams.Difference]:
    """Return the differences with a word that is nowhere else, which letters bear out."""
    old = Counter(word for each in found for word in olds[each.start : each.stop])
    new = Counter(word for each in found for word in news[each.low : each.high])
    lost, gained = old - new, new - old
    if _letters(lost) == _letters(gained):  # a word is divided elsewhere, across a page
        return []
    return [
        each
        for each in found
        if any(lost[word] and _letters([word]) for word in olds[each.start : each.stop])
        or any(gained[word] and _letters([word]) for word in news[each.low : each.high])
    ]


def _letters(words: Iterable[str]) -> Counter[str]:
    """Count the letters of words."""
    elements = words.elements() if isinstance(words, Counter) else words
    return Counter(letter for word in elements for letter in word if letter.isalpha())


def _words(pages: Pages) -> list[Word]:
    """Read the words of all pages, those that a line end divides whole, without running heads."""
    heads = Counter(shape for page in pages for shape in {_shape(line) for line in page})
    found: list[Word] = []
    divided = False
    for page, lines in enumerate(pages):
        for number, line in enumerate(lines, start=1):
            if heads[_shape(line)] >= OFTEN:
                continue
            for index, word in enumerate(line.split()):
                bare = word.translate(dict.fromkeys(map(ord, HYPHENS)))
                if divided and not index and found:
                    found[-1] = found[-1]._replace(text=found[-1].text + bare)
                elif bare:
                    found.append(Word(bare, page, number))
            divided = line[-1] in HYPHENS
    return found


def _shape(line: str) -> str:
    """Return what is the same in the running heads of several pages."""
    return re.sub(r"[\divxlc]+", "", line)


def _in_lines(mine: list[str], other: list[str], page: int) -> Difference | None:
    """Say which is the first line of a page that breaks elsewhere."""
    for number, (one, two) in enumerate(zip(mine, other, strict=False), start=1):
        if one != two:
            text = (
                f"line {number} ends elsewhere: «{ending(two)}»; in the reference «{ending(one)}»."
            )
            return Difference(f"page {page}", text, Cause.LAYOUT)
    if len(mine) != len(other):
        text = f"The page has {len(other)} lines; in the reference {len(mine)}."
        return Difference(f"page {page}", text, Cause.LAYOUT)
    return None


def _in_places(mine: pdf_seen.Places, other: pdf_seen.Places, page: int) -> Difference:
    """Say what first stands elsewhere on a page, or that something else is drawn otherwise."""
    for one, two in zip(mine, other, strict=False):
        if one != two:
            (sign, left, foot), (_, x, y) = one, two
            text = (
                f"The lines are the same, but «{sign}» stands at {x} and {y} pt from the left "
                f"and the foot; in the reference at {left} and {foot}."
            )
            return Difference(f"page {page}", text, Cause.LAYOUT)
    text = "The same words stand in the same places; something else is drawn otherwise."
    return Difference(f"page {page}", text, Cause.BYTES)
