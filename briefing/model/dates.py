"""A date as people know it: exact, approximate, a decade, a span, open at one end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model.edtf import Choice, Interval, Point, Value, parse_edtf

__all__ = ["Date", "DateKind", "date_from_edtf", "stated_bounds", "surely_before"]

DateKind = Literal["exact", "approximate", "uncertain", "decade", "until", "since", "span"]

Bounds = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Date:
    """A date in EDTF with the span of time it may mean."""

    edtf: str
    """Normal form in the Extended Date/Time Format: ``1979``, ``198X``, ``../1998``."""
    typed: str
    """As the author typed it."""
    kind: DateKind
    first: float | None
    """Earliest moment it may mean, in days since 2000-01-01T00:00 (proleptic Gregorian, may be negative);
    ``None`` where the beginning is open. An approximate or uncertain date reaches one step of its own
    precision farther than written."""
    last: float | None
    """Latest moment it may mean, exclusive, same unit; ``None`` where the end is open."""
    language: str = ""
    """Language of the words it was typed in, such as ``en``; empty where typed in EDTF."""
    is_beside: bool = False
    """Whether it is open at one end, and its author named not the other end but what lies next to it: "before 1998" is
    ``../1997``, and in other languages "before" again."""


def date_from_edtf(edtf: str, typed: str = "", language: str = "", *, is_beside: bool = False) -> Date:
    """Make a date of its EDTF text.

    Raises:
        DateError: the text is no date.
    """
    value = parse_edtf(edtf)
    first, last = _bounds(value, with_tolerance=True)
    return Date(str(value), typed or edtf, _kind(value), first, last, language, is_beside)


def stated_bounds(date: Date) -> Bounds:
    """Tell where a date begins and ends as written, without the tolerance of ``Date.first`` and ``Date.last``."""
    return _bounds(parse_edtf(date.edtf), with_tolerance=False)


def surely_before(earlier: Date, later: Date) -> bool:
    """Tell whether one date is over before the other begins, whatever each of them may mean."""
    return earlier.last is not None and later.first is not None and earlier.last <= later.first


def _kind(value: Value) -> DateKind:
    if isinstance(value, Point):
        if value.approximate:
            return "approximate"
        if value.uncertain:
            return "uncertain"
        return "decade" if value.unspecified else "exact"
    first, last = _bounds(value, with_tolerance=False)
    if first is None:
        return "until"
    if last is None:
        return "since"
    return "uncertain" if isinstance(value, Choice) and not value.every else "span"


def _bounds(value: Value, *, with_tolerance: bool) -> Bounds:
    if isinstance(value, Choice):
        return _choice_bounds(value, with_tolerance=with_tolerance)
    start, end = (value.start, value.end) if isinstance(value, Interval) else (value, value)
    first = start.first - start.tolerance * with_tolerance if start else None
    last = end.last + end.tolerance * with_tolerance if end else None
    return first, last


def _choice_bounds(choice: Choice, *, with_tolerance: bool) -> Bounds:
    bounds = [_bounds(member, with_tolerance=with_tolerance) for member in choice.members]
    firsts = [first for first, _ in bounds if first is not None]
    lasts = [last for _, last in bounds if last is not None]
    first = min(firsts) if len(firsts) == len(bounds) else None
    last = max(lasts) if len(lasts) == len(bounds) else None
    return first, last
