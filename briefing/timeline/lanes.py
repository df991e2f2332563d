"""Bars in lanes under the axis, each with its label: on its beginning or on its end, in lines of one width or another.

A label that is wider than its bar takes room from others, so that no choice is the best for each bar by itself: the
lanes as a whole are made as low as they can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from briefing.drawing.geometry import Box
from briefing.drawing.words import Words
from briefing.timeline.geometry import Label

__all__ = ["LANE_GAP", "Hanging", "Hung", "LABEL_GAP", "lanes_of"]

BAR_HEIGHT = 7.0
"""The walls at the ends of a span; the bar between them is thinner."""
BAR_TO_LABEL = 2.0
LABEL_GAP = 6.0
"""Points from one label to the next in a lane: more than a wide space between two words."""
LANE_GAP = 7.0


class Hanging(NamedTuple):
    """A bar that will hang somewhere under its stretch of the axis."""

    event: int
    left: float
    right: float
    labels: Sequence[Words]
    """Its label in lines of one width or another, from the one that is liked best; never empty."""


class Hung(NamedTuple):
    """A bar in its lane."""

    bar: Box
    label: Label


class _Way(NamedTuple):
    """One way to hang a label on a bar, with the room that both take together."""

    words: Words
    words_left: float
    flush_right: bool
    left: float
    right: float
    height: float


def lanes_of(spans: Sequence[Hanging], width: float, top: float) -> list[Hung]:
    """Hang bars, given from left to right, under a height, each as high as it can be, in a figure of a width.

    Of bars that begin at one place, an earlier one stands over a later one.
    """
    ways = [_ways(span, width) for span in spans]
    chosen = [each[0] for each in ways]
    boxes = _stacked(spans, chosen, top)
    for place, others in enumerate(ways):
        for way in others[1:]:
            changed = [*chosen[:place], way, *chosen[place + 1 :]]
            if _cost(lower := _stacked(spans, changed, top)) < _cost(boxes):
                chosen, boxes = changed, lower
    return [_hung(span, way, box) for span, way, box in zip(spans, chosen, boxes, strict=True)]


def _cost(boxes: Sequence[Box]) -> tuple[float, float]:
    """Depth of the lanes, then of all bars together."""
    return -min((box.bottom for box in boxes), default=0.0), -sum(box.bottom for box in boxes)


def _ways(span: Hanging, width: float) -> list[_Way]:
    """Find how a label can hang: on the beginning of its bar, or, where it is wider, on the end."""
    on_beginning = [_way(span, words) for words in span.labels if span.left + words.width <= width]
    on_end = [_way(span, words, flush_right=True) for words in span.labels if words.width > span.right - span.left]
    return [*on_beginning, *on_end]


def _way(span: Hanging, words: Words, *, flush_right: bool = False) -> _Way:
    begin = max(0.0, span.right - words.width) if flush_right else span.left
    end = begin + words.width
    left = begin - LABEL_GAP if begin < span.left else span.left
    right = max(span.right, end + LABEL_GAP)
    return _Way(words, begin, flush_right, left, right, BAR_HEIGHT + BAR_TO_LABEL + words.height)


def _stacked(spans: Sequence[Hanging], ways: Sequence[_Way], top: float) -> list[Box]:
    boxes: list[Box] = []
    begun, below = -inf, top
    for span, way in zip(spans, ways, strict=True):
        box = _highest(way, boxes, below if span.left == begun else top)
        begun, below = span.left, box.bottom - LANE_GAP
        boxes.append(box)
    return boxes


def _highest(way: _Way, taken: Iterable[Box], top: float) -> Box:
    """Find the highest place under a height that is clear of all that hangs there already."""
    beside = [box for box in taken if box.left < way.right and way.left < box.right]
    # From above: what is passed once is over every lower place too.
    for box in sorted(beside, key=lambda box: box.top, reverse=True):
        if top - way.height >= box.top + LANE_GAP:
            break
        top = min(top, box.bottom - LANE_GAP)
    return Box(way.left, top - way.height, way.right, top)


def _hung(span: Hanging, way: _Way, box: Box) -> Hung:
    under = box.top - BAR_HEIGHT
    label = Label.of(span.event, way.words, way.words_left, under - BAR_TO_LABEL, flush_right=way.flush_right)
    return Hung(Box(span.left, under, span.right, box.top), label)
