"""The head of a master: typed, complete, and every fault at once."""

from __future__ import annotations

import datetime as dt

import pytest

from colofon import frontmatter
from colofon.finding import Refused
from colofon.front import Front
from colofon.source import Master

HEAD = """---
title: 1984
authors:
  - name: George Orwell
    sort: Orwell, George
language: en
issued: 2026-11-22
{more}
---

Text.
"""


def _front(more: str = "") -> Front:
    return frontmatter.read(Master("source/a.md", HEAD.format(more=more)), "a")


def test_a_title_of_digits_stays_a_title() -> None:
    """YAML would read «1984» as a number; a title is text."""
    assert _front().title == "1984"


def test_no_is_the_language_norwegian() -> None:
    """YAML 1.1 would read «no» as false."""
    master = Master("source/a.md", HEAD.replace("language: en", "language: no").format(more=""))
    assert frontmatter.read(master, "a").language == "no"


def test_every_fault_is_told_at_once() -> None:
    """Three faults give three findings, each at its line."""
    with pytest.raises(Refused) as refused:
        _front("edition: first\ntittle: x\nprint:\n  trim: A7")
    places = sorted((each.place.line, each.code) for each in refused.value.findings)
    assert places == [(8, "wrong-type"), (9, "unknown-key"), (11, "bad-value")]


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("- gutenberg", "unknown-printer"),
        ("- name: kdp\n      paper: vellum", "unknown-paper"),
        ("- kdp\n    - name: kdp", "printer-twice"),
    ],
)
def test_a_printer_is_one_of_those_we_know(named: str, code: str) -> None:
    """A printer without data, a paper it does not have, and a printer named twice are faults."""
    with pytest.raises(Refused) as refused:
        _front(f"print:\n  printers:\n    {named}")
    assert [each.code for each in refused.value.findings] == [code]


def test_a_printer_is_named_with_or_without_its_paper() -> None:
    """The bare name of a printer stands for the printer and its usual paper."""
    front = _front("print:\n  printers: [kdp, {name: offset, paper: bulky-80}]")
    assert [(each.name, each.paper) for each in front.print.printers] == [
        ("kdp", None),
        ("offset", "bulky-80"),
    ]


def test_the_identifier_depends_on_the_slug_only() -> None:
    """Every edition of a work has the same UUIDv5 (RFC 9562, 5.5)."""
    assert _front().identifier == _front("edition: 7").identifier
    assert _front().identifier.startswith("urn:uuid:")
    other = frontmatter.read(Master("source/b.md", HEAD.format(more="")), "b")
    assert other.identifier != _front().identifier


def test_the_epoch_is_midnight_utc_of_the_day_of_issue() -> None:
    """2026-11-22T00:00:00Z, wherever the machine stands."""
    moment = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    assert _front().epoch == int(moment.timestamp())


def test_an_isbn_of_ten_digits_becomes_one_of_thirteen() -> None:
    """ISBN 0-306-40615-2 is 978-0-306-40615-7 (the ISBN manual's own example)."""
    assert _front("isbn: {print: 0-306-40615-2}").isbn.print == "9780306406157"


@pytest.mark.parametrize(
    ("calendar", "day", "exists"),
    [
        ("julian", "1900-02-29", True),
        ("gregorian", "1900-02-29", False),
        ("gregorian", "1917-11", True),
        ("gregorian", "1917", True),
        ("gregorian", "1917-13-01", False),
        ("gregorian", "17-01-01", False),
    ],
)
def test_a_day_exists_in_its_calendar(calendar: str, day: str, *, exists: bool) -> None:
    """The Julian calendar has a 29 February 1900; the Gregorian has none."""
    more = f"date: {{value: {day}, calendar: {calendar}}}"
    if exists:
        front = _front(more)
        assert front.date is not None
        assert front.date.value == day
    else:
        with pytest.raises(Refused) as refused:
            _front(more)
        assert [each.code for each in refused.value.findings] == ["bad-date"]


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ("1917-11-21", "1917-12-04"),
        ("1917-10-25", "1917-11-07"),
        ("1900-02-28", "1900-03-12"),
        ("1900-02-29", "1900-03-13"),
        ("1582-10-05", "1582-10-15"),
        ("1700-02-18", "1700-02-28"),
        ("1917-11", "1917-11"),
    ],
)
def test_a_julian_day_has_its_gregorian_date(julian: str, gregorian: str) -> None:
    """The October Revolution was in November; machines read ISO 8601, which is Gregorian."""
    date = _front(f"date: {{value: {julian}, calendar: julian}}").date
    assert date is not None
    assert gregorian == date.gregorian
