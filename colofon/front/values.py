"""The values that keys of the front matter have: what each accepts, and how it is kept."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

import langcodes
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError
from stdnum import isbn as isbn_numbers

FIRST_YEAR = 1980
"""ZIP members cannot be dated before (PKWARE APPNOTE 4.4.6)."""


def _language(tag: str) -> str:
    """Accept a BCP 47 tag whose subtags are registered; return its usual spelling."""
    if "_" in tag or not langcodes.tag_is_valid(tag):
        raise PydanticCustomError(
            "bad-language", "«{tag}» is not a language tag (BCP 47).", {"tag": tag}
        )
    return langcodes.standardize_tag(tag)


def _isbn(number: str) -> str:
    """Accept an ISBN whose check digit is right (ISO 2108); return its 13 digits."""
    if not isbn_numbers.is_valid(number):
        raise PydanticCustomError(
            "bad-isbn", "The check digit of ISBN «{number}» is wrong.", {"number": number}
        )
    return str(isbn_numbers.to_isbn13(isbn_numbers.compact(number)))


def _text(value: str) -> str:
    """Accept a text with something in it; fold its white space."""
    folded = re.sub(r"[ \t\n]+", " ", value).strip()
    if not folded:
        raise PydanticCustomError("empty-value", "The value is empty.")
    return folded


def _day(value: dt.date) -> dt.date:
    """Accept a day that ZIP can write."""
    if value.year < FIRST_YEAR:
        raise PydanticCustomError(
            "bad-date", "the day of this edition is {year} or later.", {"year": FIRST_YEAR}
        )
    return value


Text = Annotated[str, AfterValidator(_text)]
Sign = Annotated[str, Field(min_length=1, max_length=1)]
Language = Annotated[str, AfterValidator(_language)]
Isbn = Annotated[str, AfterValidator(_isbn)]
Day = Annotated[dt.date, AfterValidator(_day)]


class Strict(BaseModel):
    """Unknown keys are faults, and values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
