"""By which sign a date is drawn: its shape says what is meant, its filling how sure it is."""

from __future__ import annotations

from briefing.model import Date, DateKind
from briefing.timeline.geometry import BarShape, Fill, MarkShape

__all__ = ["bar_shape", "fill_of", "mark_shape"]

_MARKS: dict[DateKind, MarkShape] = {"span": "span", "decade": "decade", "until": "until", "since": "since"}
_BARS: dict[DateKind, BarShape] = {"span": "span", "decade": "decade", "since": "since"}


def mark_shape(kind: DateKind) -> MarkShape:
    """Choose the shape of a small sign."""
    return _MARKS.get(kind, "point")


def bar_shape(kind: DateKind) -> BarShape:
    """Choose the shape of a bar."""
    return _BARS.get(kind, "stretch")


def fill_of(date: Date) -> Fill:
    """Choose the filling; one of several dates is as uncertain as one with a question mark.

    See: EDTF, level 1, qualification of a date (``?``, ``~``, and ``%`` for both); level 2, one of a set (``[ ]``).
    """
    if any(sign in date.edtf for sign in "?%["):
        return "half"
    return "hollow" if "~" in date.edtf else "full"
