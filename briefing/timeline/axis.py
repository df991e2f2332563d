"""The axis: pieces of one scale each, and the dates written on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10

from briefing.model import Measure, TextStyle
from briefing.model.edtf import Point, civil_from_days, days_from_civil
from briefing.model.wording import axis_words
from briefing.timeline.geometry import Segment
from briefing.timeline.span import Piece

__all__ = ["OVERHANG", "Tick", "segment_of", "segments_of", "ticks_of"]

OVERHANG = 9.0
"""Points that the axis goes on from its last event to a break."""
BREAK_WIDTH = 2 * OVERHANG + 9.0
"""Points from one piece of the axis to the next."""
MOST_TICKS = 8
TICK_SPACE = 12.0
"""Points between the words of two ticks."""

MONTH, YEAR = 30.4, 365.2425
FINE_STEPS = (
    *((hours / 24, "hour", hours) for hours in (1, 3, 6, 12)),
    *((float(days), "day", days) for days in (1, 2, 5, 10)),
    *((months * MONTH, "month", months) for months in (1, 3, 6)),
)
"""Length in days, unit and count of the steps finer than a year, finest first."""


def segments_of(pieces: Sequence[Piece], left: float, right: float, inset: tuple[float, float]) -> tuple[Segment, ...]:
    """Share a width out to the pieces of the axis, by how many events each holds; one segment a piece.

    ``inset`` is kept free of events at the two ends of the axis, for open ends.
    """
    room = right - left - sum(inset) - BREAK_WIDTH * (len(pieces) - 1)
    total = sum(len(piece.spans) + 1 for piece in pieces)
    segments: list[Segment] = []
    place = left + inset[0]
    for piece in pieces:
        width = room * (len(piece.spans) + 1) / total
        segments.append(Segment(piece.first, piece.last, place, place + width))
        place += width + BREAK_WIDTH
    return tuple(segments)


def segment_of(segments: Sequence[Segment], days: float) -> Segment:
    """Find the segment that shows a moment; what is later than all is shown at the end of the last."""
    place = bisect_left(segments, days, key=lambda segment: segment.last)
    return segments[min(place, len(segments) - 1)]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis with the words under it."""

    x: float
    words: str
    words_left: float
    words_width: float


def ticks_of(
    segment: Segment, finest: float, language: str, style: TextStyle, measure: Measure, limits: tuple[float, float]
) -> tuple[Tick, ...]:
    """Choose the finest round dates whose words stand side by side between two limits.

    ``finest`` is the length in days of the most precise date shown: finer dates would say more than is known.
    """
    ticks: tuple[Tick, ...] = ()
    for length, unit, count in _steps(segment):
        if length < finest * 0.9 or (segment.last - segment.first) / length > MOST_TICKS + 1:
            continue
        moments = tuple(_moments(segment, unit, count))
        coarser = tuple(_worded(segment, moments, language, style, measure, limits))
        if not coarser:
            break
        ticks = coarser
        if len(ticks) == len(moments):
            break
    return ticks


def _steps(segment: Segment) -> Iterator[tuple[float, str, int]]:
    yield from FINE_STEPS
    largest = max(1, floor(log10(max(10.0, (segment.last - segment.first) / YEAR))) + 1)
    for power in range(largest + 1):
        for factor in (1, 2, 5):
            years = factor * 10**power
            yield years * YEAR, "year", years


def _worded(
    segment: Segment,
    moments: Sequence[tuple[float, Point]],
    language: str,
    style: TextStyle,
    measure: Measure,
    limits: tuple[float, float],
) -> Iterator[Tick]:
    """Yield ticks that stand clear of the one before; each says what that one leaves open, such as the year."""
    free_from = limits[0]
    said: Point | None = None
    for days, point in moments:
        new_year = said is None or point.year != said.year
        new_day = said is None or (point.month, point.day) != (said.month, said.day)
        words = axis_words(point, language, with_year=new_year, with_day=new_day)
        width = measure.width(words, style)
        x = segment.x(days)
        left = min(max(x - width / 2, limits[0]), limits[1] - width)
        if left >= free_from:
            yield Tick(x, words, left, width)
            free_from, said = left + width + TICK_SPACE, point


def _moments(segment: Segment, unit: str, count: int) -> Iterator[tuple[float, Point]]:
    """Yield the round moments inside a segment, with what to call them."""
    first_day = floor(segment.first)
    year, month, _ = civil_from_days(first_day)
    if unit == "year":
        candidates = ((float(days_from_civil(each)), Point(each)) for each in _round_years(year, count))
    elif unit == "month":
        months = range(year * 12 + (month - 1) // count * count, year * 12 + month + count * (MOST_TICKS + 3), count)
        candidates = (
            (float(days_from_civil(each // 12, each % 12 + 1)), Point(each // 12, each % 12 + 1)) for each in months
        )
    elif unit == "day":
        # Noon, where the day's events stand: the name of a day is that of its whole length.
        days = ((each, civil_from_days(each)) for each in range(first_day, first_day + count * (MOST_TICKS + 3) + 31))
        candidates = ((each + 0.5, Point(*day)) for each, day in days if (day[2] - 1) % count == 0 and day[2] < 31)
    else:
        hours = range(first_day * 24, first_day * 24 + count * (MOST_TICKS + 3) + 24, count)
        candidates = ((each / 24, Point(*civil_from_days(each // 24), seconds=each % 24 * 3600)) for each in hours)
    yield from ((days, point) for days, point in candidates if segment.first <= days <= segment.last)


def _round_years(year: int, count: int) -> Iterator[int]:
    """Yield multiples of a count of years; there is no year 0 to count from: 500 BC, AD 1, AD 500."""
    for each in range(year - year % count - count, year + count * (MOST_TICKS + 3), count):
        yield each + 1 if each <= 0 and count > 1 else each
