"""A LineBox that WeasyPrint has not broken yet -> where its lines end, written into its boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from colofon.front.printing import Typesetting
from colofon.typesetting import breaker, measuring
from colofon.typesetting.paragraph import (
    DASHES,
    WRITTEN_HYPHENS,
    Chance,
    Characters,
    Division,
    breaks,
    chances,
)
from colofon.typesetting.runs import OBJECT, Run

LAST_LINE = 4.2
"""How wide a last line is at least, in em: 3 more than the indent of a paragraph (print.css)."""


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


@dataclass
class Planner:
    """Plans paragraphs; equal ones, and the same one in the next layout, once."""

    settings: Typesetting
    forbidden: dict[Plannable, frozenset[int]] = field(default_factory=dict)
    """Where lines must not end, because a page does: counted in characters."""
    _measured: dict[Plannable, Characters | None] = field(default_factory=dict)
    _chosen: dict[tuple[Plannable, frozenset[int], int], list[Line] | None] = field(
        default_factory=dict
    )
    _styles: dict[int, tuple[Any, str]] = field(default_factory=dict)
    _hyphens: dict[str, float] = field(default_factory=dict)

    def plan(self, line: Any, runs: list[Run], width: float) -> Plan | None:
        """Choose the lines of a LineBox; None if they cannot be kept within its width."""
        texts = tuple((run.text, run.width, self._style(run.style)) for run in runs)
        least = LAST_LINE * line.style["font_size"]
        known = Plannable(line.element, texts, width, line.text_indent, least)
        if known not in self._measured:
            self._measured[known] = self._characters(runs)
        characters = self._measured[known]
        if characters is None:
            return None
        turned = self.forbidden.get(known, frozenset())
        lines = self._lines(characters, known, turned)
        return None if lines is None else Plan(lines, known, characters, runs, turned=turned)

    def turn(self, plan: Plan, first: int, number: int) -> bool:
        """Choose the lines from `first` on anew, none of which is to end where `number` does.

        Tell whether that can be; else the plan stays as it is.
        """
        turned = plan.turned | {plan.lines[number].chance.at}
        begin = plan.lines[first - 1].chance.resume if first else 0
        lines = self._lines(plan.characters, plan.known, turned, begin)
        if lines is None:
            return False
        plan.lines, plan.turned = plan.lines[:first] + lines, turned
        return True

    def forbid(self, plan: Plan, number: int) -> None:
        """Let no line of a paragraph end where one of its lines does, in the next layouts."""
        already = self.forbidden.get(plan.known, frozenset())
        self.forbidden[plan.known] = already | {plan.lines[number].chance.at}

    def _style(self, style: Any) -> str:
        """Name what a style says of its text, the same for the same in every layout."""
        if id(style) not in self._styles:
            self._styles[id(style)] = style, measuring.name(style)
        return self._styles[id(style)][1]

    def _lines(
        self, characters: Characters, known: Plannable, forbidden: frozenset[int], begin: int = 0
    ) -> list[Line] | None:
        """Choose the lines from a character on, once for each question."""
        key = known, forbidden, begin
        if key not in self._chosen:
            self._chosen[key] = self._parts(characters, known, forbidden, begin)
        return self._chosen[key]

    def _parts(
        self, characters: Characters, known: Plannable, forbidden: frozenset[int], begin: int
    ) -> list[Line] | None:
        """Choose the lines between each two forced ends."""
        lines: list[Line] = []
        indent = 0 if begin else known.indent
        rules = breaker.Rules(known.width, indent, known.least, self.settings.expansion / 100)
        for end in _ends(characters.text, begin):
            places = [each for each in chances(characters, begin, end) if each.at not in forbidden]
            chosen = self._choose(characters, begin, places, rules)
            if chosen is None:
                return None
            lines += chosen
            begin, rules = end + 1, replace(rules, indent=0)
        return lines

    def _choose(
        self, characters: Characters, first: int, places: list[Chance], rules: breaker.Rules
    ) -> list[Line] | None:
        """Choose the lines between two forced ends."""
        known = breaks(characters, first, places, hang=self.settings.hanging_punctuation)
        ends = breaker.choose(known, rules)
        if ends is None:
            return None
        return [
            Line(places[end - 1], known[begin].hang_next, known[end].hang, end == len(places))
            for begin, end in zip([0, *ends], ends, strict=False)
        ]

    def _characters(self, runs: list[Run]) -> Characters | None:
        """Measure all runs; None if one cannot be."""
        known = Characters()
        for run in runs:
            before = known.text[-1:]
            start = len(known.text)
            if run.text in {"\n", OBJECT, ""}:
                known.advances += [run.width] * len(run.text)
                known.allowed += [False] * len(run.text)
            else:
                measured = measuring.measure(run.text, run.style)
                if measured is None:
                    return None
                known.advances += measured.advances
                inside = run.style["white_space"] == "normal"
                known.allowed += [_may_begin(run, before)]
                known.allowed += [inside and each for each in measured.breaks[1:]]
            known.text += run.text
            known.hyphens += [self._hyphen(run.style)] * len(run.text)
            if run.style["hyphens"] == "auto" and run.style["lang"] and not run.is_call:
                how = Division(run.style["lang"], *run.style["hyphenate_limit_chars"])
                known.divisions.append((start, len(known.text), how))
        return known

    def _hyphen(self, style: Any) -> float:
        """Measure the hyphen of a style."""
        name = self._style(style)
        if name not in self._hyphens:
            self._hyphens[name] = measuring.width(style["hyphenate_character"], style)
        return self._hyphens[name]


def _may_begin(run: Run, before: str) -> bool:
    """Tell whether a line may end between two runs: after a space, a dash or a hyphen."""
    return not run.is_call and before != "" and before in " " + DASHES + WRITTEN_HYPHENS


def _ends(text: str, begin: int) -> Iterator[int]:
    """Yield where the text from `begin` on is ended by force, and its end."""
    for at in range(begin, len(text)):
        if text[at] == "\n":
            yield at
    if not text.endswith("\n"):
        yield len(text)


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
