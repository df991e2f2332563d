"""The order in which events are told: what is surely before stands before, the author decides all else."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from briefing.model import Event

__all__ = ["ordered"]


def ordered(events: Sequence[Event]) -> tuple[Event, ...]:
    """Put events in order, keeping the author's wherever the dates do not decide.

    A topological order and not a sorting, for "may overlap" is not transitive: 1996 may overlap the 1990s, the 1990s
    may overlap 1999, and still 1996 is before 1999. Events are told as the author has them; only those that are
    surely over when one begins are told before it, they too in the author's order.
    """
    firsts = [-inf if event.date.first is None else event.date.first for event in events]
    ends = [inf if event.date.last is None else event.date.last for event in events]
    by_end = iter(sorted(range(len(events)), key=ends.__getitem__))
    next_over = next(by_end, None)
    over: set[int] = set()
    told: list[int] = []
    done = [False] * len(events)
    for index in range(len(events)):
        waiting = [] if done[index] else [index]
        while waiting:
            begins = firsts[waiting[-1]]
            while next_over is not None and ends[next_over] <= begins:
                if not done[next_over]:
                    over.add(next_over)
                next_over = next(by_end, None)
            earlier = min((each for each in over if ends[each] <= begins), default=None)
            if earlier is None:
                told.append(waiting.pop())
                done[told[-1]] = True
                over.discard(told[-1])
            else:
                waiting.append(earlier)
    return tuple(events[index] for index in told)
