"""The boxes of a paragraph that WeasyPrint has not broken yet -> its characters, in their boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages

OBJECT = "\ufffc"
"""Stands for a picture in the line (Unicode's OBJECT REPLACEMENT CHARACTER)."""

SIDES = ("left", "right")


class Run(NamedTuple):
    """A text box, or a box that is one thing in the line and `width` wide in CSS pixels."""

    box: Any
    text: str
    width: float
    style: Any
    is_call: bool
    """Whether it is the call of a note."""


class UnknownBoxError(Exception):
    """The paragraph holds what only WeasyPrint can set: floats, leaders, boxes with borders."""


def runs(line: Any, context: Any, container: Any) -> list[Run]:
    """Return what a LineBox holds; UnknownBoxError where our lines could not be its lines."""
    if line.style["direction"] == "rtl" or context.excluded_shapes:
        raise UnknownBoxError
    return list(_inside(line, context, container))


def _inside(parent: Any, context: Any, container: Any) -> Iterator[Run]:
    """Yield the runs in a box."""
    for box in parent.children:
        if not box.is_in_normal_flow():
            if not (box.is_running() or box.is_note()):
                raise UnknownBoxError
        elif isinstance(box, boxes.TextBox):
            yield _text(box)
        elif isinstance(box, boxes.InlineBox) and _is_bare(box, container):
            yield from _inside(box, context, container)
        elif isinstance(box, boxes.AtomicInlineLevelBox):
            yield _thing(box, context, container)
        else:
            raise UnknownBoxError


def _text(box: Any) -> Run:
    """Describe a text box; spaces that are kept as they are written are not ours to set."""
    kept = box.style["white_space"] not in {"normal", "nowrap"} and box.text != "\n"
    if kept or box.style["font_size"] == 0:
        raise UnknownBoxError
    is_call = (box.element_tag or "").endswith("::footnote-call")
    return Run(box, box.text, 0, box.style, is_call)


def _is_bare(box: Any, container: Any) -> bool:
    """Tell whether an inline box takes no room of its own."""
    resolve_percentages(box, container)
    room = (
        getattr(box, name.format(side))
        for name in ("margin_{}", "padding_{}", "border_{}_width")
        for side in SIDES
    )
    return not box.is_leader and not any(each not in {0, "auto"} for each in room)


def _thing(box: Any, context: Any, container: Any) -> Run:
    """Measure what is no text, as WeasyPrint will."""
    trial = box.deepcopy()
    resolve_percentages(trial, container)
    trial.position_y = 0
    trial = atomic_box(context, trial, 0, None, container, [], [])
    return Run(box, OBJECT, trial.margin_width(), box.style, is_call=False)
