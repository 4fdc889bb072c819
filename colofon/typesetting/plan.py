"""A LineBox that WeasyPrint has not broken yet -> where its lines end, written into its boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from colofon.typesetting.paragraph import Chance, Characters
from colofon.typesetting.runs import OBJECT, Run


class Line(NamedTuple):
    """One line that is planned; widths in CSS pixels."""

    chance: Chance
    """Where it ends."""
    hang_left: float
    hang_right: float
    is_last: bool
    """Whether it ends the paragraph, or stands before a forced end."""


@dataclass
class Plan:
    """The lines of one paragraph, and which of them begins where WeasyPrint goes on."""

    lines: list[Line]
    known: Plannable
    characters: Characters
    runs: list[Run]
    begins: dict[Any, int] = field(default_factory=dict)
    turned: frozenset[int] = frozenset()
    """Where no line may end since a page would: counted in characters."""

    def number(self, skip_stack: Any) -> int:
        """Return which line begins at a place of WeasyPrint's."""
        return self.begins[_frozen(skip_stack)] if skip_stack is not None else 0

    def goes_on(self, resume_at: Any, number: int) -> None:
        """Remember at what place a line begins."""
        self.begins[_frozen(resume_at)] = number

    def divides(self, number: int) -> bool:
        """Tell whether a line ends in a hyphen."""
        return self.lines[number].chance.divides


def _frozen(skip_stack: Any) -> Any:
    """Make a skip stack a key: the same place is not always written with the same depth."""
    if not skip_stack:
        return ()
    ((index, inner),) = skip_stack.items()
    return (index, *_frozen(inner))


class Plannable(NamedTuple):
    """What the lines of a paragraph depend on, so that equal ones are planned once."""

    element: Any
    texts: tuple[tuple[str, float, str], ...]
    """Of each run its text, its width if it has no text, and its style."""
    width: float
    indent: float
    least: float
    """How wide the last of several lines is at least."""


def write(plan: Plan) -> None:
    """Write the ends of lines into the boxes."""
    start = 0
    chosen = [each.chance for each in plan.lines if not each.is_last]
    for run in plan.runs:
        end = start + len(run.text)
        if run.text not in {OBJECT, ""}:
            here = [each for each in chosen if start < each.at + (each.at < each.resume) <= end]
            run.box.text = _broken(run, start, here)
        start = end


def _broken(run: Run, start: int, chosen: list[Chance]) -> str:
    """Write the ends of lines into a text: for a space, after a hyphen, or between two signs."""
    pieces, done = [], 0
    for at, resume, _, added in chosen:
        hyphen = run.style["hyphenate_character"] if added else ""
        pieces.append(run.text[done : at - start] + hyphen + "\n")
        done = resume - start
    return "".join(pieces) + run.text[done:]


def hold(box: Any, styles: dict[int, Any]) -> None:
    """Forbid WeasyPrint to break a box where it is not told to, or to widen its spaces."""
    if id(box.style) not in styles:
        styles[id(box.style)] = box.style.copy()
        styles[id(box.style)].update(white_space="nowrap", text_align_last="start")
    box.style = styles[id(box.style)]
    box.trailing_collapsible_space = False
    for child in getattr(box, "children", ()):
        if child.is_in_normal_flow() and not isinstance(child, boxes.AtomicInlineLevelBox):
            hold(child, styles)
