"""The style sheet of the web edition: every text has contrast, every size follows the reader's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import tinycss2
import tinycss2.color4

from colofon import styles
from colofon.web import head, sidenotes

SHEETS = {name: styles.sheet(name) for name in ("web.css", "web-margin.css")}
MEDIA = {
    "by day": (),
    "by night": ("(prefers-color-scheme: dark)",),
    "with more contrast": ("(prefers-contrast: more)",),
    "with more contrast by night": (
        "(prefers-color-scheme: dark)",
        "(prefers-contrast: more)",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)",
    ),
    "on paper": ("print",),
}
TEXTS = ("--ink", "--quiet", "--mark")
GROUNDS = ("--paper", "--sheet", "--glow")
WORDS = {"none", "transparent", "currentcolor", "inherit", "highlight", "linktext"}


def _rules(rules: list[Any], media: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every rule of a sheet with the condition that it stands under."""
    for rule in rules:
        if rule.type == "qualified-rule":
            yield media, rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            kept = rule.lower_at_keyword == "media"
            yield from _rules(inner, tinycss2.serialize(rule.prelude).strip() if kept else media)


def _declared(sheet: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield every declaration: its condition, its selector, its name and its value."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    for media, rule in _rules(rules):
        for each in tinycss2.parse_blocks_contents(rule.content):
            if each.type == "declaration":
                selector = tinycss2.serialize(rule.prelude).strip()
                yield media, selector, each.name, tinycss2.serialize(each.value).strip()


def _colours(conditions: tuple[str, ...]) -> dict[str, str]:
    """Return the colours that hold under some conditions, the later over the earlier."""
    return {
        name: value
        for media, selector, name, value in _declared(SHEETS["web.css"])
        if selector == ":root" and media in {"", *conditions} and value.startswith("#")
    }


def _luminance(colour: str) -> float:
    """Compute relative luminance (WCAG 2.2, definition)."""
    parsed = tinycss2.color4.parse_color(colour)
    assert parsed is not None
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in list(parsed)[:3]
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def _contrast(first: str, second: str) -> float:
    """Compute the contrast ratio of two colours (WCAG 2.2, definition)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    """Black on white is 21 to 1; #767676 on white is the well-known 4.54."""
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", MEDIA)
def test_every_text_has_contrast(scheme: str) -> None:
    """4.5 to 1 on every ground (WCAG 2.2, 1.4.3); 7 where a reader asks for more (1.4.6)."""
    colours = _colours(MEDIA[scheme])
    least = 7 if "more" in scheme else 4.5
    for text in TEXTS:
        for ground in GROUNDS:
            ratio = _contrast(colours[text], colours[ground])
            assert ratio >= least, (scheme, text, ground, ratio)


@pytest.mark.parametrize("name", SHEETS)
def test_every_colour_is_a_named_one(name: str) -> None:
    """So what is computed above is all there is; system colours belong to the reader."""
    for _, selector, key, value in _declared(SHEETS[name]):
        if re.search(r"#[0-9a-f]{3,8}\b|\b(rgb|hsl|lab|lch|color)\(", value):
            assert selector == ":root" or key == "mask", (selector, key, value)
        if key in {"color", "background-color"}:
            assert value.startswith("var(--") or value.lower() in WORDS, (selector, key, value)


def test_browser_bars_have_the_colour_of_the_paper() -> None:
    """By day and by night."""
    assert _colours(MEDIA["by day"])["--paper"] == head.PAPERS["light"]
    assert _colours(MEDIA["by night"])["--paper"] == head.PAPERS["dark"]


@pytest.mark.parametrize("name", SHEETS)
def test_sizes_follow_the_readers_own(name: str) -> None:
    """Text and measures are in em and rem; on paper in points (WCAG 2.2, 1.4.4)."""
    for media, selector, key, value in _declared(SHEETS[name]):
        assert media == "print" or "pt" not in re.findall(r"\d(px|pt)\b", value)
        if key.startswith(("font", "line-height")):
            assert not re.search(r"\d(px|cm|mm|in)\b", value), (selector, key, value)


def test_margin_and_program_agree_on_where_there_is_room() -> None:
    """The rules of each note are for the same windows as those of all."""
    conditions = {media for media, *_ in _declared(SHEETS["web-margin.css"])}
    assert f"screen and {sidenotes.ROOM}" in conditions
    assert f"@supports {sidenotes.ABLE}" in SHEETS["web-margin.css"]
