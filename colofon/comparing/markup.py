"""Two documents of HTML or XML -> the words that differ, or else the elements, styles or dates."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from colofon.comparing.difference import Cause, Difference
from colofon.comparing.places import at, place, short, versus
from colofon.readers import differences as streams

TOKEN = re.compile(
    r"(?P<tag><!--.*?-->|<style\b.*?</style\s*>|<script\b.*?</script\s*>|<[^>]*>)"
    r"|(?P<space>\s+)|(?P<word>[^<\s]+)",
    re.DOTALL | re.IGNORECASE,
)
INLINE = re.compile(
    r"</?(\w+:)?(a|abbr|b|bdi|bdo|cite|code|dfn|em|hi|i|mark|q|ref|ruby|s|small|span|strong|sub"
    r"|sup|u|wbr)\b|<!--",
    re.IGNORECASE,
)
"""Tags that do not part words."""

DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)[^,\"')]*,[^\"')\s]*")
"""A file within the document (RFC 2397)."""

DATE = re.compile(r"\d{4}-?\d{2}-?\d{2}(T\d{2}:?\d{2}(:?\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?")
STYLED = re.compile(r"\s(?:class|style)=(\"[^\"]*\"|'[^']*')")

METADATA = (".opf", ".ncx", ".onix.xml", "container.xml", "XMP metadata")
"""Names of documents that speak about the book."""

ABOUT = re.compile(r"<(meta|link|title|script)\b", re.IGNORECASE)


class Word(NamedTuple):
    """A word, and where it begins, in characters from 0."""

    text: str
    start: int


def differences(name: str, ours: str, theirs: str) -> Iterator[Difference]:
    """Yield what differs, with line and column in the second document."""
    about = name.endswith(METADATA)
    mine, other = _words(ours), _words(theirs)
    if "".join(each.text for each in mine) != "".join(each.text for each in other):
        yield from _in_words(mine, other, theirs, Cause.METADATA if about else Cause.TEXT)
        return
    carried = list(_carried(ours, theirs))
    yield from carried
    bare, others = (DATA.sub(r"data:\1", each) for each in (ours, theirs))
    if bare != others:
        yield _in_markup(bare, others, theirs, about=about)
    elif not carried:
        yield Difference(place(ours, theirs), "A file within it differs.", Cause.BYTES)


def _words(text: str) -> list[Word]:
    """Read the words between the tags."""
    found: list[Word] = []
    current, start = "", 0
    for token in TOKEN.finditer(text):
        if token.lastgroup == "word":
            start = start if current else token.start()
            current += html.unescape(token.group())
        elif current and not (token.lastgroup == "tag" and INLINE.match(token.group())):
            found.append(Word(current, start))
            current = ""
    return [*found, Word(current, start)] if current else found


def _in_words(mine: list[Word], other: list[Word], text: str, cause: Cause) -> Iterator[Difference]:
    """Yield the words that differ; where a document about the book differs in dates, as such."""
    read, told = [each.text for each in mine], [each.text for each in other]
    for each in streams.differences(read, told):
        old, new = read[each.start : each.stop], told[each.low : each.high]
        start = other[each.low].start if each.low < len(other) else len(text)
        dates = cause is Cause.METADATA and old and all(map(DATE.fullmatch, [*old, *new]))
        kind = Cause.CLOCK if dates else cause
        yield Difference(at(text, start), f"{versus(old, new)}.", kind)


def _carried(ours: str, theirs: str) -> Iterator[Difference]:
    """Yield the fonts and pictures within the documents that differ."""
    for mine, other in zip(DATA.finditer(ours), DATA.finditer(theirs), strict=False):
        if mine.group() != other.group():
            kind = other[1]
            font = "font" in kind
            cause = Cause.FONT if font else Cause.IMAGE if "image" in kind else Cause.BYTES
            text = f"The {'font' if font else 'file'} within the document ({kind}) differs."
            yield Difference(at(theirs, other.start()), text, cause)


def _in_markup(ours: str, theirs: str, whole: str, *, about: bool) -> Difference:
    """Say in which tag two documents with the same words first differ.

    Both come without the files within them; `whole` is the second one with them.
    """
    mine, other = _tags(ours), _tags(theirs)
    pairs = zip(mine, other, strict=False)
    number = next((index for index, (one, two) in enumerate(pairs) if one != two), -1)
    if number < 0 and len(mine) == len(other):
        return _moved(ours, theirs, whole)
    number = number if number >= 0 else min(len(mine), len(other))
    old, new = (each[number] if number < len(each) else "" for each in (mine, other))
    where = _where(whole, number)
    said = f"{_quoted(new, old)} stands where the reference has {_quoted(old, new)}"
    return Difference(where, f"{said}.", _cause(old, new, about=about))


def _moved(ours: str, theirs: str, whole: str) -> Difference:
    """Say which tag stands between other letters, or that spaces alone differ."""
    mine, other = _before(ours), _before(theirs)
    pairs = enumerate(zip(mine, other, strict=True))
    number = next((index for index, (one, two) in pairs if one != two), -1)
    if number < 0:
        text = "Words and tags are the same, but lines or spaces differ from here on."
        return Difference(place(ours, theirs), text, Cause.LAYOUT)
    tag = _tags(theirs)[number]
    cause = Cause.LAYOUT if "pagebreak" in tag else Cause.MARKUP
    text = f"«{short(tag)}» stands at another word than in the reference."
    return Difference(_where(whole, number), text, cause)


def _before(text: str) -> list[int]:
    """Return for each tag how many letters stand before it."""
    counts, letters = [], 0
    for token in TOKEN.finditer(text):
        if token.lastgroup == "tag":
            counts.append(letters)
        elif token.lastgroup == "word":
            letters += len(html.unescape(token.group()))
    return counts


def _tags(text: str) -> list[str]:
    """Return the tags of a document, style sheets and scripts as one each."""
    return [each.group() for each in TOKEN.finditer(text) if each.lastgroup == "tag"]


def _where(text: str, number: int) -> str:
    """Return where a tag stands by its number."""
    starts = [each.start() for each in TOKEN.finditer(text) if each.lastgroup == "tag"]
    return at(text, starts[number] if number < len(starts) else len(text))


def _quoted(tag: str, other: str) -> str:
    """Quote a tag; of a long one, from shortly before where it differs."""
    first = next(
        (index for index, (one, two) in enumerate(zip(tag, other, strict=False)) if one != two), 0
    )
    start = max(first - 20, 0) if first > len(short(tag)) // 2 else 0
    return f"«{'…' if start else ''}{short(tag[start:])}»" if tag else "nothing"


def _cause(old: str, new: str, *, about: bool) -> Cause:
    """Tell what kind of difference two tags make."""
    head = old or new
    if old and new and DATE.sub("", old) == DATE.sub("", new) and about:
        return Cause.CLOCK
    if about or ABOUT.match(head):
        return Cause.METADATA
    if head.lower().startswith("<style") or STYLED.sub("", old) == STYLED.sub("", new):
        return Cause.STYLE
    return Cause.MARKUP
