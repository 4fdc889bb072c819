"""Every rule of orthography is shown at work, and silent where the text is right."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from colofon.orthography.lint import hits
from colofon.orthography.passage import CALL, Passage, plain
from colofon.orthography.rules import ALL, LANGUAGES
from conftest import ROOT
from rules_page import page

MARK = "‸"
SAMPLES = tomllib.loads((Path(__file__).parent / "rules.toml").read_text("utf-8"))
LEAST = 50
"""So many rules for Spanish at the least."""

UNPRINTED = set(
    """
    calls-adjacent es-calls-mixed es-century-abbreviation es-comma-before-dash es-degree-sign
    es-dialogue-spaced es-double-date es-ellipsis-glued es-impossible-date es-roman-ordinal
    es-space-after-dash es-unit-stop es-weekday-mismatch
    """.split()
)
"""Rules that no sentence which was not written for them is known to break: fewer, in time."""


def _passage(text: str) -> Passage:
    """Make a passage of a sample."""
    kind = "heading" if text.startswith("# ") else "paragraph"
    return plain(text.removeprefix("# ").replace(MARK, "").replace("[^]", CALL), kind)


def _fired(text: str) -> list[tuple[str, int]]:
    """Return which rules fire on a sample, and where, in the order of the text."""
    found = [(rule.code, start) for rule, (_, start, _) in hits([_passage(text)])]
    return sorted(found, key=lambda each: each[1])


def _marked(text: str) -> int:
    """Return the offset of the mark in a sample."""
    return text.removeprefix("# ").replace("[^]", CALL).index(MARK)


def test_there_are_enough_rules_and_each_has_samples() -> None:
    """Fifty rules for Spanish or more; a sample for each rule and no other."""
    assert len(LANGUAGES["es"]) >= LEAST
    assert set(SAMPLES) == set(ALL)
    assert all(set(each) == {"bad", "good", "printed", "source"} for each in SAMPLES.values())


@pytest.mark.parametrize("code", ALL)
def test_a_bad_sample_fires_its_rule_alone_at_the_mark(code: str) -> None:
    """The bad sample gives this code and no other."""
    fired = _fired(SAMPLES[code]["bad"])
    assert {code} == {found for found, _ in fired}
    assert _marked(SAMPLES[code]["bad"]) == fired[0][1]


@pytest.mark.parametrize("code", ALL)
def test_a_good_sample_is_silent(code: str) -> None:
    """The good sample, or each of some, gives nothing at all."""
    good = SAMPLES[code]["good"]
    for text in [good] if isinstance(good, str) else good:
        assert not _fired(text)


@pytest.mark.parametrize("code", ALL)
def test_what_was_printed_is_judged_rightly(code: str) -> None:
    """An error that was printed is found; an authority's own example is not."""
    printed = SAMPLES[code]["printed"]
    places = [start for found, start in _fired(printed) if found == code]
    assert places[:1] == ([_marked(printed)] if MARK in printed else [])


def test_most_rules_are_broken_in_print() -> None:
    """All but those that are named above; fifty for Spanish or more."""
    broken = {code for code, each in SAMPLES.items() if MARK in each["printed"]}
    assert UNPRINTED == set(SAMPLES) - broken
    assert len(broken & {rule.code for rule in LANGUAGES["es"]}) >= LEAST


@pytest.mark.parametrize("code", ALL)
def test_what_a_rule_tells_is_true(code: str) -> None:
    """Its «before» breaks it and its «after» breaks none."""
    rule = ALL[code]
    head = "# " if code == "es-heading-stop" else ""
    assert code in {found for found, _ in _fired(head + rule.before)}
    assert not _fired(head + rule.after)
    assert rule.authority
    assert rule.hint.endswith((".", "…", "X"))


def test_the_page_of_rules_lists_them_all() -> None:
    """docs/orthography.md has a line for each rule, as `page()` writes it."""
    assert page() == (ROOT / "docs" / "orthography.md").read_text("utf-8")
