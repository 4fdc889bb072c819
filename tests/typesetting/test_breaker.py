"""colofon.typesetting.breaker: the best of all ways to break, within the rules."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from colofon.typesetting import breaker
from colofon.typesetting.breaker import Break, Rules, choose

SPACE = 2.5
RULES = Rules(width=40, indent=5, least=8, expansion=0.02)


def text(words: list[float], *, divided: bool = True, hang: float = 0.0) -> list[Break]:
    """Set words of some widths between spaces; the long ones may be divided in the middle."""
    places, at, spaces = [Break(0, 0, 0, 0, hang_next=hang)], 0.0, 0.0
    for width in words:
        if divided and width > 12:
            middle = at + width / 2
            places.append(Break(middle, spaces, middle, spaces, 2, divides=True, hang=1.5))
        at += width
        places.append(Break(at, spaces, at + SPACE, spaces + SPACE, hang=hang, hang_next=hang))
        at, spaces = at + SPACE, spaces + SPACE
    last = places.pop()
    return [*places, last._replace(start=last.end, start_spaces=last.end_spaces)]


def by_hand(places: list[Break], rules: Rules) -> float:
    """Try every way to break; return the fewest demerits, infinite if none keeps to the rules."""
    inner = range(1, len(places) - 1)
    ways = itertools.chain.from_iterable(
        itertools.combinations(inner, count) for count in range(len(places) - 1)
    )
    return min(judge(places, [*way, len(places) - 1], rules) for way in ways)


def judge(places: list[Break], way: list[int], rules: Rules) -> float:
    """Add up the demerits of one way, as the names of the constants say."""
    total, run, fitness, last = 0.0, 0, breaker.DECENT, len(places) - 1
    for begin, end in itertools.pairwise([0, *way]):
        start, stop = places[begin], places[end]
        natural = stop.end - start.start + stop.hyphen
        spaces, give = stop.end_spaces - start.start_spaces, natural * rules.expansion
        slack = rules.width - (0 if begin else rules.indent) - natural
        slack += start.hang_next + stop.hang
        if -slack > spaces * (1 - breaker.TIGHTEST - rules.expansion) + give:
            return math.inf
        if end == last and begin and stop.end - start.start < rules.least:
            return math.inf
        if end != last and slack > spaces * max(rules.loosest - 1 - rules.expansion, 0) + give:
            return math.inf
        slack = min(slack, 0) if end == last else slack
        room = spaces * (breaker.STRETCH if slack > 0 else 1 - breaker.TIGHTEST) + give
        ratio = slack / room if room else 0
        run = run + 1 if stop.divides else 0
        if run > rules.ladder:
            return math.inf
        beyond = slack - spaces * (breaker.LOOSE - 1 - rules.expansion) - give
        fit = sum(ratio > limit for limit in breaker.EVENNESS)
        total += (breaker.LINE_DEMERITS + 100 * abs(ratio) ** breaker.POWER) ** 2
        if end != last and beyond > 0:
            total += breaker.LOOSE_DEMERITS + breaker.LOOSER_DEMERITS * beyond / max(spaces, 1)
        total += breaker.HYPHEN_DEMERITS * stop.divides
        total += breaker.LADDER_DEMERITS * (run > 1)
        total += breaker.UNEVEN_DEMERITS * (abs(fit - fitness) > 1)
        fitness = fit
    return total


@settings(deadline=None)
@given(
    words=st.lists(st.floats(3, 18), min_size=1, max_size=9),
    hang=st.sampled_from([0.0, 0.4]),
    loosest=st.sampled_from([2.0, 4.0]),
)
def test_the_best_way_is_found(words: list[float], hang: float, loosest: float) -> None:
    """No way to break has fewer demerits than the one that is chosen; none is found, none is."""
    places, rules = text(words, hang=hang), replace(RULES, loosest=loosest)
    found = breaker.Search(places, rules).run()
    best = by_hand(places, rules)
    if found is None:
        assert best == math.inf
    else:
        assert math.isclose(judge(places, found, rules), best, rel_tol=1e-9)


def test_a_last_line_is_long_enough() -> None:
    """No last line is shorter than the rules allow, if another way is to be had."""
    words = [6.0] * 12 + [4.0]
    first, rules = text(words), replace(RULES, indent=0, width=48.5)
    greedy = [6, 12, 13]
    assert judge(first, greedy, replace(rules, least=0)) < math.inf
    ends = choose(first, rules)
    assert ends is not None
    assert first[-1].end - first[ends[-2]].start >= rules.least


def test_ladders_end_after_two() -> None:
    """At most two lines in a row end in hyphens."""
    places = text([30.0] * 12)
    ends = choose(places, replace(RULES, width=47))
    assert ends is not None
    runs = [
        len(list(lines))
        for divides, lines in itertools.groupby(places[end].divides for end in ends)
        if divides
    ]
    assert max(runs) <= breaker.LADDER


def test_hanging_counts_while_breaking() -> None:
    """What hangs makes room for a word that had none."""
    words = [6.0] * 6
    rules = Rules(width=44.5)
    assert choose(text(words), rules) != [6]
    assert choose(text(words, hang=0.4), rules) == [6]


def test_letters_give() -> None:
    """Expansion makes room for a word that had none."""
    words = [6.0] * 6
    rules = Rules(width=44.5)
    assert choose(text(words), rules) != [6]
    assert choose(text(words), replace(rules, expansion=0.02)) == [6]


def test_rules_are_relaxed_before_anything_is_too_wide() -> None:
    """Very loose lines and short last ones are set where nothing better can be done."""
    assert choose(text([30.0, 30.0, 3.0], divided=False), RULES) == [1, 3]
    assert choose(text([39.0, 39.0, 3.0], divided=False), replace(RULES, indent=0)) == [1, 2, 3]


def test_a_word_wider_than_the_line_is_not_ours() -> None:
    """Where a word does not fit, there is no way."""
    assert choose(text([6.0, 60.0, 6.0], divided=False), RULES) is None
