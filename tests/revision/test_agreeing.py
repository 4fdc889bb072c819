"""Two sequences agree where they are the same, and the rest is told as changes."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from colofon.revision import agreeing
from colofon.revision.agreeing import agreements
from colofon.revision.changes import steps

WORDS = st.lists(st.sampled_from("de la paz los pueblos y que en".split()), max_size=60)


@given(WORDS, WORDS)
def test_agreements_are_true_and_in_order(first: list[str], second: list[str]) -> None:
    """What is said to be the same is, once, and in the order of both."""
    here = there = 0
    for start, low, size in agreements(first, second):
        assert start >= here
        assert low >= there
        assert first[start : start + size] == second[low : low + size]
        here, there = start + size, low + size
    assert here <= len(first)
    assert there <= len(second)


@given(WORDS, WORDS)
def test_steps_give_both_texts_back(first: list[str], second: list[str]) -> None:
    """No word is lost or made up between what is the same and what changed."""
    found = steps(first, second)
    assert [word for step in found for word in step.old] == first
    assert [word for step in found for word in step.new] == second
    assert all(step.same for step in found) == (first == second)


@given(WORDS, st.integers(0, 60), WORDS)
def test_an_insertion_is_told_as_one(words: list[str], at: int, new: list[str]) -> None:
    """However often words repeat, an insertion costs no agreement."""
    text = words[:at] + new + words[at:]
    assert sum(each.size for each in agreements(words, text)) == len(words)


def test_long_sequences_agree_as_short_ones_do() -> None:
    """Anchors lead to what comparing each with each leads to, and take a small part of its time."""
    chance = random.Random(6)
    vocabulary = [f"palabra{number}" for number in range(3000)]
    first = chance.choices(vocabulary, k=200_000)
    second = list(first)
    for _ in range(200):
        at = chance.randrange(len(second))
        second[at : at + chance.randrange(3)] = chance.choices(vocabulary, k=chance.randrange(9))
    start = time.monotonic()
    same = sum(each.size for each in agreements(first, second))
    assert time.monotonic() - start < 20
    assert same > len(first) - 500


def test_a_book_that_repeats_itself_agrees_around_an_insertion() -> None:
    """Where nothing stands once, both sides are followed until they agree again."""
    first = [f"párrafo {number % 16}" for number in range(4000)]
    second = [*first[:1000], "nuevo", *first[1000:3000], "otro", *first[3000:]]
    assert 4000 * 4000 > agreeing.SMALL
    assert sum(each.size for each in agreements(first, second)) == 4000


def test_nothing_in_common_is_no_agreement() -> None:
    """Two long texts without a word in common do not agree, and do not keep us waiting."""
    start = time.monotonic()
    found = agreements([f"a{n}" for n in range(50_000)], [f"b{n}" for n in range(50_000)])
    assert found == []
    assert time.monotonic() - start < 10
