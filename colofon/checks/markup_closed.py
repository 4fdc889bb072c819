"""Every mark that opens in the master closes.

pandoc takes a mark that never closes for plain text, and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Any

from colofon.finding import Finding
from colofon.readers.tree import Token, tokens
from colofon.source import Master

EMPHASIS = {"*", "**", "***", "_", "__", "~~", "^"}
SIGNS = {*EMPHASIS, "{", "}", "]"}
FENCE = re.compile(r" {0,3}(:{3,})\s*(\S?)")
CODE = re.compile(r" {0,3}(```+|~~~+)")


def check(*, master: Master, ast: dict[str, Any]) -> Generator[Finding, None, dict[str, int]]:
    """Look for marks that reached the text as plain signs."""
    lines = master.text.split("\n")
    count = 0
    for token in tokens(ast["blocks"]):
        count += 1
        meant = token.text in SIGNS and token.line
        if meant and not lines[token.line - 1].startswith("\\", token.column - 1):
            yield from _stray(token, lines[token.line - 1], master)
    yield from _open_fences(lines, master)
    return {"strings": count}


def _stray(token: Token, line: str, master: Master) -> Iterator[Finding]:
    """Yield a finding if a plain string is a mark that was meant."""
    place = master.place(token.line, token.column)
    hint = f"Close it, or write \\{token.text[0]} if the sign is meant."
    after = line[token.column - 1 + len(token.text) :][:1]
    before = line[: token.column - 1][-1:]
    if token.text in EMPHASIS and before != "[" and _outer(before, after):
        message = f"The mark «{token.text}» opens or closes nothing."
        yield Finding("unclosed-emphasis", message, place, hint)
    elif token.text in {"{", "}"}:
        message = f"«{token.text}» belongs to no span: is a bracket missing?"
        yield Finding("unclosed-span", message, place, hint)
    elif token.text == "]" and after == "(":
        message = "A link has no closing parenthesis, or a space in its address."
        yield Finding("unclosed-link", message, place, "Write [words](address).")


def _outer(before: str, after: str) -> bool:
    """Tell whether a sign stands at the edge of a word, as a mark does."""
    at_edge = bool(before.strip()) != bool(after.strip())
    return at_edge or before.isalnum() != after.isalnum()


def _open_fences(lines: list[str], master: Master) -> Iterator[Finding]:
    """Yield every `:::` block that is never closed, or closed without being open."""
    opened: list[int] = []
    code = ""
    for number, line in enumerate(lines, start=1):
        if mark := CODE.match(line):
            code = "" if code and mark[1].startswith(code) else code or mark[1]
        fence = None if code else FENCE.match(line)
        if fence and fence[2]:
            opened.append(number)
        elif fence and opened:
            opened.pop()
        elif fence:
            message = "This ::: closes nothing."
            yield Finding("unclosed-block", message, master.place(number), "Delete it.")
    for number in opened:
        hint = "Write ::: alone on a line where it ends."
        message = "This ::: block is never closed."
        yield Finding("unclosed-block", message, master.place(number), hint)
