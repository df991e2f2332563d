"""Where each event lies in time, and where nothing is told for so long that the axis is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import Date, DateKind, Event
from briefing.model.dates import stated_bounds

__all__ = ["Gap", "Span", "groups_of", "long_gaps", "spans_of", "stretch_of", "time_of"]


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
AROUND_ONE = 4
"""A date that stands alone has so many of its own length to either side."""
_LEAST_HIDDEN = 0.65
"""Share of an empty stretch that a break leaves out."""
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
    return _apart(spans, sorted(chosen, key=lambda gap: gap.first))


def _apart(spans: Sequence[Span], gaps: list[Gap]) -> tuple[Gap, ...]:
    """Keep the breaks that hide most of their stretch, after the room that each piece takes around it."""
    while gaps:
        pieces = [stretch_of(group) for group in groups_of(spans, gaps)]
        hidden = [after[0] - before[1] for before, after in pairwise(pieces)]
        shares = [each / (gap.last - gap.first) for each, gap in zip(hidden, gaps, strict=True)]
        if min(shares) >= _LEAST_HIDDEN:
            break
        del gaps[shares.index(min(shares))]
    return tuple(gaps)


def groups_of(spans: Sequence[Span], gaps: Sequence[Gap]) -> list[list[Span]]:
    """Sort events into the pieces between the breaks."""
    groups: list[list[Span]] = [[] for _ in range(len(gaps) + 1)]
    for span in spans:
        groups[sum(span.first >= gap.last for gap in gaps)].append(span)
    return groups


def stretch_of(group: Sequence[Span]) -> tuple[float, float]:
    """First and last day of the piece of the axis that shows some events, with some room around them."""
    first, last = min(span.first for span in group), max(span.last for span in group)
    shortest = min((span.last - span.first for span in group if span.last > span.first), default=1.0)
    if last - first < 2 * shortest:
        first, last = first - AROUND_ONE * shortest, last + AROUND_ONE * shortest
    margin = (last - first) * 0.025
    return first - margin, last + margin


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
