"""Passages and rules -> what breaks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from colofon.orthography.passage import Passage
from colofon.orthography.rule import Hit, Rule
from colofon.orthography.rules import LANGUAGES, NEUTRAL


def hits(passages: Sequence[Passage]) -> Iterator[tuple[Rule, Hit]]:
    """Yield whatever breaks a rule; each language's rules see only what is in it."""
    yield from _broken(NEUTRAL, [passage.judged() for passage in passages])
    for language in languages(passages):
        seen = [passage.judged(language) for passage in passages]
        yield from _broken(LANGUAGES[language], seen)


def languages(passages: Sequence[Passage]) -> list[str]:
    """List the languages of some passages that have rules."""
    found = {run.lang.partition("-")[0] for passage in passages for run in passage.runs}
    return sorted(found & set(LANGUAGES))


def _broken(rules: Sequence[Rule], passages: Sequence[Passage]) -> Iterator[tuple[Rule, Hit]]:
    """Yield what breaks some rules."""
    for rule in rules:
        for hit in rule.find(passages):
            yield rule, hit
