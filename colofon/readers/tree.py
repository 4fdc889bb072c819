"""pandoc's syntax tree -> its plain strings, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple


class Token(NamedTuple):
    """Characters that pandoc took as they are; line and column count from 1."""

    text: str
    line: int
    column: int


def tokens(tree: Any) -> Iterator[Token]:
    """Yield every `Str` of a tree, in order, at the last `data-pos` above it."""
    waiting: list[tuple[Any, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, line, column = waiting.pop()
        if isinstance(node, list):
            waiting.extend((each, line, column) for each in reversed(node))
        elif isinstance(node, dict) and node["t"] == "Str":
            if node["c"]:
                yield Token(node["c"], line, column)
        elif isinstance(node, dict) and "c" in node:
            waiting.append((node["c"], *_position(node["c"], line, column)))


def _position(content: Any, line: int, column: int) -> tuple[int, int]:
    """Read the `data-pos` of a node that has attributes."""
    attributes = content[0] if isinstance(content, list) and content else None
    if isinstance(attributes, list) and attributes and isinstance(attributes[-1], list):
        for pair in attributes[-1]:
            if pair and pair[0] == "data-pos" and (match := re.match(r"(\d+):(\d+)", pair[1])):
                return int(match[1]), int(match[2])
    return line, column
