"""The editions of a work so far: which there were, when, and what each changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

from colofon.front.values import Day, Strict, Text


class Change(Strict):
    """One edition of the work, and what it changed."""

    edition: Annotated[int, Field(ge=1)]
    issued: Day
    changes: Text
    """What the imprint says of it: one paragraph, in the edition's language."""


Fault = tuple[int, str, PydanticCustomError]
"""The place of an entry in the list, its key, and what is wrong there."""


def _consistent(history: tuple[Change, ...], known: ValidationInfo) -> tuple[Change, ...]:
    """Accept a list that rises to the edition in hand; refuse any other with every fault."""
    faults = [*_rising(history), *_current(history, known.data)]
    if faults:
        lines = [
            InitErrorDetails(type=error, loc=(place, key), input=getattr(history[place], key))
            for place, key, error in faults
        ]
        raise ValidationError.from_exception_data("history", lines)
    return history


def _rising(history: tuple[Change, ...]) -> Iterator[Fault]:
    """Yield each entry that is no later edition, or no later day, than the one before it."""
    for place, (before, each) in enumerate(pairwise(history), start=1):
        if each.edition <= before.edition:
            said = {"number": each.edition, "before": before.edition}
            message = "edition {number} stands behind edition {before}."
            yield place, "edition", PydanticCustomError("history-disordered", message, said)
        if each.issued <= before.issued:
            days = {"day": each.issued.isoformat(), "before": before.issued.isoformat()}
            message = "{day} is not later than {before}, the day of the edition before it."
            yield place, "issued", PydanticCustomError("history-disordered", message, days)


def _current(
    history: tuple[Change, ...], known: dict[str, int | dt.date | None]
) -> Iterator[Fault]:
    """Yield what the last entry and the head of the master say otherwise."""
    for key in ("edition", "issued") if history else ():
        said, wanted = getattr(history[-1], key), known.get(key)
        if wanted is not None and said != wanted:
            words = {"said": str(said), "wanted": str(wanted), "key": key}
            message = "the last entry says {said}, and «{key}» of this edition is {wanted}."
            yield len(history) - 1, key, PydanticCustomError("history-ends", message, words)


History = Annotated[tuple[Change, ...], AfterValidator(_consistent)]
