"""What the head of a master may say: the types of the front matter."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import uuid
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from colofon.front.history import History
from colofon.front.printing import PrintSettings
from colofon.front.values import Day, Isbn, Language, Sign, Strict, Text

NAMESPACE = uuid.UUID("c0104f04-0000-5000-8000-000000000000")
"""The namespace of every work's UUIDv5 (RFC 9562, 5.5); never to be changed."""

MARCH = 3


def _someone(people: tuple[Author, ...]) -> tuple[Author, ...]:
    """Accept a list with somebody in it."""
    if not people:
        raise PydanticCustomError("empty-value", "Nobody is named.")
    return people


class Author(Strict):
    """Somebody who made the work."""

    name: Text
    """As it stands on the title page."""
    sort: Text | None = None
    """As it is filed: «Trotsky, León». Where it is missing, the name."""
    role: Annotated[str, Field(pattern="^[a-z]{3}$")] = "aut"
    """MARC relator code: aut author, trl translator, edt editor …"""

    @property
    def file_as(self) -> str:
        """The form a catalogue files the name under."""
        return self.sort or self.name


class WorkDate(Strict):
    """When the work was first spoken, written or printed."""

    value: Text
    """YYYY, YYYY-MM or YYYY-MM-DD in its calendar."""
    calendar: Literal["gregorian", "julian"] = "gregorian"
    certainty: Literal["certain", "inferred", "uncertain"] = "certain"
    note: Text | None = None
    """What the reader should know of the date."""

    def model_post_init(self, _context: object) -> None:
        """Refuse a day that its calendar does not have."""
        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", self.value)
        year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
        if month not in range(1, 13) or day not in range(1, self._days(year, month) + 1):
            raise PydanticCustomError(
                "bad-date",
                "«{value}» is not a date of the {calendar} calendar.",
                {"value": self.value, "calendar": self.calendar},
            )

    def _days(self, year: int, month: int) -> int:
        """Count the days of a month; the Julian calendar leaps every fourth year."""
        if self.calendar == "julian":
            year = 2000 if year % 4 == 0 else 2001
        return calendar.monthrange(year, month)[1]

    @property
    def gregorian(self) -> str:
        """The date in the calendar of ISO 8601, as far as it is known.

        A Julian day is one day further behind for each century since the third whose
        last year leaps in the Julian calendar and not in the Gregorian (*Inter gravissimas*).
        """
        steps = [int(part) for part in self.value.split("-")]
        if self.calendar == "gregorian" or len(steps) < len(("year", "month", "day")):
            return self.value
        year, month, day = steps
        century = (year - (month < MARCH)) // 100
        behind = dt.timedelta(days=century - century // 4 - 2)
        # The first of the month exists in both calendars; its 29 February may not.
        return (dt.date(year, month, 1) + dt.timedelta(days=day - 1) + behind).isoformat()


class Publisher(Strict):
    """Who publishes an edition."""

    name: Text
    place: Text | None = None
    """The city."""


class Right(Strict):
    """What is known of the rights in one part of the edition."""

    part: Literal["text", "translation", "edition", "images"]
    status: Literal["public-domain", "cleared", "unknown"]
    statement: Text
    """What the imprint page says, in the edition's language."""


class Normalisation(Strict):
    """One thing that was changed throughout when the witness was transcribed into the master."""

    name: Literal["line-wraps", "spaces", "quotation-marks", "title-block", "hyphenation"]
    """What kind of change; `colofon.witness` undoes each."""
    statement: Text
    """What the reader is told, in the edition's language."""
    pairs: dict[Sign, Sign] = Field(default_factory=dict)
    """For quotation-marks: each sign of the witness, and ours."""
    lines: tuple[Text, ...] = ()
    """For title-block: the lines of the witness that stand in the wrong place, as they are."""


class NoteKind(Strict):
    """Whose notes a prefix of their keys stands for."""

    prefix: Annotated[str, Field(pattern="^[a-z]+$")]
    name: Text
    """What these notes are called: «Notas del revisor»."""
    sign: Text
    """How such a note is signed where notes of several kinds meet: «N. del R.»."""


class Isbns(Strict):
    """An ISBN belongs to one format (ISO 2108, 4.4)."""

    print: Isbn | None = None
    epub: Isbn | None = None


class Exempt(Strict):
    """Words that break a rule of orthography and are right here."""

    code: Text
    """The rule's code."""
    text: Text
    """What the rule finds, or the whole word round it, to the letter."""
    reason: Text
    """Why it stands."""


class Front(Strict):
    """Everything that is known of an edition besides its text."""

    title: Text
    subtitle: Text | None = None
    authors: Annotated[tuple[Author, ...], AfterValidator(_someone)]
    language: Language
    """BCP 47 tag of the text and of what we add to it."""
    date: WorkDate | None = None
    edition: Annotated[int, Field(ge=1)] = 1
    issued: Day
    """The day of this edition: the only clock that any output knows."""
    history: History = ()
    """Every edition up to this one, the first one first; nothing where nobody tells it."""
    isbn: Isbns = Isbns()
    publisher: Publisher | None = None
    """Who publishes it; where that is not stated, no output makes anybody up."""
    rights: tuple[Right, ...] = ()
    source: Text | None = None
    """Where the text comes from."""
    witness: Text | None = None
    """The transcription it was made from: a path beside the master."""
    normalisations: tuple[Normalisation, ...] = ()
    """What was changed throughout, against the witness."""
    note_kinds: tuple[NoteKind, ...] = ()
    """Kinds of note besides the author's, the translator's and the editor's."""
    description: Text | None = None
    subjects: tuple[Text, ...] = ()
    print: PrintSettings = PrintSettings()
    exceptions: tuple[Exempt, ...] = ()
    """What the rules of orthography would find, and is meant."""
    slug: str = Field(default="", exclude=True)

    @property
    def identifier(self) -> str:
        """The work's identifier, the same in all formats and editions (RFC 9562 URN)."""
        return f"urn:uuid:{uuid.uuid5(NAMESPACE, self.slug)}"

    @property
    def epoch(self) -> int:
        """Midnight UTC of `issued`, in seconds since 1970."""
        midnight = dt.datetime.combine(self.issued, dt.time(), dt.UTC)
        return int(midnight.timestamp())
