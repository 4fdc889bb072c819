"""Style sheets -> what they load, which typefaces they ask for, and what an engine must know."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

import tinycss2

GENERIC = {
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif",
    "ui-sans-serif", "ui-monospace", "ui-rounded", "math", "emoji", "fangsong"
}  # fmt: skip
"""Families that every device has (CSS Fonts 4, 2.1.1)."""

KEYWORDS = {"inherit", "initial", "unset", "revert", "revert-layer"}
"""Words in the place of a value that name no family (CSS Cascading 5, 7.3)."""

LOADING = {"url", "src", "image", "image-set", "-webkit-image-set"}
"""Functions whose strings are addresses (CSS Images 4, CSS Values 4)."""

KEPT = 8
"""Style sheets whose parsing is kept, since several checks ask for the same."""

GROUPS = {"media", "supports", "layer"}
"""At-rules that hold rules (CSS Conditional 3; CSS Cascading 5)."""

Nodes = list[Any]


class Use(NamedTuple):
    """What an engine must know: a property, function, unit or at-rule; its line from 1.

    `value` is that of a property; of `@media` it says whether anything stands in it.
    """

    kind: str
    name: str
    value: str
    line: int


def urls(css: str) -> list[str]:
    """Return every address that a style sheet or a `style` attribute loads, in order."""
    return list(_urls(_values(css)))


@functools.lru_cache(maxsize=KEPT)
def _values(css: str) -> Nodes:
    """Parse a style sheet or an attribute into its component values, once."""
    return list(tinycss2.parse_component_value_list(css, skip_comments=True))


def _urls(nodes: Nodes | None) -> Iterator[str]:
    """Yield the addresses among some tokens, blocks and functions included."""
    importing = False
    for node in nodes or ():
        if node.type == "at-keyword":
            importing = node.lower_value == "import"
        elif node.type == "url" or (importing and node.type == "string"):
            yield node.value
        elif node.type == "function":
            if node.lower_name in LOADING:
                yield from (each.value for each in node.arguments if each.type == "string")
            yield from _urls(node.arguments)
        elif node.type in {"{} block", "() block", "[] block"}:
            importing = False
            yield from _urls(node.content)
        elif node.type == "literal" and node.value == ";":
            importing = False


def faces(css: str) -> list[tuple[str, list[str]]]:
    """Return each `@font-face` of a style sheet: its family, and the addresses of its sources."""
    found = []
    for rule in _rules(_sheet(css)):
        if rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            named = _declared(rule.content)
            family = next(
                (_families(value)[0] for name, value in named if name == "font-family"), ""
            )
            found.append((family, list(_urls(rule.content))))
    return found


def stacks(css: str) -> list[list[str]]:
    """Return every list of families that the rules of a style sheet ask for.

    `var(--name)` stands for every value that the sheet gives to that property.
    """
    declared = [
        pair
        for rule in _rules(_sheet(css))
        if rule.type == "qualified-rule"
        for pair in _declared(rule.content)
    ]
    variables: dict[str, list[Nodes]] = {}
    for name, value in declared:
        if name.startswith("--"):
            variables.setdefault(name, []).append(value)
    values = [value for name, value in declared if name == "font-family"]
    values += [_after_size(value) for name, value in declared if name == "font"]
    meant = [each for value in values for each in _resolved(value, variables)]
    return [names for value in meant if (names := _families(value))]


@functools.lru_cache(maxsize=KEPT)
def _sheet(css: str) -> Nodes:
    """Parse a style sheet."""
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _rules(rules: Nodes) -> Iterator[Any]:
    """Yield every rule, those inside `@media` and `@supports` too."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
            inner = tinycss2.parse_rule_list(
                rule.content or [], skip_comments=True, skip_whitespace=True
            )
            yield from _rules(inner)
        else:
            yield rule


def _declared(content: Nodes | None) -> list[tuple[str, Nodes]]:
    """Return the declarations of a block, each with its tokens."""
    parsed = tinycss2.parse_blocks_contents(content or [], skip_comments=True, skip_whitespace=True)
    return [(each.lower_name, each.value) for each in parsed if each.type == "declaration"]


def _resolved(value: Nodes, variables: dict[str, list[Nodes]]) -> list[Nodes]:
    """Return the values that one with `var()` may stand for."""
    for node in value:
        if node.type == "function" and node.lower_name == "var":
            named = next((each.value for each in node.arguments if each.type == "ident"), "")
            return [each for each in variables.get(named, []) if each is not value]
    return [value]


def _after_size(value: Nodes) -> Nodes:
    """Return what follows the size in the shorthand `font` (CSS Fonts 4, 2.10)."""
    sizes = {"dimension", "percentage"}
    last = max((index for index, node in enumerate(value) if node.type in sizes), default=-1)
    if last < 0:
        return []
    rest = value[last + 1 :]
    while rest and (rest[0].type == "number" or rest[0] == "/"):
        rest = rest[1:]
    return rest


def _families(value: Nodes) -> list[str]:
    """Split a list of families at its commas."""
    names, words = [], list[str]()
    for node in value:
        if node.type == "literal" and node.value == ",":
            names.append(" ".join(words))
            words = []
        elif node.type in {"ident", "string"}:
            words.append(node.value)
    return [name for name in (*names, " ".join(words)) if name]


def uses(css: str) -> list[Use]:
    """Return all that the rules of a style sheet ask of an engine, in order."""
    return list(_uses(_sheet(css)))


def uses_inline(css: str) -> list[Use]:
    """Return all that a `style` attribute asks of an engine, in order."""
    return list(_asked(tinycss2.parse_component_value_list(css)))


def _uses(rules: Nodes) -> Iterator[Use]:
    """Yield what rules ask for."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in GROUPS:
            inner = tinycss2.parse_rule_list(
                rule.content or [], skip_comments=True, skip_whitespace=True
            )
            filled = "filled" if inner else ""
            yield Use("at-rule", rule.lower_at_keyword, filled, rule.source_line)
            yield from _uses(inner)
        elif rule.type in {"at-rule", "qualified-rule"}:
            yield from _asked(rule.content)


def _asked(content: Nodes | None) -> Iterator[Use]:
    """Yield what the declarations of a block ask for."""
    parsed = tinycss2.parse_blocks_contents(content or [], skip_comments=True, skip_whitespace=True)
    for each in parsed:
        if each.type == "declaration":
            said = tinycss2.serialize(each.value).strip().lower()
            yield Use("property", each.lower_name, said, each.source_line)
            yield from _computed(each.value)


def _computed(nodes: Nodes) -> Iterator[Use]:
    """Yield the functions and units of a value."""
    for node in nodes:
        if node.type == "function":
            yield Use("function", node.lower_name, "", node.source_line)
            yield from _computed(node.arguments)
        elif node.type == "dimension":
            yield Use("unit", node.lower_unit, "", node.source_line)
        elif node.type.endswith(" block"):
            yield from _computed(node.content)
