"""The Extended Date/Time Format, as values with bounds: text in, a ``Point``, ``Interval`` or ``Choice`` out.

What is read: levels 0 and 1 (dates, times, intervals, open and unknown ends, ``~ ? %``, unspecified digits,
seasons, long years) and of level 2 what events use: sets, years with an exponent, and the finer seasons.
Read beyond the format: times of day in intervals, and months of years that have more than four digits.
Refused, with a reason: qualified parts of a date (``2004-?06``), unspecified digits before a given month
(``156X-12-25``), significant digits (``1950S2``).

Why a parser of our own and not the library ``edtf``, here in version 5.0.2: ``upper_strict()`` of ``1996/..`` is a
float, ``inf``, and that of other dates a ``struct_time``, which cannot be compared (``TypeError``); ``2001/1996`` is
read, though it is reversed; ``/1998`` begins ten years before it ends; ``2021-08-15T10:00:00`` has the bounds of its
whole day; ``2021-24`` ends with December 2021; ``2021-22?`` and ``198X/..`` are refused. What it would save is the
pattern ``POINT`` below and the two functions for intervals and sets, and it needs a parser of its own, pyparsing.
``tests/test_dates.py`` keeps bounds that were taken from it.

See: ISO 8601-2:2019 and https://www.loc.gov/standards/datetime/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "Choice",
    "DateError",
    "Interval",
    "Point",
    "Value",
    "civil_from_days",
    "days_from_civil",
    "days_in_month",
    "next_to",
    "parse_edtf",
    "points_of",
]

Problem = Literal["unreadable", "ambiguous", "impossible", "reversed"]


class DateError(ValueError):
    """A text is no date: which kind of problem, what is wrong, and what to do about it."""

    def __init__(self, problem: Problem, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.problem = problem
        self.message = message
        self.hint = hint


MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SEASON_MONTHS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    25: (3, 3),
    26: (6, 3),
    27: (9, 3),
    28: (12, 3),
    29: (9, 3),
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}
"""First month and length in months of a season: spring to winter (21 to 24, read as in the north), those of the north
(25 to 28) and of the south (29 to 32), quarters, thirds and halves of a year. A winter begins in December."""

MOST_YEARS = 10**11
"""Farther from today than this is a slip of the pen: the universe is a seventh as old."""


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month, 1 to 12, of the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_from_civil(year: int, month: int = 1, day: int = 1) -> int:
    """Count the days from 2000-01-01 to a day of the proleptic Gregorian calendar, with a year 0, of any size.

    The year is taken to begin in March, so that the leap day is its last and months follow a straight line.
    """
    shifted = year - (month <= 2)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 730425


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Tell year, month and day of a count of days since 2000-01-01; the inverse of ``days_from_civil``."""
    era, of_era = divmod(days + 730425, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * of_year + 2) // 153
    month = (shifted_month + 2) % 12 + 1
    day = of_year - (153 * shifted_month + 2) // 5 + 1
    return era * 400 + year_of_era + (month <= 2), month, day


