"""Finding where two streams of words differ."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from colofon.readers.differences import Difference, differences

WORDS = st.lists(st.sampled_from("a b c d e".split()), max_size=40)


def patched(first: list[str], second: list[str]) -> list[str]:
    """Turn the first stream into the second by its differences alone."""
    made, at = [], 0
    for each in differences(first, second):
        made += first[at : each.start] + second[each.low : each.high]
        at = each.stop
    return made + first[at:]


@given(WORDS, WORDS)
def test_differences_turn_one_stream_into_the_other(first: list[str], second: list[str]) -> None:
    """Whatever two streams are, nothing that differs is left out."""
    assert second == patched(first, second)


def test_equal_streams_have_no_difference() -> None:
    """Nothing is said of what is the same."""
    assert [] == list(differences(["a", "b"], ["a", "b"]))


def test_a_difference_is_as_small_as_it_is() -> None:
    """One changed word among many is one difference."""
    first = [str(number) for number in range(1000)]
    second = [*first[:500], "x", *first[501:]]
    assert [Difference(500, 501, 500, 501)] == list(differences(first, second))


def test_a_lost_stretch_is_one_difference() -> None:
    """A lost chapter does not blur what follows it."""
    first = [str(number) for number in range(6000)]
    second = [*first[:1000], *first[3000:5999], "x"]
    expected = [Difference(1000, 3000, 1000, 1000), Difference(5999, 6000, 3999, 4000)]
    assert expected == list(differences(first, second))


def test_time_grows_with_length() -> None:
    """Half a million words with a hundred changes take a few seconds at most."""
    chance = random.Random(1)
    first = [chance.choice("la de en y que paz guerra".split()) for _ in range(500_000)]
    second = list(first)
    for place in range(2500, len(first), 5000):
        second[place] = "x"
    begun = time.process_time()
    assert 100 == len(list(differences(first, second)))
    assert time.process_time() - begun < 10
