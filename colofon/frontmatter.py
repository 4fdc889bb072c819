"""The head of a master -> Front, typed and complete, or every fault at once with its line."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from colofon import strict_yaml
from colofon.finding import Finding, Place, Refused
from colofon.front import Front
from colofon.source import Master

TYPES = {
    "tuple_type": ("a list is expected", "Write one item a line, each after «- »."),
    "int_parsing": ("a whole number is expected", "Write it in figures: 1."),
    "string_type": ("a text is expected", "Write one line; quote it if it holds a colon."),
    "model_type": ("keys and values are expected", "Write «key: value» lines, indented."),
    "less_than_equal": ("the number is too large", "docs/master.md says what it may be."),
    "greater_than_equal": ("the number is too small", "docs/master.md says what it may be."),
}
"""What pydantic expects, in a publisher's words, and how to write it."""

HINTS = {
    "bad-isbn": "Copy all its figures from the letter of the ISBN agency.",
    "empty-value": "Write the value, or leave out a key that is not required.",
    "history-disordered": "Write the editions from the first to this one, each on a later day.",
    "history-ends": "End the history with this edition, its number and its day.",
    "printer-twice": "Name each printer once.",
    "unknown-paper": "Write one of these, or leave the paper out.",
    "unknown-printer": "Write one of these, or add the printer's data (docs/printers.md).",
}
"""How to mend what our own types refuse, where the message does not say it."""


def body_line(master: Master) -> int:
    """Return the first line after the front matter; raise `Refused` if there is none."""
    lines = master.text.split("\n")
    if lines[0].rstrip() != "---":
        hint = "Begin with ---, then title, authors, language and issued, then --- again."
        message = "The master has no front matter."
        raise Refused([Finding("no-front-matter", message, master.place(1), hint)])
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in {"---", "..."}:
            return number + 1
    hint = "Close it with a line of three hyphens."
    message = "The front matter never ends."
    raise Refused([Finding("no-front-matter", message, master.place(1), hint)])


def _load(master: Master) -> strict_yaml.Loaded:
    """Load the YAML of the head, with the place of every key."""
    end = body_line(master)
    head = "\n".join(master.text.split("\n")[1 : end - 2])
    return strict_yaml.load(head + "\n", first_line=2)


def place(master: Master, *path: str | int) -> Place:
    """Find where a key or an item of the front matter stands; line 1 if it is not there."""
    loaded = _load(master)
    line, column = loaded.keys.get(path) or loaded.values.get(path) or (1, 1)
    return master.place(line, column)


def read(master: Master, slug: str) -> Front:
    """Read the front matter; raise `Refused` with every fault and its place."""
    loaded = _load(master)
    faults = [
        Finding(fault.code, fault.message, master.place(fault.line, fault.column), fault.hint)
        for fault in loaded.faults
    ]
    if faults:
        raise Refused(faults)
    try:
        front = Front.model_validate(loaded.data)
    except ValidationError as error:
        raise Refused(_findings(error, loaded, master)) from None
    return front.model_copy(update={"slug": slug})


def _findings(
    error: ValidationError, loaded: strict_yaml.Loaded, master: Master
) -> Iterator[Finding]:
    """Yield one finding for each fault, at the key or value it is about."""
    for fault in error.errors():
        path = fault["loc"]
        known = next(
            (path[:size] for size in range(len(path), -1, -1) if path[:size] in loaded.values), ()
        )
        code, message, hint = _wording(fault)
        where = loaded.keys if code == "unknown-key" else loaded.values
        line, column = where.get(known) or loaded.values.get(known) or (1, 1)
        yield Finding(code, message, master.place(line, column), hint)


def _wording(fault: ErrorDetails) -> tuple[str, str, str]:
    """Say what is wrong, and how to mend it, in a publisher's words."""
    name = ".".join(str(step) for step in fault["loc"])
    kind = fault["type"]
    if kind == "extra_forbidden":
        return "unknown-key", f"The key «{name}» is unknown.", _suggestion(fault["loc"])
    if kind == "missing":
        return (
            "missing-key",
            f"The key «{name}» is missing.",
            f"Add a line «{fault['loc'][-1]}: …».",
        )
    if "-" in kind:
        message = f"{name}: {fault['msg']}" if name else fault["msg"]
        return kind, message, HINTS.get(kind, "")
    if kind.startswith("date"):
        return "bad-date", f"{name}: «{fault['input']}» is not a date.", "Write it as 2026-11-22."
    if kind == "literal_error":
        expected = fault["ctx"]["expected"]
        return "bad-value", f"{name}: «{fault['input']}» is not known.", f"Write {expected}."
    expected, hint = TYPES.get(kind, (fault["msg"], ""))
    return "wrong-type", f"{name}: {expected}.", hint


def _suggestion(path: tuple[int | str, ...]) -> str:
    """Return «Did you mean …?» for the nearest key that is known at that place."""
    model: Any = Front
    for step in path[:-1]:
        if isinstance(step, str):
            model = _model_of(model.model_fields[step].annotation)
    known = [key for key in model.model_fields if key != "slug"]
    near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
    return f"Did you mean «{near[0]}»?" if near else f"Known keys: {', '.join(sorted(known))}."


def _model_of(annotation: Any) -> Any:
    """Find the model inside `tuple[Model, ...]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_of(each) for each in typing.get_args(annotation))
    return next((model for model in inner if model is not None), None)
