"""What lines of a paragraph depend on -> where they end, chosen once for every layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

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
from colofon.typesetting.plan import Line, Plan, Plannable
from colofon.typesetting.runs import OBJECT, Run

LAST_LINE = 4.2
"""How wide a last line is at least, in em: 3 more than the indent of a paragraph (print.css)."""


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
        """Choose the lines from `first` on anew, since a page would end in the hyphen of `number`.

        Tell whether that can be; else the plan stays as it is.
        """
        turned = plan.turned | _turning(plan, number)
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


def _turning(plan: Plan, number: int) -> set[int]:
    """Return where lines must not end if none with a hyphen is to end a page.

    At first that is where the line ends; if that has only led to another hyphen, it is wherever
    a word may be divided in this line and the next one.
    """
    end = plan.lines[number].chance.at
    if not plan.turned:
        return {end}
    begin = plan.lines[number - 1].chance.resume if number else 0
    around = chances(plan.characters, begin, plan.lines[number + 1].chance.at)
    return {end, *(each.at for each in around if each.divides)}


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
