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

The rules stand in a `<style>` of SVG, which applies to the whole document all the same (SVG 2, 6.2)
and has a digest in the policy: the Nu checker reads the other, and its CSS knows no anchors yet.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from colofon import styles
from colofon.elements import element

ROOM = "(min-width: 62em)"
"""Where a margin is wide enough; `styles/web-margin.css` has the same condition."""

ABLE = "(anchor-name: --a) and (top: anchor(--a bottom))"
"""What a browser must know (CSS Anchor Positioning 1, 2.1 and 3.1)."""


def sheet(body: Element) -> str:
    """Write the style sheet that hangs a page's notes in its margin; nothing if it has none.

    The rules made here give names and heights alone, `styles/web-margin.css` uses them.
    """
    numbers = [each.get("id", "")[1:] for each in body.iter("div") if _is_note(each)]
    if not numbers:
        return ""
    inner = "\n".join(_tied(numbers, index) for index in range(len(numbers)))
    tied = f"@supports {ABLE} {{\n@media screen and {ROOM} {{\n{inner}\n}}\n}}\n"
    return styles.sheet("web-margin.css") + tied


def hang(body: Element) -> list[str]:
    """Begin the body with the style sheet that hangs its notes; return it, or nothing."""
    rules = sheet(body).strip()
    if not rules:
        return []
    holder = element(None, "svg", width="0", height="0", aria_hidden="true")
    element(holder, "style", rules)
    body.insert(0, holder)
    return [rules]


def _is_note(node: Element) -> bool:
    """Tell a note (DPUB-ARIA 1.1, doc-footnote)."""
    return bool(node.get("role") == "doc-footnote")


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
