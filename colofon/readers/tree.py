"""pandoc's syntax tree -> its plain strings, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple


class Token(NamedTuple):
    """Characters that pandoc took as they are, and the `data-pos` they have."""

    text: str
    position: str

    @property
    def line(self) -> int:
        """The line in the master, from 1; 0 if pandoc does not say."""
        return self._numbers()[0]

    @property
    def column(self) -> int:
        """The column in that line, from 1; 0 if pandoc does not say."""
        return self._numbers()[1]

    def _numbers(self) -> tuple[int, int]:
        match = re.match(r"(\d+):(\d+)", self.position)
        return (int(match[1]), int(match[2])) if match else (0, 0)


def located(tree: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every node of a tree, in order, with the last `data-pos` above it."""
    waiting: list[tuple[Any, str]] = [(tree, "")]
    while waiting:
        node, last = waiting.pop()
        if isinstance(node, list):
            waiting.extend([(each, last) for each in reversed(node)])
        elif isinstance(node, dict):
            yield node, last
            if "c" in node:
                waiting.append((node["c"], position(node["c"]) or last))


def tokens(tree: Any) -> Iterator[Token]:
    """Yield every `Str` of a tree, in order, at the last `data-pos` above it."""
    for node, last in located(tree):
        if node["t"] == "Str" and node["c"]:
            yield Token(node["c"], last)


def unwrapped(blocks: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield the blocks of a text without the wrappers that carry their positions."""
    for block in blocks:
        if is_wrapper(block):
            yield from unwrapped(block["c"][1])
        else:
            yield block


def is_wrapper(node: dict[str, Any]) -> bool:
    """Tell a Div that only carries a position."""
    return node["t"] == "Div" and ["wrapper", "1"] in node["c"][0][2]


def position(content: Any) -> str:
    """Read the `data-pos` of a node that has attributes, from its content."""
    attributes = content[0] if isinstance(content, list) and content else None
    if isinstance(attributes, list) and attributes and isinstance(attributes[-1], list):
        for pair in attributes[-1]:
            if pair and pair[0] == "data-pos":
                return str(pair[1])
    return ""
