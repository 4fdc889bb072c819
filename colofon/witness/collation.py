"""A reading and a transcription, aligned -> every difference, and which declaration explains it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from colofon.readers.differences import Difference, differences
from colofon.witness.reading import Declared, Reading
from colofon.witness.tokens import PAGE, Tokens, tokenize
from colofon.witness.transcription import Transcription


@dataclass
class Collation:
    """The tokens of the reading, aligned with those of the witness."""

    reading: Reading
    transcription: Transcription
    tokens: Tokens
    """Those of the reading."""
    every: list[Difference] = field(default_factory=list)
    astray: list[int] = field(default_factory=list)
    """Where in the reading a page begins that does not begin there in the witness."""

    def spans(self) -> Iterator[tuple[Declared, int, int]]:
        """Yield every emendation with the tokens that it covers in the reading."""
        for each in self.reading.declared:
            start = bisect_left(self.tokens.starts, each.start)
            stop = max(start, bisect_left(self.tokens.starts, each.stop))
            yield each, start, stop

    def there(self, start: int, stop: int) -> tuple[int, int]:
        """Return the tokens of the witness that stand where some of the reading do."""
        return self._there(start, after=False), self._there(stop, after=True)

    def _there(self, index: int, *, after: bool) -> int:
        """Return where in the witness a boundary between two tokens of the reading is."""
        shift = 0
        for each in self.every:
            if index < each.start or (index == each.start and not after):
                break
            if index < each.stop or (index == each.stop and after):
                return each.high if after else each.low
            shift = each.high - each.stop
        return index + shift

    def agreed(self) -> Iterator[tuple[int, int]]:
        """Yield every token of the reading with the one of the witness that is the same."""
        end = Difference(
            len(self.tokens.keys),
            len(self.tokens.keys),
            len(self.transcription.tokens.keys),
            len(self.transcription.tokens.keys),
        )
        before = Difference(0, 0, 0, 0)
        for each in (*self.every, end):
            yield from zip(
                range(before.stop, each.start), range(before.high, each.low), strict=True
            )
            before = each


def collate(reading: Reading, transcription: Transcription) -> Collation:
    """Align the two, token by token, in time and memory that grow with their length."""
    text = reading.text
    for number in transcription.placed:
        start, stop = reading.headings[number]
        text = f"{text[:start]}{' ' * (stop - start)}{text[stop:]}"
    tokens = tokenize(text, reading.pages)
    found = Collation(reading, transcription, tokens)
    found.every = list(differences(tokens.keys, transcription.tokens.keys))
    changed = (index for each in found.every for index in range(each.start, each.stop))
    found.astray = [tokens.starts[at] for at in changed if tokens.keys[at].startswith(PAGE)]
    return found


def wraps(collation: Collation) -> list[tuple[int, int]]:
    """Return the tokens that one side begins a line with, and the other does not."""
    text, witness = collation.reading.text, collation.transcription.witness.text
    ours, theirs = collation.tokens, collation.transcription.tokens
    found = []
    for (before, last), (here, there) in pairwise(collation.agreed()):
        if here == before + 1 and there == last + 1:
            begins = "\n" in text[ours.stops[before] : ours.starts[here]]
            wrapped = "\n" in witness[theirs.stops[last] : theirs.starts[there]]
            if begins != wrapped:
                found.append((here, there))
    return found


def is_marker(collation: Collation, each: Difference) -> bool:
    """Tell whether all that the witness has more is the marker of an item that begins here."""
    ours, theirs = collation.tokens, collation.transcription.tokens
    if each.start != each.stop or each.start == len(ours.starts):
        return False
    low = ours.stops[each.start - 1] if each.start else 0
    said = "".join(key.strip() for key in theirs.keys[each.low : each.high])
    offsets = range(low, ours.starts[each.start] + 1)
    return any(said in collation.reading.items.get(at, ()) for at in offsets)


def without_pages(collation: Collation, each: Difference) -> tuple[list[str], list[str]]:
    """Return what differs in reading and witness, besides page breaks that are told of once."""
    ours, theirs = collation.tokens.keys, collation.transcription.tokens.keys
    old = [key for key in ours[each.start : each.stop] if not key.startswith(PAGE)]
    told = {f"{PAGE}{collation.reading.pages[offset]}" for offset in collation.astray}
    return old, [key for key in theirs[each.low : each.high] if key not in told]
