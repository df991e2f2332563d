"""Where each event lies in time, and where nothing is told for so long that the axis is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from briefing.model import Date, Event
from briefing.model.dates import stated_bounds
from briefing.model.edtf import Choice, Interval, Value, parse_edtf
from briefing.timeline.signs import MarkShape, mark_shape

__all__ = ["Gap", "Piece", "Span", "long_gaps", "pieces_of", "spans_of", "time_of"]


@dataclass(frozen=True, slots=True)
class Span:
    """The time of one event on the axis, as written."""

    first: float
    """Days since 2000."""
    last: float
    """Not before ``first``; the same for an open end."""
    shape: MarkShape
    """What is meant."""
    grain: float
    """Length in days of the most precise date in it: a year for 1998, by 1998 and 1996 to 1998."""

    @property
    def middle(self) -> float:
        """Where a mark stands."""
        return (self.first + self.last) / 2


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the axis left out."""

    first: float
    last: float
    """Days since 2000."""
    before: int
    after: int
    """The events on its two sides, by their place in the order."""

    @property
    def length(self) -> float:
        """In days."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the axis between two breaks."""

    first: float
    last: float
    """Days since 2000, later than ``first``."""
    spans: tuple[Span, ...]
    """All that it shows, never empty."""


MOST_BREAKS = 3
WORTH_A_BREAK = 0.4
"""Only a stretch that takes so much of its piece of the axis is left out."""
WORTH_IT_TO_SPREAD = 0.2
"""The same where the events on one side, many of which nearly touch, come to stand far wider."""
SPREAD = 2.5
"""Far wider: so many times."""
TOUCHING = 1 / 60
"""Share of a piece between two moments whose signs touch, on an axis as wide as a page."""
MANY = 3
"""So many moments that touch the one after are a crowd."""
APART = 0.1
"""Share of its piece that parts one huddle of events from the next."""
HUDDLED = 1 / 6
"""Events huddle when they have less than this share of the room that they had if all were spread evenly."""
AROUND_ONE = 4
"""A date that stands alone has so many of its own length to either side."""
MARGIN = 0.025
"""Share of a piece that lies before its first event, and after its last."""
INTO_GAP = 0.25
"""So much of a gap may be shown on each side of its break, that the break leaves half of it out at least."""


def time_of(date: Date) -> Span:
    """Find where a date lies; an open end counts for nothing, for nobody knows how far it reaches."""
    first, last = stated_bounds(date)
    # A second of a very distant year is too short for a number; nothing is drawn so fine.
    grain = _grain(parse_edtf(date.edtf)) or 1.0
    if first is None or last is None:
        only = last or first or 0.0
        return Span(only, only, mark_shape(date), grain)
    return Span(first, max(first, last), mark_shape(date), grain)


def _grain(value: Value) -> float:
    if isinstance(value, Interval):
        return min(_grain(end) for end in (value.start, value.end) if end)
    if isinstance(value, Choice):
        return min(_grain(member) for member in value.members)
    return value.last - value.first


def spans_of(events: Sequence[Event]) -> tuple[Span, ...]:
    """Find where each event lies."""
    return tuple(time_of(event.date) for event in events)


def long_gaps(spans: Sequence[Span]) -> tuple[Gap, ...]:
    """Choose the empty stretches that are left out, in the order of time.

    They depend on the events alone and not on the size of the chart, so that picture and words speak of the same. The
    longest comes first, and both sides of it are looked at in their turn.
    """
    if not spans:
        return ()
    in_time = sorted(range(len(spans)), key=lambda index: (spans[index].first, spans[index].last))
    chosen: list[Gap] = []
    waiting = _worth_a_break(in_time, spans)
    while waiting and len(chosen) < MOST_BREAKS:
        gap, piece = waiting.pop(max(range(len(waiting)), key=lambda place: waiting[place][0].length))
        chosen.append(gap)
        waiting += _worth_a_break([index for index in piece if spans[index].first < gap.last], spans)
        waiting += _worth_a_break([index for index in piece if spans[index].first >= gap.last], spans)
    return tuple(sorted(chosen, key=lambda gap: gap.first))


