"""By which sign a date is drawn: its shape says what is meant, its filling how sure it is."""

from __future__ import annotations

from typing import Literal

from briefing.model import Date, DateKind

__all__ = ["BarShape", "Fill", "MarkShape", "bar_shape", "fill_of", "mark_shape"]

MarkShape = Literal["point", "span", "decade", "until", "since", "after"]
"""What is meant: a moment, from one to another, somewhere in so many years, open at the beginning, going on with an
open end, at some time later."""
BarShape = Literal["stretch", "span", "decade", "since"]
"""The same of what is wide enough to be seen, of which a limit with an arrow is none; a stretch is one date that is
long among others, as a year among days."""
Fill = Literal["full", "hollow", "half"]
"""How sure it is: exact, approximate, uncertain."""

_MARKS: dict[DateKind, MarkShape] = {"span": "span", "decade": "decade", "until": "until", "since": "since"}
_BARS: dict[MarkShape, BarShape] = {"span": "span", "decade": "decade", "since": "since"}


def mark_shape(date: Date) -> MarkShape:
    """Choose the shape of a small sign: what is since 1870 lasts, what is after 1870 may be over in a moment."""
    if date.kind == "since" and date.is_beside:
        return "after"
    return _MARKS.get(date.kind, "point")


def bar_shape(shape: MarkShape) -> BarShape:
    """Choose the shape of a bar for what has some shape as a small sign."""
    return _BARS.get(shape, "stretch")


def fill_of(date: Date) -> Fill:
    """Choose the filling; one of several dates is as uncertain as one with a question mark.

    See: EDTF, level 1, qualification of a date (``?``, ``~``, and ``%`` for both); level 2, one of a set (``[ ]``).
    """
    if any(sign in date.edtf for sign in "?%["):
        return "half"
    return "hollow" if "~" in date.edtf else "full"
