"""The order in which events are told: what is surely before stands before, the author decides all else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf

from briefing.model import Event

__all__ = ["ordered"]


def ordered(events: Sequence[Event]) -> tuple[Event, ...]:
    """Put events in order, keeping the author's wherever the dates do not decide.

    A topological order and not a sorting, for "may overlap" is not transitive: 1996 may overlap the 1990s, the 1990s
    may overlap 1999, and still 1996 is before 1999. Each event in turn comes last, or, where some of those told begin
    only after its end, right before the first of them. Nothing that must precede it stands farther on: that would
    have to precede that first one too.
    """
    told: list[Event] = []
    latest: list[float] = []
    """The latest beginning up to each place; it never falls, so that the place is found by halving."""
    for event in events:
        begins = -inf if event.date.first is None else event.date.first
        ends = inf if event.date.last is None else event.date.last
        place = bisect_left(latest, ends)
        told.insert(place, event)
        latest.insert(place, max(begins, latest[place - 1]) if place else begins)
    return tuple(told)
