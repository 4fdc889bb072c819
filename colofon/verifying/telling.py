"""What is wrong with each file, and why -> lines: a cause that several files share is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Wrong(NamedTuple):
    """One file that is not as it should be."""

    place: str
    said: str
    cause: str = ""
    """Why it is likely to be made otherwise; nothing if it was altered afterwards."""


def lines(found: Iterable[Wrong]) -> Iterator[str]:
    """Yield what was altered, then each cause with the files that it made others."""
    causes: dict[str, list[Wrong]] = {}
    for wrong in found:
        if wrong.cause:
            causes.setdefault(wrong.cause, []).append(wrong)
        else:
            yield f"{wrong.place}: {wrong.said}"
    for cause, files in causes.items():
        if files[1:]:
            yield f"{len(files)} files are made otherwise now. Cause: {cause}."
            yield from (f"  {each.place}: {each.said}".rstrip(": ") for each in files)
        else:
            yield f"{files[0].place}: {files[0].said} Cause: {cause}."
