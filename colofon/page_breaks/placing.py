"""A mark, and a place among a block's own characters -> the mark in that place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from colofon.blocks import BLOCKS, INVISIBLE

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class Spot(NamedTuple):
    """A place in a block, before so many of its own characters; None: at its end."""

    block: Element
    characters: int | None


class _Slot(NamedTuple):
    """Where text may stand: inside an element before its children, or behind it."""

    element: Element
    behind: bool

    @property
    def text(self) -> str:
        """The text that stands there."""
        return (self.element.tail if self.behind else self.element.text) or ""


def is_mark(node: Element) -> bool:
    """Tell whether an element marks the beginning of a printed page."""
    return bool(node.get("role") == "doc-pagebreak")


def length(block: Element) -> int:
    """Count a block's own characters."""
    return sum(_visible(slot.text) for slot in _slots(block))


def put(span: Element, spot: Spot) -> None:
    """Put a mark in its place; the marks that come after it stand already.

    It never stands inside the call of a note, nor behind a call that begins the word.
    """
    if spot.characters is None:
        _end(spot.block, span)
    elif spot.characters == 0:
        _begin(spot.block, span)
    else:
        left = spot.characters
        for slot in _slots(spot.block):
            here = _visible(slot.text)
            if left < here:
                _insert(slot, _index(slot.text, left), span, spot.block)
                return
            left -= here


def _visible(text: str) -> int:
    """Count the characters that are neither white space nor invisible."""
    return len("".join(text.translate(INVISIBLE).split()))


def _slots(element: Element) -> Iterator[_Slot]:
    """Yield where an element's own text may stand.

    Inner blocks are left out, and the calls of notes, which in print hold the notes.
    """
    yield _Slot(element, behind=False)
    for child in element:
        if child.tag not in BLOCKS and not _is_call(child):
            yield from _slots(child)
        yield _Slot(child, behind=True)


def _is_call(node: Element) -> bool:
    """Tell whether an element is the call of a note."""
    return bool(node.get("role") == "doc-noteref")


def _is_contents(node: Element) -> bool:
    """Tell whether an element stands in the contents."""
    return any(each.tag == "nav" for each in node.iterancestors())


def _end(block: Element, span: Element) -> None:
    """Put a mark at the end of a block, before the marks that stand there already."""
    index = len(block)
    while index and is_mark(block[index - 1]) and not block[index - 1].tail:
        index -= 1
    block.insert(index, span)


def _begin(block: Element, span: Element) -> None:
    """Put a mark at the beginning of a block.

    It stands before the heading that begins a part, whose name it would else be part of. EPUB
    allows it neither before the heading of the contents nor between lists and links (EPUB 3.3,
    7.3): it stands before the contents, or inside of the link.
    """
    part = block.getparent()
    if block.tag in HEADINGS and all(map(is_mark, block.itersiblings(preceding=True))):
        if part.tag == "nav":
            _before(part, span, part.getparent())
        else:
            _lead(part, span)
    else:
        _lead(next(block.iter("a"), block) if _is_contents(block) else block, span)


def _lead(parent: Element, span: Element) -> None:
    """Let a mark be the first thing inside an element."""
    span.tail, parent.text = parent.text, None
    parent.insert(0, span)


def _index(text: str, characters: int) -> int:
    """Return where so many visible characters of a text are told, and the next one stands."""
    places = [index for index, sign in enumerate(text) if _visible(sign)]
    return places[characters]


def _insert(slot: _Slot, index: int, span: Element, block: Element) -> None:
    """Put a mark before a sign of a slot, or before all that begins together with that sign."""
    element, text = slot.element, slot.text
    parent = element.getparent()
    if not slot.behind and index:
        span.tail, element.text = text[index:], text[:index]
        element.insert(0, span)
    elif slot.behind and (index or not _leads(element)):
        span.tail, element.tail = text[index:], text[:index] or None
        parent.insert(parent.index(element) + 1, span)
    else:
        _before(element, span, block)


def _before(node: Element, span: Element, block: Element) -> None:
    """Put a mark before a node of a block, and before what begins where the node does."""
    while not _text_before(node):
        before, parent = node.getprevious(), node.getparent()
        if before is not None and _leads(before):
            node = before
        elif (
            before is None
            and parent is not block
            and not (parent.tag == "a" and _is_contents(parent))
        ):
            node = parent
        else:
            break
    parent = node.getparent()
    parent.insert(parent.index(node), span)


def _text_before(node: Element) -> str:
    """Return the text that stands right before a node, in its parent."""
    before = node.getprevious()
    return (node.getparent().text if before is None else before.tail) or ""


def _leads(node: Element) -> bool:
    """Tell whether a node belongs to the word behind it: a mark, or a call behind a space."""
    return is_mark(node) or (_is_call(node) and _text_before(node)[-1:].isspace())
