"""Dates in Spanish (OLE VIII and IV; DPD «fecha», «mayúsculas»)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from colofon.finding import Severity
from colofon.orthography.passage import Passage
from colofon.orthography.rule import Rule, each, pattern

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
            *("septiembre setiembre", "octubre", "noviembre", "diciembre"),
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTH, WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
CAPITAL_MONTH = "|".join(name.capitalize() for name in MONTHS)
CAPITAL_DAY = "|".join(name.capitalize() for name in WEEKDAYS)
DAY = re.compile(rf"(?<![\d.,])(\d\d?) de ({MONTH})\b(?: del? (\d{{4}})\b)?")
WEEKDAY_DATE = re.compile(rf"(?i:\b({WEEKDAY})),? (\d\d?) de ({MONTH}) de (\d{{4}})\b")
DOUBLE = re.compile(
    rf"(?<!\d)(?P<old>\d\d?)(?: de (?P<month>{MONTH}))? \((?P<new>\d\d?)"
    rf"(?: de (?P<inner>{MONTH}))?\)(?: de (?P<outer>{MONTH}))? de (?P<year>1[6-9]\d\d)\b"
)
"""«25 de octubre (7 de noviembre) de 1917» and «7 (20) de noviembre de 1917»."""

GREGORIAN_FROM = 1583
RUSSIA_UNTIL = 1918


def _plain(text: str) -> str:
    """Write every space as a plain one."""
    return re.sub("[\n\u00a0\u202f]", " ", text)


def _impossible(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each day that its month does not have."""
    for match in DAY.finditer(_plain(passage.text)):
        day, month = int(match[1]), MONTHS[match[2]]
        year = int(match[3]) if match[3] else 2000
        # In the Julian calendar every fourth year leaps: 29 February 1900 was a day in Russia.
        last = calendar.monthrange(2000 if year % 4 == 0 else 2001, month)[1]
        if not 1 <= day <= last:
            yield match.span()


def _mismatched(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each date whose day of the week is wrong in both calendars."""
    for match in WEEKDAY_DATE.finditer(_plain(passage.text)):
        year, month, day = int(match[4]), MONTHS[match[3]], int(match[2])
        if year < GREGORIAN_FROM or day > calendar.monthrange(year, month)[1]:
            continue
        gregorian = dt.date(year, month, day)
        days = {gregorian.weekday()}
        if year <= RUSSIA_UNTIL:
            days.add((gregorian + dt.timedelta(days=_behind(year, month))).weekday())
        if WEEKDAYS.index(match[1].lower()) not in days:
            yield match.span()


def _behind(year: int, month: int) -> int:
    """Count the days by which the Julian calendar is behind (*Inter gravissimas*)."""
    century = (year - (month < MONTHS["marzo"])) // 100
    return century - century // 4 - 2


def _unequal(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield each pair of a Julian and a Gregorian date that are not the same day."""
    for match in DOUBLE.finditer(_plain(passage.text)):
        old_month = match["month"] or match["outer"]
        new_month = match["inner"] or match["outer"]
        if bool(match["month"]) != bool(match["inner"]) or not old_month or not new_month:
            continue
        year, month, day = int(match["year"]), MONTHS[old_month], int(match["old"])
        # The first of the month exists in both calendars; its 29 February may not.
        passed = dt.timedelta(days=day - 1 + _behind(year, month))
        right = dt.date(year, month, 1) + passed
        if (right.day, right.month) != (int(match["new"]), MONTHS[new_month]):
            yield match.span()


RULES = (
    Rule(
        "es-month-capital",
        "OLE IV; DPD «mayúsculas»",
        "«{}»: months are written small.",
        "Write enero … diciembre.",
        "25 de Octubre de 1917",
        "25 de octubre de 1917",
        pattern(rf"(?<=\d␣de␣)(?:{CAPITAL_MONTH})(?=␣del?␣\d{{4}})"),
        Severity.ERROR,
    ),
    Rule(
        "es-month-capital-alone",
        "OLE IV; DPD «mayúsculas»",
        "«{}»: months are written small, but in the name of a feast or a place.",
        "Write enero … diciembre.",
        "en Octubre",
        "en octubre",
        pattern(
            rf"(?<=\bel␣\d\d␣de␣)(?:{CAPITAL_MONTH})(?!␣del?␣\d)\b"
            rf"|(?<=\ben␣)(?:{CAPITAL_MONTH})(?=␣|[,.;]|$)"
        ),
    ),
    Rule(
        "es-weekday-capital",
        "OLE IV; DPD «mayúsculas»",
        "«{}»: days are written small, but in the name of a feast.",
        "Write lunes … domingo.",
        "el Lunes pasado",
        "el lunes pasado",
        pattern(
            rf"(?<=\b[Ee]l␣)(?:{CAPITAL_DAY})(?=␣(?:pasado|próximo|siguiente|\d|por␣la)|[,.;])"
            rf"|(?<=\blos␣)(?:{CAPITAL_DAY}|Sábados|Domingos)\b(?!␣<A>)"
        ),
    ),
    Rule(
        "es-date-zero",
        "OLE VIII; DPD «fecha»",
        "«{}» has a nought before the day.",
        "Write the day without it.",
        "07 de noviembre",
        "7 de noviembre",
        pattern(r"(?<![\d.,:])0(?=[1-9]␣de␣<months>\b)"),
    ),
    Rule(
        "es-date-without-de",
        "OLE VIII; DPD «fecha»",
        "«{}» lacks «de».",
        "Write 7 de noviembre de 1917.",
        "7 noviembre 1917",
        "7 de noviembre de 1917",
        pattern(r"(?<![\d.,:])\d\d?␣<months>\b(?:␣\d{4}\b)?|\bde␣<months>,?␣1\d{3}\b"),
    ),
    Rule(
        "es-impossible-date",
        "the calendar",
        "«{}» is no day.",
        "See what day is meant.",
        "31 de noviembre",
        "30 de noviembre",
        each(_impossible),
    ),
    Rule(
        "es-weekday-mismatch",
        "the calendar",
        "«{}»: it was another day of the week, in both calendars.",
        "See which of the two is wrong.",
        "lunes, 7 de noviembre de 1917",
        "miércoles, 7 de noviembre de 1917",
        each(_mismatched),
    ),
    Rule(
        "es-double-date",
        "the calendars: Inter gravissimas (1582)",
        "«{}»: the two dates are not the same day in the Julian and the Gregorian calendar.",
        "Thirteen days lie between them from March 1900, twelve from March 1800.",
        "25 de octubre (8 de noviembre) de 1917",
        "25 de octubre (7 de noviembre) de 1917",
        each(_unequal),
    ),
)
