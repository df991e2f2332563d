"""The order in which events are told: what is surely before stands before, the author decides all else."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from math import inf

from briefing.model import Event

__all__ = ["ordered"]


def ordered(events: Sequence[Event]) -> tuple[Event, ...]:
    """Put events in order, keeping the author's wherever the dates do not decide.

    A topological order and not a sorting, for "may overlap" is not transitive: 1996 may overlap the 1990s, the 1990s
    may overlap 1999, and still 1996 is before 1999. An event is free as soon as no event left is over before it begins,
    that is when it begins before the earliest end of those left; of the free ones the author's first is taken.
    """
    firsts = [-inf if event.date.first is None else event.date.first for event in events]
    ends = [(inf if event.date.last is None else event.date.last, index) for index, event in enumerate(events)]
    heapq.heapify(ends)
    waiting = sorted(range(len(events)), key=firsts.__getitem__)
    free: list[int] = []
    result: list[Event] = []
    told: set[int] = set()
    position = 0
    while ends:
        earliest_end = ends[0][0]
        while position < len(waiting) and firsts[waiting[position]] < earliest_end:
            heapq.heappush(free, waiting[position])
            position += 1
        index = heapq.heappop(free)
        result.append(events[index])
        told.add(index)
        while ends and ends[0][1] in told:
            heapq.heappop(ends)
    return tuple(result)
