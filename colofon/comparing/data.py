"""Two files of JSON -> the first values that differ, by the keys that lead to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from colofon.comparing.difference import Cause, Difference
from colofon.comparing.places import place, short

MISSING = object()


def differences(_: str, ours: bytes, theirs: bytes) -> Iterator[Difference]:
    """Yield each value that differs, with line and column of the first difference."""
    where = place(ours.decode("utf-8-sig"), theirs.decode("utf-8-sig"))
    try:
        mine, other = json.loads(ours), json.loads(theirs)
    except (ValueError, RecursionError):
        yield Difference(where, "It is no JSON any more.", Cause.UNREADABLE)
        return
    found = list(_differing("", mine, other))
    if not found:
        yield Difference(where, "The data are the same, but written otherwise.", Cause.LAYOUT)
    for keys, one, two in found:
        text = f"{keys or 'It'} is {_said(two)}; the reference has {_said(one)}."
        yield Difference(where, text, Cause.METADATA)


def _differing(keys: str, ours: Any, theirs: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield the keys that lead to each difference, and both values."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in dict.fromkeys([*ours, *theirs]):
            step = f"{keys}.{key}" if keys else str(key)
            yield from _differing(step, ours.get(key, MISSING), theirs.get(key, MISSING))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for number, (one, two) in enumerate(zip(ours, theirs, strict=True)):
            yield from _differing(f"{keys}[{number}]", one, two)
    elif ours != theirs or type(ours) is not type(theirs):
        yield keys, ours, theirs


def _said(value: Any) -> str:
    """Write a value shortly."""
    return "nothing" if value is MISSING else short(json.dumps(value, ensure_ascii=False))
