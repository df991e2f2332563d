"""Year, month, day and time in fields of their own → EDTF: as TimelineJS has them, in its sheet and in its JSON."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.model.edtf import DateError, parse_edtf
from briefing.reading.dates import read_date
from briefing.reading.yaml import Scalar

__all__ = ["Moment", "has_fraction", "read_clock", "read_moment"]

_WHOLE = re.compile(r"([+-]?)(\d{1,15})(?:\.0+)?", re.ASCII)
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.(?P<fraction>\d+))?(?:\s*(?P<half>[ap])\.?m\.?)?", re.ASCII | re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"(\d{1,2})(?:\.0+)?", re.ASCII)
_NO_YEAR = "Add the year."


class Moment(NamedTuple):
    """The parts of a date as typed; any may be missing."""

    year: Scalar | None = None
    month: Scalar | None = None
    day: Scalar | None = None
    hour: Scalar | None = None
    minute: Scalar | None = None
    second: Scalar | None = None
    time: Scalar | None = None
    """Of the day, in place of the three before it: ``18:30``, ``6:30 pm``."""

    @property
    def position(self) -> Position | None:
        """Where its first part stands."""
        return next((part.position for part in self if part and part.text), None)


def read_moment(moment: Moment, language: str, *, by_hand: bool = False) -> str | Diagnostic:
    """Write a moment in EDTF; empty where nothing is typed. The name of a month is in ``language``.

    A negative year is one before Christ, as TimelineJS prints it: -44 is 44 BC, the year -0043 of EDTF. Where it was
    typed ``by_hand``, in a sheet, a year of two figures is refused: 21 is 2021 to most who type it.
    """
    position = moment.position
    if position is None:
        return ""
    try:
        if by_hand and moment.year:
            _refuse_short(moment.year)
        edtf = _day(moment, language) + _time(moment)
        parse_edtf(edtf)
    except _PartError as problem:
        return Diagnostic("error", "date-unreadable", str(problem), problem.position, problem.hint)
    except DateError as problem:
        return Diagnostic("error", f"date-{problem.problem}", problem.message, position, problem.hint)
    return edtf


def read_clock(typed: Scalar) -> str | Diagnostic:
    """Write a time of day as EDTF has it behind a day: ``T18:30``; empty where nothing is typed."""
    try:
        return _clock_time(*_clock(Moment(time=typed)))
    except _PartError as problem:
        return Diagnostic("error", "date-unreadable", str(problem), problem.position, problem.hint)


def has_fraction(typed: Scalar) -> bool:
    """Tell whether a time of day has fractions of a second, which EDTF has none of."""
    found = _CLOCK.fullmatch(typed.text.strip())
    return bool(found and (found["fraction"] or "").strip("0"))


class _PartError(Exception):
    """A part of a date is not what it should be."""

    def __init__(self, message: str, position: Position, hint: str) -> None:
        super().__init__(message)
        self.position, self.hint = position, hint


def _day(moment: Moment, language: str) -> str:
    year, month, day = moment.year, moment.month, moment.day
    if not _typed(year):
        raise _missing(moment, "year", _NO_YEAR)
    number = _number(year, "year")
    if number == 0:
        raise _PartError("There is no year 0.", _place(year), "Write -1 for 1 BC, 1 for AD 1.")
    astronomical = number + 1 if number < 0 else number
    written = _year(astronomical)
    if not _typed(month):
        if _typed(day):
            raise _missing(moment, "month", "Add the month, or take the day out.")
        return written
    written += f"-{_month(month, language):02d}"
    return f"{written}-{_number(day, 'day'):02d}" if _typed(day) else written


def _month(typed: Scalar | None, language: str) -> int:
    """Read a month in figures, or one or a season in words; 21 to 41 mean seasons to EDTF, and to nobody else."""
    text, position = typed.text.strip() if typed else "", _place(typed)
    figures = _WHOLE.fullmatch(text)
    if figures and not figures[1] and 1 <= int(figures[2]) <= 12:
        return int(figures[2])
    read = read_date(f"{text} 2000", position, language) if not any(map(str.isdigit, text)) else None
    named = re.fullmatch(r"2000-(\d\d)", read.edtf) if isinstance(read, Date) else None
    if named is None:
        raise _PartError(f'"{text[:40]}" is no month.', position, "Write 1 to 12, or the name of the month.")
    return int(named[1])


def _year(year: int) -> str:
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _time(moment: Moment) -> str:
    hour, minute, second = _clock(moment)
    if hour is None:
        return ""
    if not _typed(moment.day):
        # A day is not made up for it; midnight is what programs fill in.
        if hour == minute == 0 and not second:
            return ""
        raise _missing(moment, "day", "Add the day, or take the time out.")
    return _clock_time(hour, minute, second)


def _clock_time(hour: int | None, minute: int, second: int) -> str:
    if hour is None:
        return ""
    return f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "")


def _clock(moment: Moment) -> tuple[int | None, int, int]:
    typed = moment.time
    if typed is not None and typed.text:
        found = _CLOCK.fullmatch(typed.text.strip())
        if found is None:
            raise _PartError(f'"{typed.text[:40]}" is no time of day.', typed.position, "Write it as 18:30.")
        hour, late = int(found[1]), (found["half"] or "").lower()
        if late and not 1 <= hour <= 12:
            raise _PartError(f'"{typed.text[:40]}" is no time of day.', typed.position, "Write it as 18:30.")
        hour = hour % 12 + 12 * (late == "p") if late else hour
        return hour, int(found[2]), int(found[3] or 0)
    if not _typed(moment.hour):
        return None, 0, 0
    minute = _number(moment.minute, "minute") if _typed(moment.minute) else 0
    second = _number(moment.second, "second") if _typed(moment.second) else 0
    return _number(moment.hour, "hour"), minute, second


def _number(part: Scalar | None, name: str) -> int:
    text = part.text.strip().replace("−", "-") if part else ""
    found = _WHOLE.fullmatch(text)
    if part is None or found is None or (found[1] == "-" and name != "year"):
        raise _PartError(f'"{text[:40]}" is no {name}.', _place(part), f"Write the {name} in figures.")
    number = int(found[2])
    if name != "year" and number > 59:
        raise _PartError(f'"{text[:40]}" is no {name}.', _place(part), f"Write the {name} in figures.")
    return -number if found[1] == "-" else number


def _typed(part: Scalar | None) -> bool:
    return part is not None and bool(part.text)


def _place(part: Scalar | None) -> Position:
    return part.position if part else Position("")


def _refuse_short(year: Scalar) -> None:
    short = _SHORT_YEAR.fullmatch(year.text.strip())
    if short and int(short[1]):
        hint = f"Write a year with four digits: 20{short[1]:0>2}, or {short[1]:0>4} for AD {int(short[1])}."
        raise _PartError(f'"{short[1]}" is too short for a year.', year.position, hint)


def _missing(moment: Moment, name: str, hint: str) -> _PartError:
    return _PartError(f"This date has no {name}.", moment.position or Position(""), hint)
