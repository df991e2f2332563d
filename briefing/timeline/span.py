"""Where each event lies in time, and where nothing is told for so long that the axis is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Date, DateKind, Event
from briefing.model.dates import stated_bounds

__all__ = ["Gap", "Span", "long_gaps", "spans_of", "time_of"]


@dataclass(frozen=True, slots=True)
class Span:
    """The time of one event on the axis, as written."""

    first: float
    """Days since 2000."""
    last: float
    """Not before ``first``; the same for an open end."""
    kind: DateKind

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


MOST_BREAKS = 3
WORTH_A_BREAK = 0.6
"""A gap is left out when it is this much longer than all that remains of the axis."""


def time_of(date: Date) -> Span:
    """Find where a date lies; an open end counts for nothing, for nobody knows how far it reaches."""
    first, last = stated_bounds(date)
    if first is None or last is None:
        only = last or first or 0.0
        return Span(only, only, date.kind)
    return Span(first, max(first, last), date.kind)


def spans_of(events: Sequence[Event]) -> tuple[Span, ...]:
    """Find where each event lies."""
    return tuple(time_of(event.date) for event in events)


def long_gaps(spans: Sequence[Span]) -> tuple[Gap, ...]:
    """Choose the empty stretches that are left out, in the order of time.

    They depend on the events alone and not on the size of the chart, so that picture and words speak of the same.
    """
    if len(spans) < 3:
        return ()
    gaps = sorted(_empty_stretches(spans), key=lambda gap: gap.first - gap.last)
    remaining = max(span.last for span in spans) - min(span.first for span in spans)
    chosen: list[Gap] = []
    for gap in gaps[:MOST_BREAKS]:
        length = gap.last - gap.first
        remaining -= length
        if length < WORTH_A_BREAK * remaining:
            break
        chosen.append(gap)
    return tuple(sorted(chosen, key=lambda gap: gap.first))


def _empty_stretches(spans: Sequence[Span]) -> list[Gap]:
    order = sorted(range(len(spans)), key=lambda index: (spans[index].first, spans[index].last))
    gaps: list[Gap] = []
    reach, before = spans[order[0]].last, order[0]
    for index in order[1:]:
        if spans[index].first > reach:
            gaps.append(Gap(reach, spans[index].first, before, index))
        if spans[index].last >= reach:
            reach, before = spans[index].last, index
    return gaps
