"""The words of an embargo → the moment that they name: a day, a time and a zone."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.reading.dates import read_date

__all__ = ["Moment", "moment_named", "names_a_moment"]

_TIME = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)"
_ZONE = r"(?P<zone>Z|[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+)"
_DAY_FIRST = re.compile(rf"(?P<day>.+?)[,T]?\s*(?:at\s+)?(?<!\d){_TIME}\s*{_ZONE}", re.ASCII)
_TIME_FIRST = re.compile(rf"{_TIME}\s*{_ZONE}[,]?\s+(?:on\s+)?(?P<day>.+)", re.ASCII)

_LONGEST = 100
"""Characters; beyond it the patterns would take long to say no."""


class Moment(NamedTuple):
    """A moment, as a clock somewhere shows it."""

    day: Date
    hour: int
    minute: int
    zone: str
    """As typed: ``BST``, ``+01:00``, ``Europe/London``."""


def names_a_moment(text: str, language: str) -> bool:
    """Tell whether an embargo names one moment."""
    return moment_named(text, language) is not None


def moment_named(text: str, language: str) -> Moment | None:
    """Read ``3 September 2021, 00:01 BST``, ``2021-09-03 00:01 +01:00`` or ``00:01 BST on 3 September 2021``.

    The day may be in English too, whatever the language: editions have the embargo of their original.
    """
    if len(text) > _LONGEST:
        return None
    match = _DAY_FIRST.fullmatch(text) or _TIME_FIRST.fullmatch(text)
    if not match:
        return None
    for tag in (language, "en-GB"):
        day = read_date(match["day"].strip(), Position(""), tag)
        if not isinstance(day, Diagnostic) and _is_one_day(day):
            return Moment(day, int(match["hour"]), int(match["minute"]), match["zone"])
    return None


def _is_one_day(day: Date) -> bool:
    if day.kind != "exact" or day.first is None or day.last is None:
        return False
    return day.last - day.first == 1
