"""Tell whether an embargo names one moment: a day, a time and a zone."""

from __future__ import annotations

import re

from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.reading.dates import read_date

__all__ = ["names_a_moment"]

_TIME = r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
_ZONE = r"Z|[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+"
_DAY_FIRST = re.compile(rf"(?P<day>.+?)[,T]?\s*(?:at\s+)?(?<!\d){_TIME}\s*(?:{_ZONE})", re.ASCII)
_TIME_FIRST = re.compile(rf"{_TIME}\s*(?:{_ZONE})[,]?\s+(?:on\s+)?(?P<day>.+)", re.ASCII)

_LONGEST = 100
"""Characters; beyond it the patterns would take long to say no."""


def names_a_moment(text: str, language: str) -> bool:
    """Read ``3 September 2021, 00:01 BST``, ``2021-09-03 00:01 +01:00`` or ``00:01 BST on 3 September 2021``.

    The day may be in English too, whatever the language: editions have the embargo of their original.
    """
    if len(text) > _LONGEST:
        return False
    match = _DAY_FIRST.fullmatch(text) or _TIME_FIRST.fullmatch(text)
    if not match:
        return False
    days = (read_date(match["day"].strip(), Position(""), tag) for tag in (language, "en-GB"))
    return any(_is_one_day(day) for day in days)


def _is_one_day(day: Date | Diagnostic) -> bool:
    if isinstance(day, Diagnostic) or day.kind != "exact":
        return False
    return day.first is not None and day.last is not None and day.last - day.first == 1
