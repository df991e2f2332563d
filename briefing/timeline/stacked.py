"""Horizontal axes below each other, for more events than one axis holds: each a stretch of time, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from math import ceil, fsum, inf
from typing import NamedTuple

from briefing.drawing import Lettering
from briefing.model import Event, Measure
from briefing.timeline.geometry import Layout, shifted
from briefing.timeline.hanging import LABEL_WIDTHS
from briefing.timeline.horizontal import MOST_BARS, MOST_FLAGS, place_horizontally
from briefing.timeline.span import Gap, Span, long_gaps, spans_of
from briefing.timeline.text import Caption, caption_of

__all__ = ["HIGHEST_AXIS", "place_stacked"]

HIGHEST_AXIS = 0.62
"""Share of the width; a higher chart is read faster as a list."""
LEVELS = 3
"""So many labels stand over each other where an axis is full."""
LOOSE = 0.2
"""Share by which an axis may have more or fewer events than others, to begin where time leaves room."""
AXIS_GAP = 14.0
"""Points from what hangs under one axis to the labels of the next."""


def place_stacked(
    events: Sequence[Event],
    width: float,
    lettering: Lettering,
    language: str,
    measure: Measure,
    *,
    limit: float = inf,
    at_most: float = inf,
) -> Layout | None:
    """Place events, given in their order, on as many axes as they take, each a strip.

    No axis is higher than ``limit`` unless the label of a single event is. ``None`` where more than ``at_most`` axes
    are needed, or the figure is too narrow for two labels side by side.
    """
    spans = spans_of(events)
    in_time = sorted(range(len(events)), key=lambda index: (_moment(spans[index]), index))
    highest = min(limit - AXIS_GAP, width * HIGHEST_AXIS)
    captions = [caption_of(event, language) for event in events]
    stack = _Stack(events, captions, spans, long_gaps(spans), in_time, width, lettering, language, measure)
    axes: list[_Axis] = []
    waiting = [range(len(events))]
    while waiting:
        stretch = waiting.pop()
        axis = stack.axis(stretch)
        if axis and (axis.layout.height <= highest or len(stretch) == 1):
            axes.append(axis)
        elif len(stretch) == 1 or len(waiting) + len(axes) + 2 > at_most:
            return None
        else:
            waiting += reversed(stack.parted(stretch))
    return _below_each_other(axes, width)


def _moment(span: Span) -> float:
    """Tell by which moment an event finds its axis; what is surely before has an earlier one, or the same."""
    if span.shape in ("span", "decade"):
        return span.first
    return span.last if span.shape == "until" else span.middle


class _Axis(NamedTuple):
    """What stands on one axis."""

    layout: Layout
    numbers: Sequence[int]
    """Of its events, among all."""


@dataclass(frozen=True)
class _Stack:
    """What all axes share."""

    events: Sequence[Event]
    captions: Sequence[Caption]
    spans: Sequence[Span]
    gaps: Sequence[Gap]
    in_time: Sequence[int]
    """The numbers of the events, by their moments."""
    width: float
    lettering: Lettering
    language: str
    measure: Measure

    def moment(self, place: int) -> float:
        """Tell when the event at a place in time is; after the last there is no end."""
        return _moment(self.spans[self.in_time[place]]) if place < len(self.in_time) else inf

    def axis(self, stretch: range) -> _Axis | None:
        """Place the events of a stretch on one axis, ``None`` where that does not work."""
        if len(stretch) > MOST_FLAGS + MOST_BARS:
            return None
        numbers = sorted(self.in_time[place] for place in stretch)
        first, last = self.moment(stretch.start), self.moment(stretch.stop - 1)
        layout = place_horizontally(
            [self.events[number] for number in numbers],
            [self.captions[number] for number in numbers],
            [self.spans[number] for number in numbers],
            [gap for gap in self.gaps if first <= gap.first and gap.last <= last],
            self.width,
            self.lettering,
            self.language,
            self.measure,
            end=self.moment(stretch.stop),
        )
        return _Axis(layout, numbers) if layout else None

    def parted(self, stretch: range) -> list[range]:
        """Cut a stretch into some of about the same number of events, where time leaves room between two of them."""
        full = max(1.0, LEVELS * self.width / (LABEL_WIDTHS[0] * self.lettering.size))
        share = len(stretch) / max(2, ceil(len(stretch) / full))
        cuts = [stretch.start]
        while stretch.stop - cuts[-1] > share * 1.5:
            least, most = (cuts[-1] + max(1, round(share * part)) for part in (1 - LOOSE, 1 + LOOSE))
            # Where few are left, so many more would be all of them, and nothing would stand behind the cut.
            most = min(most, stretch.stop - 1)
            cuts.append(max(range(least, most + 1), key=lambda place: self.moment(place) - self.moment(place - 1)))
        return [range(begin, end) for begin, end in pairwise([*cuts, stretch.stop])]


def _below_each_other(axes: Sequence[_Axis], width: float) -> Layout:
    heights = [axis.layout.height for axis in axes]
    strips = [height + AXIS_GAP for height in heights[:-1]] + heights[-1:]
    height = fsum(strips)
    lower_edges = (height - reached for reached in accumulate(strips))
    lifts = [edge + strip - axis for edge, strip, axis in zip(lower_edges, strips, heights, strict=True)]
    lifted = [shifted(axis.layout, lift, axis.numbers) for axis, lift in zip(axes, lifts, strict=True)]
    return Layout(
        width,
        height,
        tuple(strips),
        labels=tuple(chain.from_iterable(axis.labels for axis in lifted)),
        leaders=tuple(chain.from_iterable(axis.leaders for axis in lifted)),
        marks=tuple(chain.from_iterable(axis.marks for axis in lifted)),
        bars=tuple(chain.from_iterable(axis.bars for axis in lifted)),
        rails=tuple(chain.from_iterable(axis.rails for axis in lifted)),
        ticks=tuple(chain.from_iterable(axis.ticks for axis in lifted)),
        tick_labels=tuple(chain.from_iterable(axis.tick_labels for axis in lifted)),
        breaks=tuple(chain.from_iterable(axis.breaks for axis in lifted)),
    )
