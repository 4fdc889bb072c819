"""Two PDFs -> the objects that differ, followed from the same beginnings whatever their numbers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pikepdf import Dictionary, Name, Object, Pdf, Stream

from colofon.comparing import pdf_parts, pdf_streams, pdf_values
from colofon.comparing.difference import Cause, Difference
from colofon.comparing.pdf_pairs import Pairs
from colofon.comparing.pdf_values import NOTHING
from colofon.finding import Place
from colofon.guarded import Unsafe
from colofon.guarded.streams import decoded

Within = Callable[[str, bytes, bytes], Iterator[Difference]]

PACKED = {"/Length", "/Filter", "/DecodeParms", "/DL", "/Params"}
"""What a stream says of how it is packed."""

SIZES = {"/Size", "/CheckSum"}
"""What an attached file says of its content."""

BACK = {"/Parent", "/P", "/Pg", "/Prev", "/Last"}
"""Keys that lead back to where we come from, or to pages."""


class Pair(NamedTuple):
    """Two objects that stand for each other, under a key of a part."""

    label: str
    key: str
    ours: Any
    theirs: Any


class Walk:
    """A comparison of two PDFs object by object; afterwards its lists say what was found."""

    def __init__(self, ours: Pdf, theirs: Pdf, pairs: Pairs, within: Within) -> None:
        self.ours, self.theirs, self.pairs, self.within = ours, theirs, pairs, within
        self.found: list[Difference] = []
        self.repacked: list[str] = []
        """Parts whose streams have the same content, packed otherwise."""
        self.redrawn: set[int] = set()
        """Numbers of our pages, from 1, whose drawing differs."""
        self.pages = {f"page {one + 1}": one + 1 for one, _ in pairs.both}
        self._told: set[tuple[str, Cause]] = set()
        self._seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
        self._waiting: deque[Pair] = deque()
        self._later: deque[Pair] = deque()

    def run(self) -> None:
        """Walk through pages, then what the files say of themselves, then all the rest."""
        for one, two in self.pairs.both:
            label = f"page {one + 1}"
            self._page(label, self.ours.pages[one].obj, self.theirs.pages[two].obj)
            self._drain()
        infos = (pdf.trailer.get(Name.Info, Dictionary()) for pdf in (self.ours, self.theirs))
        self._waiting.append(Pair("Info", "", *infos))
        self._attached()
        skipped = {"/Pages", "/AF", "/Type", "/Version", "/Extensions"}
        roots = dict(self.ours.Root), dict(self.theirs.Root)
        for key in sorted({*roots[0], *roots[1]} - skipped):
            label = pdf_parts.CATALOGUE.get(key, "catalogue")
            self._later.append(Pair(label, key, *(root.get(key, NOTHING) for root in roots)))
        self._drain()
        while self._later:
            self._waiting.append(self._later.popleft())
            self._drain()

    def _page(self, label: str, ours: Any, theirs: Any) -> None:
        """Compare two pages; what they inherit counts as their own (ISO 32000-1, 7.7.3.4)."""
        mine, other = pdf_values.inherited(ours), pdf_values.inherited(theirs)
        for key in sorted({*mine, *other} - BACK):
            pair = Pair(label, key, mine.get(key, NOTHING), other.get(key, NOTHING))
            if key == "/Annots":
                self._annotations(pair)
            else:
                self._waiting.append(pair)

    def _contents(self, pair: Pair) -> None:
        """Compare what draws two pages, which may be in several streams."""
        mine, other = (pdf_values.streams(each) for each in (pair.ours, pair.theirs))
        place = Place("", part=pair.label)
        one, two = (
            b"\n".join(decoded(each, place) for each in streams) for streams in (mine, other)
        )
        if one != two:
            self.redrawn.add(self.pages[pair.label])
        elif any(map(pdf_streams.repacked, mine, other)) or len(mine) != len(other):
            self.repacked.append(pair.label)

    def _annotations(self, pair: Pair) -> None:
        """Compare links and comments; where there are more or fewer, the kinds of them are told."""
        mine, other = ([] if each is NOTHING else list(each) for each in (pair.ours, pair.theirs))
        label = f"{pair.label}, annotation"
        for one, two in zip(mine, other, strict=False):
            self._waiting.append(Pair(label, "", one, two))
        for extra in other[len(mine) :]:
            kind = str(pdf_parts.dictionary(extra).get(Name.Subtype, "")).removeprefix("/")
            text = f"An annotation ({kind}) is not in the reference: a comment, mark or signature."
            self.found.append(Difference(label, text, Cause.ADDED))
        for _ in mine[len(other) :]:
            self.found.append(Difference(label, "A link or annotation is missing.", Cause.MISSING))

    def _attached(self) -> None:
        """Compare attached files by their names (ISO 32000-2, 14.13)."""
        mine, other = (pdf_values.attachments(pdf) for pdf in (self.ours, self.theirs))
        for name in mine.keys() | other.keys():
            label = f"attachment {name}"
            if name not in other:
                self.found.append(Difference(label, "It is missing.", Cause.MISSING))
            elif name not in mine:
                self.found.append(Difference(label, "It is not in the reference.", Cause.ADDED))
            else:
                self._waiting.append(Pair(label, "", mine[name], other[name]))

    def _drain(self) -> None:
        """Compare all that waits."""
        while self._waiting:
            pair = self._waiting.popleft()
            try:
                self._compare(pair)
            except Unsafe as unsafe:
                text = unsafe.finding.message
                self.found.append(Difference(pair.label, text, Cause.DAMAGED))
            except UnicodeDecodeError:  # pikepdf gives names as text
                text = "It has a name that is no Unicode."
                self.found.append(Difference(pair.label, text, Cause.DAMAGED))

    def _compare(self, pair: Pair) -> None:
        """Compare two objects, and let what they hold wait."""
        ours, theirs = pair.ours, pair.theirs
        if pair.key == "/Contents" and pair.label in self.pages:
            self._contents(pair)
            return
        label = pdf_parts.part(pair.label, theirs if ours is NOTHING else ours)
        if label == pdf_parts.STRUCTURE and pair.label != label:
            self._later.append(pair._replace(label=label))
            return
        if self._known(ours, theirs):
            return
        pair = pair._replace(label=label)
        if isinstance(ours, Stream) and isinstance(theirs, Stream):
            self._stream(pair)
        elif isinstance(ours, Dictionary) and isinstance(theirs, Dictionary):
            if not self._renamed(pair):
                attached = {"/EmbeddedFiles"} if Name.AF in self.ours.Root else set[str]()
                self._entries(pair, attached if pair.key == "/Names" else set())
        elif pdf_values.are_lists(ours, theirs):
            for one, two in zip(list(ours), list(theirs), strict=True):
                self._waiting.append(pair._replace(ours=one, theirs=two))
        elif not pdf_values.same(ours, theirs):
            self._tell(pair)

    def _known(self, ours: Any, theirs: Any) -> bool:
        """Tell whether two objects were compared before, or are pages, which stand for each other.

        A page that has no counterpart is told once, and not wherever something leads to it.
        """
        if not (isinstance(ours, Object) and isinstance(theirs, Object)):
            return False
        one, two = ours.objgen, theirs.objgen
        if self.pairs.alike(one, two):
            return True
        if one == (0, 0) or two == (0, 0):
            return False
        known = (one, two) in self._seen
        self._seen.add((one, two))
        return known

    def _renamed(self, pair: Pair) -> bool:
        """Tell, and say, whether two fonts have different names."""
        if not pair.label.startswith("font "):
            return False
        old, new = pdf_parts.face(pair.ours), pdf_parts.face(pair.theirs)
        if old == new:
            return False
        text = f"It stands where the reference has {old}: a font of the system, or a substitute."
        self._once(Difference(f"font {new}", text, Cause.FONT))
        return True

    def _once(self, difference: Difference) -> None:
        """Tell one difference of each font, or of where links stand: one change shows in many."""
        said = difference.member, difference.cause
        if said not in self._told:
            self._told.add(said)
            self.found.append(difference)

    def _entries(self, pair: Pair, without: set[str]) -> None:
        """Let the values of two dictionaries wait."""
        mine, other = dict(pair.ours.items()), dict(pair.theirs.items())
        for key in sorted({*mine, *other} - BACK - without):
            values = mine.get(key, NOTHING), other.get(key, NOTHING)
            self._waiting.append(Pair(pair.label, key, *values))

    def _stream(self, pair: Pair) -> None:
        """Compare what two streams hold, then what else is said of them."""
        place = Place("", part=pair.label)
        mine, other = decoded(pair.ours, place), decoded(pair.theirs, place)
        if mine != other and pdf_parts.is_form(pair.ours) and pair.label in self.pages:
            self.redrawn.add(self.pages[pair.label])
        elif mine != other:
            for each in pdf_streams.differences(pair.label, pair.ours, mine, other, self.within):
                if each.cause is Cause.FONT:
                    self._once(each)
                else:
                    self.found.append(each)
        elif pdf_streams.repacked(pair.ours, pair.theirs):
            self.repacked.append(pair.label)
        self._entries(pair, PACKED)
        params = (pdf_parts.dictionary(each.get(Name.Params)) for each in (pair.ours, pair.theirs))
        self._entries(Pair(pair.label, "/Params", *params), SIZES)

    def _tell(self, pair: Pair) -> None:
        """Say that two values differ."""
        cause = pdf_parts.cause(pair.label, pair.key)
        key = pair.key.removeprefix("/")
        old, new = (pdf_values.said(each) for each in (pair.ours, pair.theirs))
        if cause is Cause.FONT:
            text = f"The font, its subset or its name differs ({key})."
            if pair.ours is NOTHING and isinstance(pair.theirs, Dictionary):
                text = "It is not in the reference: a font of the system, or a substitute."
            self._once(Difference(pair.label, text, cause))
            return
        if pair.key in pdf_parts.PLACES:
            text = f"It stands or leads elsewhere: {key} is {new}; the reference has {old}."
            self._once(Difference(pair.label, text, cause))
            return
        text = f"{key} is {new}; the reference has {old}."
        self.found.append(Difference(pair.label, text, cause))
