"""Notes that are written once, at the end -> the rules that show each beside its call.

The list of notes stays the one home of every note: so it is read, printed, spoken, copied and
shown without any style sheet, with links there and back. How a note is seen is a matter of style:

- where there is a margin, every note hangs in it, level with its call (CSS Anchor
  Positioning 1). Two that would meet do not: none stands higher than the end of the one
  before it, whose box is an anchor, too. A long note takes the room that is left above the
  next call, and scrolls; so notes stay near their calls where these are many.
- the note that a call leads to (`:target`) is shown whole: over the others, in the middle of
  the margin; where there is no margin, or the browser knows no anchors, at the foot of the
  window. In neither place does the text move (a fixed box needs no scrolling); the note's
  link back closes it.

Notes that stand behind their paragraph (floats) were not chosen: they are copied with it, a screen
reader reads them in the middle of the text, and a telephone shows them between its paragraphs.
No `popover` either: without a script it is opened by a button alone, never by a link.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

ROOM = "(min-width: 62em)"
"""Where a margin is wide enough; `styles/web.css` has the same condition."""

ABLE = "(anchor-name: --a) and (top: anchor(--a bottom))"
"""What a browser must know (CSS Anchor Positioning 1, 2.1 and 3.1)."""


def rules(body: Element) -> str:
    """Write what ties each note of a page to its call; nothing if there is no note.

    The rules give names and heights alone: `styles/web.css` says what is done with them.
    """
    numbers = [each.get("id", "")[1:] for each in body.iter("div") if _is_note(each)]
    if not numbers:
        return ""
    inner = "\n".join(_tied(numbers, index) for index in range(len(numbers)))
    return f"@supports {ABLE} {{\n@media screen and {ROOM} {{\n{inner}\n}}\n}}\n"


def _is_note(element: Element) -> bool:
    """Tell a note (DPUB-ARIA 1.1, doc-footnote)."""
    return element.get("role") == "doc-footnote"


def _tied(numbers: list[str], index: int) -> str:
    """Write the rules of one note: it hangs between its call and that of the next.

    It stands below two notes before it, since the last may be away from the margin.
    """
    number, following = numbers[index], numbers[index + 1 : index + 2]
    above = [f"anchor(--n{each} bottom, 0px)" for each in numbers[max(0, index - 2) : index]]
    level = f"anchor(--r{number} top, 0px)"
    top = f"max({', '.join((level, *above))})" if above else level
    bottom = f"anchor(--r{following[0]} top)" if following else "auto"
    return (
        f"#r{number} {{ anchor-name: --r{number} }} #n{number} {{ anchor-name: --n{number}; "
        f"--top: {top}; --bottom: {bottom} }}"
    )
