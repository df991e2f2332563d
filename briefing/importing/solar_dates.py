"""Days of the solar calendar of Iran and Afghanistan, in words or figures → days of the Gregorian calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

__all__ = ["Day", "solar_days"]

_MONTHS = (
    "فروردین|حمل|وری",
    "اردیبهشت|ثور|غویی",
    "خرداد|جوزا|غبرګولی",
    "تیر|سرطان|چنګاښ",
    "مرداد|اسد|زمری",
    "شهریور|سنبله|وږی",
    "مهر|میزان|تله",
    "آبان|عقرب|لړم",
    "آذر|قوس|لیندۍ",
    "دی|جدی|مرغومی",
    "بهمن|دلو|سلواغه",
    "اسفند|حوت|کب",
)
"""Names of the months in Iran, in Dari and in Pashto."""
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_DAY = re.compile(
    rf"(?<!\w)(?:(?P<day>\d{{1,2}})\s*(?:م\s+)?(?P<name>{'|'.join(_MONTHS)})(?:\s+ماه)?[\s،]+(?P<year>1[34]\d\d)"
    r"|(?P<first>1[34]\d\d)(?P<sign>[/-])(?P<month>\d{1,2})(?P=sign)(?P<last>\d{1,2}))(?!\w)"
)
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك", "01234567890123456789یک")
"""Letters and digits that stand for the same: one for one, so that places stay."""
_KNOWN = (1400, date(2021, 3, 21))
"""A year, and its first day."""
_LONG_MONTHS = 6
"""Those of 31 days; the others have 30, the last 29 but in leap years."""


class Day(NamedTuple):
    """A day that a text names."""

    start: int
    end: int
    edtf: str


def solar_days(text: str) -> Iterator[Day]:
    """Find the days of the years 1300 to 1499, such as "۲ شهریور ۱۴۰۰" and "1400/6/2"."""
    for found in _DAY.finditer(text.translate(_DIGITS)):
        year = int(found["year"] or found["first"])
        month = _NUMBERS[found["name"]] if found["name"] else int(found["month"])
        day = int(found["day"] or found["last"])
        if 1 <= month <= len(_MONTHS) and 1 <= day <= _length(year, month):
            yield Day(found.start(), found.end(), _gregorian(year, month, day).isoformat())


def _length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < len(_MONTHS) or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    """Tell a leap year by the cycle of 33 years, which is that of the sky from 1178 to 1633.

    See: https://en.wikipedia.org/wiki/Solar_Hijri_calendar (leap years).
    """
    return (25 * year + 11) % 33 < 8


def _gregorian(year: int, month: int, day: int) -> date:
    known, first = _KNOWN
    leap = sum(map(_is_leap, range(known, year))) - sum(map(_is_leap, range(year, known)))
    before = 30 * (month - 1) + min(month - 1, _LONG_MONTHS)
    return first + timedelta(days=365 * (year - known) + leap + before + day - 1)
