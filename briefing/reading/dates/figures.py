"""Days in figures → EDTF: 15/08/2021, 2021/8/15, 01.05.1979 in German, each perhaps with a time of day.

Which figure is the day and which the month is read where only one reading makes a day, and where dots part them in a
language that puts the day before the month so. All else is refused: 03/04/2021 is two days to two readers, in the
language of one of them, too.
"""

from __future__ import annotations

import re

from briefing.model.dates import date_from_edtf
from briefing.model.edtf import DateError
from briefing.model.languages import read_tag
from briefing.model.wording import date_words
from briefing.reading.dates.cldr import parts_days_with_dots
from briefing.reading.dates.clock import CLOCK, edtf_time

__all__ = ["edtf_of_figures", "edtf_of_spaced_time"]

_TIME = rf"(?:,? (?P<time>{CLOCK}))?"
_FIGURES = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<sign>[./-]) ?(?P<two>\d{{1,2}})(?P=sign) ?(?P<year>\d{{4}}){_TIME}",
    re.ASCII | re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<sign>[./]) ?(?P<month>\d{{1,2}})(?P=sign) ?(?P<day>\d{{1,2}})\.?{_TIME}",
    re.ASCII | re.IGNORECASE,
)
"""Nobody puts the day before the month behind a year."""
_SPACED_TIME = re.compile(rf"(?P<day>\d{{4}}-\d\d-\d\d),? (?P<time>{CLOCK})", re.ASCII | re.IGNORECASE)


def edtf_of_figures(typed: str, plain: str, language: str) -> str:
    """Write a day in figures as EDTF; empty where it is none. ``plain`` has what was typed in digits from 0 to 9.

    Raises:
        DateError: day and month cannot be told apart, or no day has that time.
    """
    if found := _YEAR_FIRST.fullmatch(plain):
        return f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}" + _time(found)
    if found := _FIGURES.fullmatch(plain):
        day, month = _day_and_month(typed, found, language)
        return _written(found, day, month)
    return ""


def edtf_of_spaced_time(plain: str) -> str:
    """Write what is EDTF but for the T between day and time, as most people write it; empty where it is not.

    Raises:
        DateError: there is no such hour before noon or after.
    """
    found = _SPACED_TIME.fullmatch(plain)
    return found["day"] + _time(found) if found else ""


def _day_and_month(typed: str, found: re.Match[str], language: str) -> tuple[int, int]:
    one, two = int(found["one"]), int(found["two"])
    if two > 12:
        return two, one
    if one > 12 or one == two or (found["sign"] == "." and _has_day_before_dot(language)):
        return one, two
    first, second = (
        date_words(date_from_edtf(_written(found, day, month)), language) for day, month in ((one, two), (two, one))
    )
    hint = f"Write {first} or {second}".removesuffix(".") + "."
    raise DateError("ambiguous", f'"{typed}" can be read in two ways.', hint)


def _has_day_before_dot(language: str) -> bool:
    """Tell whether 01.05.1979 is one day to all who read a language; English is read everywhere."""
    return read_tag(language).language != "en" and parts_days_with_dots(language)


def _written(found: re.Match[str], day: int, month: int) -> str:
    return f"{found['year']}-{month:02d}-{day:02d}" + _time(found)


def _time(found: re.Match[str]) -> str:
    return edtf_time(found["time"]) if found["time"] else ""
