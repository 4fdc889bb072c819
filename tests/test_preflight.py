"""The rules on files for the press: silent on good ones, each of them heard on a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

import preflight_page
import pressed
from colofon import printers
from colofon.preflight import rulebook
from colofon.preflight.job import Job
from colofon.preflight.rule import Rule
from preflight_damage import DAMAGES


def broken(job: Job) -> dict[str, list[str]]:
    """Hold a file to every rule; return what breaks each."""
    outcomes = [*rulebook.judge(job, ghostscript=False), *rulebook.judge(job, ghostscript=True)]
    return {
        each.rule.code: [fault.message for fault in each.faults] for each in outcomes if each.faults
    }


@pytest.mark.parametrize("part", ["interior", "cover"])
@pytest.mark.parametrize("printer", printers.names())
def test_a_good_file_breaks_no_rule(tmp_path: Path, part: str, printer: str) -> None:
    """A book and its cover, made for a printer, pass its preflight."""
    assert broken(pressed.job(tmp_path, part, None, printer)) == {}  # type: ignore[arg-type]  # a part


def test_every_rule_has_its_bad_file() -> None:
    """No rule stands that nothing is known to break."""
    assert {rule.code for rule in rulebook.rules()} == set(DAMAGES)


def test_rules_are_many_and_told_apart() -> None:
    """At least 35, each with a code of its own, a claim, a source and a hint."""
    rules = rulebook.rules()
    assert len({rule.code for rule in rules}) == len(rules) >= 35
    for rule in rules:
        assert rule.claim.endswith(".")
        assert rule.hint.endswith(".")
        assert rule.source


@pytest.mark.parametrize("rule", rulebook.rules(), ids=lambda rule: rule.code)
def test_a_bad_file_breaks_the_rule(tmp_path: Path, rule: Rule) -> None:
    """Each rule finds the fault that it is there for."""
    damage = DAMAGES[rule.code]
    job = pressed.job(tmp_path, damage.part, damage.change, damage.printer)
    if damage.order:
        job = pressed.changed(job, **damage.order(job))
    assert list(rule.faults(job))


def test_the_page_about_the_rules_is_theirs() -> None:
    """docs/preflight.md is what `tests/preflight_page.py` writes."""
    assert preflight_page.PAGE.read_text("utf-8") == preflight_page.page()