def _worth_a_break(piece: Sequence[int], spans: Sequence[Span]) -> list[tuple[Gap, Sequence[int]]]:
    """Find the longest stretch of a piece that crowds events beside it, and give it with the piece, or nothing."""
    length = max(spans[index].last for index in piece) - spans[piece[0]].first
    in_order = [spans[index] for index in piece]
    edges = {edge for huddle in _huddles(in_order, length) for edge in huddle}
    crowding = [
        gap
        for gap in _empty_stretches(piece, spans)
        if (gap.length >= WORTH_A_BREAK * length and edges.intersection((gap.first, gap.last)))
        or (gap.length >= WORTH_IT_TO_SPREAD * length and _spreads_a_crowd(gap, in_order, length))
    ]
    return [(max(crowding, key=lambda gap: gap.length), piece)] if crowding else []


def _huddles(piece: Sequence[Span], length: float) -> Iterator[tuple[float, float]]:
    """Yield beginning and end of the events, in order of time, that have far less than their share of the length."""
    moments = list(dict.fromkeys((span.first, span.last) for span in piece))
    begin, end = moments[0]
    count = 0
    for first, last in (*moments, (inf, inf)):
        if first - end < APART * length or not count:
            end, count = max(end, last), count + 1
            continue
        if count > 1 and end - begin < HUDDLED * length * count / len(moments):
            yield begin, end
        begin, end, count = first, last, 1


def _spreads_a_crowd(gap: Gap, piece: Sequence[Span], length: float) -> bool:
    """Tell whether a break lets a crowd on one side of it have far more room than it has on a whole axis."""
    sides = [span for span in piece if span.first < gap.last], [span for span in piece if span.first >= gap.last]
    return any(
        _is_crowd(side, length)
        and length * (len(side) + 1) / (len(piece) + 2) >= SPREAD * (max(span.last for span in side) - side[0].first)
        for side in sides
    )


def _is_crowd(side: Sequence[Span], length: float) -> bool:
    moments = sorted({span.middle for span in side})
    return sum(after - before < TOUCHING * length for before, after in pairwise(moments)) >= MANY


def _empty_stretches(piece: Sequence[int], spans: Sequence[Span]) -> list[Gap]:
    gaps: list[Gap] = []
    reach, before = spans[piece[0]].last, piece[0]
    for index in piece[1:]:
        if spans[index].first > reach:
            gaps.append(Gap(reach, spans[index].first, before, index))
        if spans[index].last >= reach:
            reach, before = spans[index].last, index
    return gaps


def pieces_of(spans: Sequence[Span], gaps: Sequence[Gap], end: float = inf) -> tuple[Piece, ...]:
    """Divide the axis at its breaks; each piece has some room around its events, and none reaches into another.

    What goes on after ``end``, in days, is shown up to there.
    """
    bounds = zip((None, *gaps), (*gaps, None), strict=True)
    return tuple(_piece(_between(spans, before, after), before, after, end) for before, after in bounds)


def _between(spans: Sequence[Span], before: Gap | None, after: Gap | None) -> tuple[Span, ...]:
    return tuple(
        span
        for span in spans
        if (before is None or span.first >= before.last) and (after is None or span.first < after.last)
    )


def _piece(spans: tuple[Span, ...], before: Gap | None, after: Gap | None, end: float) -> Piece:
    first = min(span.first for span in spans)
    last = max(first, min(max(span.last for span in spans), end))
    finest = min(span.grain for span in spans)
    around = AROUND_ONE * finest if last - first < 2 * finest else 0.0
    around += (last - first + 2 * around) * MARGIN
    return Piece(
        first - min([around, *([before.length * INTO_GAP] if before else [])]),
        last + min([around, *([after.length * INTO_GAP] if after else [])]),
        spans,
    )
