"""A line as WeasyPrint has filled it -> the same line, as wide as it is planned to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from colofon.typesetting.paragraph import SPACES
from colofon.typesetting.plan import Line


def set_line(line: Any, plan: Line, width: float, expansion: float) -> None:
    """Move and widen what is in a LineBox; `width` in CSS pixels, `expansion` a share of it.

    Letters give first, by so much that nobody sees it, and spaces what is left. The last line of
    a paragraph has the font's own spaces and letters, unless it is too wide.
    """
    texts = list(_texts(line))
    natural = sum(text.width for text in texts)
    spaces = sum(_spaces(text) for text in texts)
    slack = width + plan.hang_left + plan.hang_right - line.width
    if plan.is_last:
        slack = min(slack, 0)
    scale = 1 + max(-expansion, min(expansion, slack / natural if natural else 0))
    rest = slack - natural * (scale - 1)
    spacing = rest / spaces / scale if spaces else 0
    _move(line, -plan.hang_left, spacing, scale)


def _texts(box: Any) -> Iterator[Any]:
    """Yield the text boxes of a line, but not those within things in it."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child)


def _spaces(text: Any) -> int:
    """Count what gives in a text box."""
    return sum(map(text.text.count, SPACES))


def _move(box: Any, shift: float, spacing: float, scale: float) -> float:
    """Set all that is in a box; return how far what follows it must move.

    Only numbers change: WeasyPrint shapes the text again when it draws it.
    """
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            child.position_x += shift
            wider = (child.width + spacing * _spaces(child)) * scale
            shift += wider - child.width
            child.width, child.justification_spacing, child.scale = wider, spacing, scale
            if child.text:
                child.pango_layout.justification_spacing = spacing
        elif isinstance(child, boxes.InlineBox):
            child.position_x += shift
            before = shift
            shift = _move(child, shift, spacing, scale)
            child.width += shift - before
        else:
            child.translate(shift, 0)
    return shift
