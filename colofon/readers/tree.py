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


def tokens(node: Any, line: int = 0, column: int = 0) -> Iterator[Token]:
    """Yield every `Str` below a node, in order, at the last `data-pos` above it."""
    if isinstance(node, list):
        for each in node:
            yield from tokens(each, line, column)
    elif isinstance(node, dict):
        content = node.get("c")
        if node["t"] == "Str" and content:
            yield Token(str(content), line, column)
        elif node["t"] != "Str":
            yield from tokens(content, *_position(content, line, column))


def _position(content: Any, line: int, column: int) -> tuple[int, int]:
    """Read the `data-pos` of a node that has attributes."""
    attributes = content[0] if isinstance(content, list) and content else None
    if isinstance(attributes, list) and attributes and isinstance(attributes[-1], list):
        for pair in attributes[-1]:
            if pair and pair[0] == "data-pos" and (match := re.match(r"(\d+):(\d+)", pair[1])):
                return int(match[1]), int(match[2])
    return line, column
