"""Times of day as people type them → hours, minutes and perhaps seconds with colons: 8 pm, 20.30 Uhr, 20 h 30, noon."""

from __future__ import annotations

import re

from briefing.model.edtf import DateError

__all__ = ["CLOCK", "clock_of", "edtf_time", "seconds_of"]

CLOCK = (
    r"\d{1,2}(?=[\s:.aphu])(?:"
    r"(?:[:.]\d\d){0,2}\s?[ap](?:\.\s?m(?:\.(?!\w)|(?![\w.]))|m(?!\w))"
    r"|(?:\.\d\d)?\s?Uhr(?!\w)|\s?h(?:\s?\d\d)?(?!\w)|:\d\d(?::\d\d)?(?![\d:]))"
)
"""A pattern of one, not minding capitals."""
_FIGURES = re.compile(r"\d+")
_HALF = re.compile(r"([ap])\.?\s?m", re.IGNORECASE)
"""Of the day, before or after noon."""
_HINT = "Write it from 00:00 to 23:59."


def clock_of(typed: str) -> str:
    """Write a time with colons; digits are from 0 to 9.

    Raises:
        DateError: there is no such hour before noon or after.
    """
    hour, *smaller = _FIGURES.findall(typed)
    if half := _HALF.search(typed):
        if not 1 <= int(hour) <= 12:
            raise DateError("impossible", f"There is no time of day {typed}.", _HINT)
        hour = str(int(hour) % 12 + 12 * (half[1] in "pP"))
    return ":".join((hour, *(smaller or ["00"])))


def edtf_time(typed: str) -> str:
    """Write a time as it stands behind a day in EDTF: T09:15; digits are from 0 to 9.

    Raises:
        DateError: there is no such hour before noon or after.
    """
    return "T" + ":".join(f"{part:0>2}" for part in clock_of(typed).split(":"))


def seconds_of(time: str) -> int:
    """Count the seconds from midnight to a time with colons.

    Raises:
        DateError: no day has that time.
    """
    hour, minute, second = (*(int(number) for number in time.split(":")), 0)[:3]
    if hour > 23 or minute > 59 or second > 59:
        raise DateError("impossible", f"There is no time of day {time}.", _HINT)
    return (hour * 60 + minute) * 60 + second