@dataclass(frozen=True, slots=True)
class Point:
    """One date of any precision, from a second to a millennium."""

    year: int
    """Astronomical: 0 is 1 BC. With unspecified digits, the earliest year they may mean."""
    month: int = 0
    """1 to 12, a season 21 to 41, or 0 where the year is all that is known."""
    day: int = 0
    """0 where unknown."""
    unspecified: int = 0
    """How many digits at the end of the year are not known: 1 for a decade, 2 for a century."""
    seconds: int | None = None
    """Since midnight, or ``None`` without a time of day."""
    to_the_second: bool = False
    """Whether the time was given with seconds."""
    zone: int | None = None
    """Minutes east of UTC, or ``None`` for local time."""
    approximate: bool = False
    uncertain: bool = False

    @property
    def first(self) -> float:
        """Where it begins as written, in days since 2000-01-01T00:00."""
        day = days_from_civil(self.year, *self._first_month_and_day())
        return float(day) + ((self.seconds or 0) - 60 * (self.zone or 0)) / 86400

    @property
    def last(self) -> float:
        """Where it ends as written, exclusive, same unit."""
        if self.seconds is not None:
            return self.first + (1 if self.to_the_second else 60) / 86400
        if self.day:
            return self.first + 1
        if self.month:
            start, count = SEASON_MONTHS.get(self.month, (self.month, 1))
            years, month = divmod(start - 1 + count, 12)
            return float(days_from_civil(self.year + years, month + 1))
        return float(days_from_civil(self.year + int(10**self.unspecified)))

    @property
    def tolerance(self) -> float:
        """How far an approximate or uncertain date may lie off, in days, to either side.

        Five days, a month, a year, half a decade: one step of what the author named. It serves to say what is *not*
        sure to come before what, never to draw.
        """
        if not (self.approximate or self.uncertain):
            return 0.0
        if self.seconds is not None:
            return 1 / 24
        if self.day:
            return 5.0
        if self.month:
            return 31.0
        return 366.0 * max(1, int(10**self.unspecified) // 2)

    @property
    def is_before_christ(self) -> bool:
        """Whether it is over when the year 1 begins."""
        return self.year + int(10**self.unspecified) <= 1

    def _first_month_and_day(self) -> tuple[int, int]:
        start, _ = SEASON_MONTHS.get(self.month, (self.month, 1))
        return start or 1, self.day or 1

    def __str__(self) -> str:
        month = f"-{self.month:02d}" if self.month else ""
        day = f"-{self.day:02d}" if self.day else ""
        marks = {(True, True): "%", (True, False): "~", (False, True): "?"}
        return self._year_text() + month + day + self._time_text() + marks.get((self.approximate, self.uncertain), "")

    def _year_text(self) -> str:
        if abs(self.year) > 9999:
            return f"Y{self.year}"
        highest = self.year + 10**self.unspecified - 1
        negative = self.year < 0
        digits = f"{-highest if negative else self.year:04d}"
        known = digits[: 4 - self.unspecified]
        return ("-" if negative else "") + known + "X" * self.unspecified

    def _time_text(self) -> str:
        if self.seconds is None:
            return ""
        minutes, seconds = divmod(self.seconds, 60)
        text = f"T{minutes // 60:02d}:{minutes % 60:02d}" + (f":{seconds:02d}" if self.to_the_second else "")
        if self.zone is None:
            return text
        sign, east = "-" if self.zone < 0 else "+", abs(self.zone)
        return text + (f"{sign}{east // 60:02d}:{east % 60:02d}" if self.zone else "Z")


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another; an end may be open (``..``) or not known (empty)."""

    start: Point | None
    end: Point | None
    unknown: bool = False
    """Whether the missing end is not known rather than open."""

    def __str__(self) -> str:
        absent = "" if self.unknown else ".."
        return f"{self.start or absent}/{self.end or absent}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Several dates: all of them (``{…}``) or one of them (``[…]``)."""

    members: tuple[Point | Interval, ...]
    every: bool
    """Whether all are meant."""

    def __str__(self) -> str:
        inner = ",".join(_member_text(member) for member in self.members)
        return f"{{{inner}}}" if self.every else f"[{inner}]"


Value: TypeAlias = Point | Interval | Choice


def points_of(value: Value) -> Iterator[Point]:
    """List the points that a date names."""
    if isinstance(value, Point):
        yield value
        return
    for each in value.members if isinstance(value, Choice) else (value.start, value.end):
        if each is not None:
            yield from points_of(each)


def next_to(point: Point, direction: Literal[-1, 1]) -> Point:
    """Tell the day, month or year before a date or behind it: what "before 1998" ends with; a time of day is itself."""
    if point.seconds is not None:  # the minute next to it is the same to a reader
        return point
    year, month, day = civil_from_days(int(point.first - 1 if direction < 0 else point.last))
    return Point(
        year,
        month if point.month else 0,
        day if point.day else 0,
        approximate=point.approximate,
        uncertain=point.uncertain,
    )


def _member_text(member: Point | Interval) -> str:
    if isinstance(member, Interval):
        return f"{member.start or ''}..{member.end or ''}"
    return str(member)


YEAR = r"(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX)|Y-?[1-9]\d{4,11}|Y-?[1-9]\d{0,3}E\d{1,2})"
TIME = r"T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d(?::\d\d)?)?"
POINT = re.compile(rf"{YEAR}(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:{TIME})?)?)?(?P<mark>[~?%])?", re.ASCII)
_TOGETHER = re.compile(r"([12]\d{3})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", re.ASCII)
"""A day without hyphens, as ISO 8601 has it and EDTF has not: nobody means a year of eight digits by it."""
LARGEST_SET = 100


def parse_edtf(text: str) -> Value:
    """Read a date in EDTF.

    Raises:
        DateError: the text is not in the format (``unreadable``), names a day that does not exist (``impossible``),
            or ends before it begins (``reversed``).
    """
    if text[:1] in ("[", "{") and text[-1:] == {"[": "]", "{": "}"}[text[0]]:
        return _choice(text)
    start, slash, end = text.partition("/")
    if slash:
        return _interval(start, end, text)
    return _point(text)


def _interval(start: str, end: str, whole: str, *, open_ends: tuple[str, ...] = ("..", "")) -> Interval:
    first = None if start in open_ends else _point(start)
    last = None if end in open_ends else _point(end)
    if first is None and last is None:
        raise DateError("unreadable", f'"{whole}" has neither a beginning nor an end.')
    if first and last and last.last <= first.first:
        raise DateError("reversed", f'"{whole}" ends before it begins.', "Put the earlier date first.")
    return Interval(first, last, unknown="" in (start, end) and "" in open_ends and ".." in open_ends)


def _choice(text: str) -> Choice:
    parts = [part.strip() for part in text[1:-1].split(",")]
    if len(parts) > LARGEST_SET:
        raise DateError("unreadable", f"A set of dates has at most {LARGEST_SET} members.")
    members: list[Point | Interval] = []
    for part in parts:
        start, dots, end = part.partition("..")
        members.append(_interval(start, end, part, open_ends=("",)) if dots else _point(part))
    return Choice(tuple(members), every=text.startswith("{"))


def _point(text: str) -> Point:
    match = POINT.fullmatch(text)
    if match is None:
        short_year = re.fullmatch(r"[1-9]\d{0,2}", text)
        hint = f"Write a year with four digits, {text:0>4}, or AD {text}." if short_year else ""
        if together := _TOGETHER.fullmatch(text):
            hint = f"Write {'-'.join(together.groups())}."
        elif re.fullmatch(r"-?[1-9]\d{4,11}", text):
            hint = f"A year has four digits; one of more begins with a Y: Y{text}."
        raise DateError("unreadable", f'"{text}" is not a date in EDTF.', hint)
    year, unspecified = _year(match["year"])
    month = _number(match["month"])
    day = _number(match["day"])
    if (unspecified and match["month"]) or (match["month"] == "XX" and match["day"] not in (None, "XX")):
        raise DateError("unreadable", f'"{text}" gives a smaller part of a date without the larger one.')
    _check_day(year, month, day)
    seconds = _seconds(match) if match["hour"] else None
    if seconds is not None and not day:
        raise DateError("unreadable", f'"{text}" gives a time without a day.')
    mark = match["mark"] or ""
    return Point(
        year,
        month,
        day,
        unspecified,
        seconds,
        match["second"] is not None,
        _zone(match["zone"]),
        approximate=mark in ("~", "%") and bool(mark),
        uncertain=mark in ("?", "%") and bool(mark),
    )


def _number(digits: str | None) -> int:
    if digits == "00":
        raise DateError("impossible", "There is no month or day 00.", "Leave out the part that is not known: 2021-08.")
    return int(digits) if digits and digits != "XX" else 0


def _year(text: str) -> tuple[int, int]:
    """Tell the earliest year that is meant, and how many of its digits are not known."""
    if text == "-0000":
        raise DateError("impossible", "There is no year -0000.", "1 BC is the year 0000, 2 BC is -0001.")
    unspecified = text.count("X")
    mantissa, _, exponent = text.removeprefix("Y").partition("E")
    if len(exponent) and int(exponent) > len(str(MOST_YEARS)):
        raise DateError("impossible", f'"{text}" is too far away.')
    year = int(mantissa.replace("X", "0")) * 10 ** int(exponent or 0)
    if abs(year) > MOST_YEARS:
        raise DateError("impossible", f'"{text}" is too far away.')
    backwards = mantissa.startswith("-") and unspecified
    return (year - 10**unspecified + 1 if backwards else year), unspecified


def _check_day(year: int, month: int, day: int) -> None:
    if month > 12 and (day or month not in SEASON_MONTHS):
        raise DateError("impossible", f"There is no month {month}.", "Months go from 01 to 12.")
    if day and month and day > days_in_month(year, month):
        name, count = MONTH_NAMES[month - 1], days_in_month(year, month)
        of_year = f" in {year}" if month == 2 and year > 0 else ""
        message = f"There is no {day} {name}{of_year}: {name} has {count} days."
        raise DateError("impossible", message, "Correct the day or the month.")


def _seconds(match: re.Match[str]) -> int:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise DateError("impossible", f"There is no time of day {match['hour']}:{match['minute']}.")
    return (hour * 60 + minute) * 60 + second


def _zone(text: str | None) -> int | None:
    if not text:
        return None
    if text == "Z":
        return 0
    hours, _, minutes = text[1:].partition(":")
    if int(hours) > 14 or int(minutes or 0) > 59:
        raise DateError("impossible", f"There is no time zone {text}.")
    return (-1 if text[0] == "-" else 1) * (int(hours) * 60 + int(minutes or 0))
