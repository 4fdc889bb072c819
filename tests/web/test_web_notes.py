"""The notes of the web edition stand once, in their list, and are tied to their calls by style."""

from __future__ import annotations

import re

from web_page import made

from colofon.web import sidenotes


def test_notes_stay_where_the_page_has_them() -> None:
    """In the list of notes, once and in order."""
    page = made("<p>Paz.</p>", notes=4)
    assert ["n1", "n2", "n3", "n4"] == page.xpath("//section[@id='notes']/div/@id")
    assert ["n1", "n2", "n3", "n4"] == page.xpath("//*[@role='doc-footnote']/@id")


def test_each_note_is_level_with_its_call_or_below_the_two_before_it() -> None:
    """So none covers another, also while one of them is away from the margin."""
    [rules] = [style.text for style in made("<p>Paz.</p>", notes=4).xpath("//*[name()='svg']/*")]
    tops = dict(re.findall(r"#n(\d) \{[^}]*--top: (.*?); --bottom", rules))
    assert {"1", "2", "3", "4"} == set(tops)
    for number in range(1, 5):
        above = [f"--n{each}" for each in range(max(1, number - 2), number)]
        assert re.findall(r"anchor\((\S+)", tops[str(number)]) == [f"--r{number}", *above]


def test_a_note_ends_where_the_next_is_called() -> None:
    """A long one scrolls; the last one may be as long as it is."""
    rules = sidenotes.sheet(made("<p>Paz.</p>", notes=2).find("body"))
    assert "--bottom: anchor(--r2 top) }" in rules
    assert "--bottom: auto }" in rules


def test_browsers_without_anchors_and_paper_see_none_of_it() -> None:
    """Every rule of the margin is for screens that have one and know anchors."""
    rules = sidenotes.sheet(made("<p>Paz.</p>", notes=2).find("body"))
    plain = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    depth, loose = 0, ""
    for sign in plain:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        loose += sign if depth == 0 else ""
    assert {f"@supports {sidenotes.ABLE}", ""} == {each.strip() for each in loose.split("}")}
    conditions = re.findall(r"@media ([^{]*) \{", plain)
    assert all(each.startswith("screen and (min-width: ") for each in conditions)


def test_a_page_without_notes_has_no_margin() -> None:
    """No second style, and nothing for it to hold."""
    assert not made("<p>Paz.</p>").xpath("//*[name()='svg']")
