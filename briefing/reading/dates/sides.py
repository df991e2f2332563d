"""What one side of a span, or one of several dates, leaves unsaid, and takes from the other.

    15–20 August 2021           the month and the year
    1996–98, 480–79 BC          the first figures of the year
    480 to 323 BC, 44 or 43 BC  the era
    17th or 16th century        that it is a century

An era goes from the end to the beginning. From the beginning it does not go to the end, unless only that gives a span:
"44 BC to 14" ends before Christ to one reader and after Christ to another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.reading.dates.points import Parts, before_christ, century

__all__ = ["Pair", "completed", "completed_members", "in_either_era"]

_FIGURES_OF_CENTURY = 2
_FIGURES_SHORT = 2
"""A year is shortened to its last two figures or three. 37–4 BC ends in the year 4."""


class Pair(NamedTuple):
    """The two sides of a span, or two of several dates."""

    left: Parts
    right: Parts


def completed(left: Parts, right: Parts, *, has_dash: bool) -> Pair:
    """Add to each side of a span what it leaves unsaid; only where a dash stands may the end be a short year."""
    left, right = _centuries(left, right)
    right = _completed_end(left, _lengthened(left, right) if has_dash else right)
    return Pair(_completed_start(_counted_backwards(left, right), right), right)


def completed_members(said: Sequence[Parts]) -> list[Parts]:
    """Add to each of several dates what it leaves unsaid."""
    whole = list(said)
    for place in range(1, len(whole)):
        left, right = _centuries(whole[place - 1], whole[place])
        whole[place - 1], whole[place] = left, _completed_end(left, right) if right.bare else right
    for place in reversed(range(len(whole) - 1)):
        left, right = _centuries(whole[place], whole[place + 1])
        whole[place] = _completed_start(_counted_backwards(left, right), right)
    return whole


def in_either_era(left: Parts, right: Parts) -> tuple[Parts, Parts] | None:
    """Give a date without an era behind one before Christ as it is before Christ and as it is after.

    ``None`` where it has its era, takes its year from the other, or where the other is not before Christ.
    """
    if not _is_before_christ(left) or right.has_era:
        return None
    _, after = _centuries(left._replace(has_era=False), right)
    if after.year is None and after.bare:
        after = after._replace(year=int(after.bare), day=0)
    if after.year is None or after.unspecified == 1 or (after.year <= 0 and not after.unspecified):
        return None
    return before_christ(after), after._replace(has_era=True)


def _is_before_christ(parts: Parts) -> bool:
    last = (parts.year or 0) + 99 * (parts.unspecified == 2)
    return parts.has_era and parts.year is not None and last <= 0


def _centuries(left: Parts, right: Parts) -> Pair:
    """Take a bare number beside a century for another one: 17th or 16th century."""
    if left.has_era or left.unspecified == right.unspecified or left.is_roman != right.is_roman:
        return Pair(left, right)
    if right.unspecified == 2 and 0 < len(left.bare) <= _FIGURES_OF_CENTURY:
        return Pair(_century_of(left), right)
    if left.unspecified == 2 and left.bare and 0 < len(right.bare) <= _FIGURES_OF_CENTURY:
        return Pair(left, _century_of(right))
    return Pair(left, right)


def _century_of(parts: Parts) -> Parts:
    named = parts._replace(year=century(int(parts.bare)).year, day=0, unspecified=2)
    return before_christ(named) if _is_before_christ(parts) else named


def _lengthened(left: Parts, right: Parts) -> Parts:
    """Read the last figures of a year as the year, where that is later than the beginning: 480–79 BC, but 323–30 BC."""
    if left.has_era or not right.has_era or right.year is None:
        return right
    if not _FIGURES_SHORT <= len(right.bare) < len(left.bare):
        return right
    first, last = int(left.bare), int(left.bare[: -len(right.bare)] + right.bare)
    if right.year <= 0:
        return right._replace(year=1 - last) if last < first else right
    return right._replace(year=last) if right.year < first < last else right


def _completed_end(left: Parts, right: Parts) -> Parts:
    """Add what the end of a span leaves unsaid: 1996–98, May 2021 to August, 20:00 to 22:00, August 15 to 20, 2021."""
    if left.year is not None and right.year is None:
        if len(right.bare) == _FIGURES_SHORT and not (left.month or left.unspecified):
            return right._replace(year=left.year - left.year % 100 + right.day, day=0)
        right = right._replace(year=left.year, day=right.day or left.day * bool(right.time))
    return right._replace(month=right.month or left.month * bool(right.day))


def _completed_start(left: Parts, right: Parts) -> Parts:
    """Add what the start of a span leaves unsaid: 15–20 August 2021, 5 to 10 AD."""
    if right.year is None or left.year is not None:
        return left
    if left.day and right.has_era and not (left.month or right.month):
        return _counted_backwards(left._replace(year=left.day, day=0), right)
    month = left.month or right.month * bool(left.day or left.time)
    return left._replace(year=right.year, month=month, day=left.day or right.day * bool(left.time))


def _counted_backwards(left: Parts, right: Parts) -> Parts:
    """Take a date without an era for one before Christ, where the one behind it is: 480 to 323 BC."""
    if left.year is None or left.has_era or left.unspecified == 1 or not _is_before_christ(right):
        return left
    return before_christ(left)
