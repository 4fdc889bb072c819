"""The words we add to a book, in the language of the book (gettext catalogues, CLDR dates)."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.units import format_unit

FOLDER = Path(__file__).parent / "locale"
ANY = "es"
"""A catalogue whose message ids are the labels of the source language."""

LEAP = 2000
"""A year with a 29 February."""

THOUSAND, MILLION = 10**3, 10**6

SOURCE_LANGUAGE = "en"
"""The language of the message ids, and of a book whose own we do not have."""


@dataclass(frozen=True)
class Labels:
    """A catalogue of labels; call it with an English message and its fields."""

    language: str
    """The language the labels are really in: a tag of `available()`."""
    folder: Path = FOLDER
    """Where the catalogues are."""

    def __call__(self, message: str, **fields: object) -> str:
        """Translate a message and fill in its fields.

        A message that the catalogue lacks is a bug: KeyError.
        """
        if self.language != SOURCE_LANGUAGE:
            found = _catalogue(self.folder, self.language).get(message)
            if found is None or not found.string:
                raise KeyError(f"{self.language}.po lacks «{message}»")
            message = str(found.string)
        return message.format(**fields) if fields else message

    def spoken(self, language: str) -> str:
        """Return the language that labels are in: the book's own tag, if it is one with theirs."""
        primary = language.partition("-")[0].lower()
        return language if primary == self.language else self.language

    def characters(self) -> set[str]:
        """Return every character of the labels: outputs add some that the page does not have."""
        source = self.language == SOURCE_LANGUAGE
        catalogue = _catalogue(self.folder, ANY if source else self.language)
        return {sign for each in catalogue for sign in str(each.id if source else each.string)}

    def day(self, day: dt.date) -> str:
        """Write a day as the language does: «22 de noviembre de 2026» (CLDR, long form)."""
        return format_date(day, "long", self._locale)

    def month(self, day: dt.date) -> str:
        """Write a month of a year: «noviembre de 1917»."""
        skeleton = self._locale.datetime_skeletons["yMMMM"].pattern
        return format_date(day, skeleton, self._locale)

    def date(self, value: str) -> str:
        """Write YYYY, YYYY-MM or YYYY-MM-DD of any calendar as the language does."""
        steps = [int(part) for part in value.split("-")]
        year, month, day = (*steps, 1, 1)[:3]
        # A Julian 29 February may have no Gregorian name: CLDR words it through a leap year.
        lacking = (month, day) == (2, 29) and not calendar.isleap(year)
        named = dt.date(LEAP if lacking else year, month, day)
        words = (str(year), self.month(named), self.day(named))[len(steps) - 1]
        return words.replace(str(LEAP), str(year)) if lacking else words

    def list(self, items: Sequence[str]) -> str:
        """Join names as the language does: «a, b y c» (CLDR list patterns).

        Spanish «y» is «e» before the sound i (DPD, «y²», 2.1), which CLDR leaves to us.
        """
        joined = format_list(list(items), locale=self._locale)
        if self.language == "es":
            return re.sub(r" y (?=h?[ií](?![aeou]))", " e ", joined, flags=re.IGNORECASE)
        return joined

    def name(self, tag: str) -> str:
        """Name the language of a BCP 47 tag: «español»; the tag itself where CLDR has no name."""
        return str(self._locale.languages.get(tag.partition("-")[0].lower(), tag))

    def size(self, count: int) -> str:
        """Write a number of bytes as people say it: «600 kB», «1,2 MB» (CLDR, powers of 1000)."""
        large = count >= MILLION
        value = round(count / MILLION, 1) if large else max(1, round(count / THOUSAND))
        unit = "digital-megabyte" if large else "digital-kilobyte"
        return str(format_unit(value, unit, "short", locale=self._locale))

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.language)


def available() -> list[str]:
    """Return the languages that have labels, sorted."""
    return sorted([SOURCE_LANGUAGE, *(path.stem for path in FOLDER.glob("*.po"))])


def labels_for(language: str, folder: Path = FOLDER) -> Labels:
    """Return the labels of a folder for a BCP 47 tag, or English ones where there are none."""
    primary = language.split("-", maxsplit=1)[0].lower()
    return Labels(primary if primary in available() else SOURCE_LANGUAGE, folder)


@functools.cache
def _catalogue(folder: Path, language: str) -> Catalog:
    """Read a catalogue once."""
    with (folder / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)
