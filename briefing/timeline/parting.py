"""A part of a placed timeline, for a figure or page of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import fsum
from typing import TypeVar

from briefing.timeline.geometry import Layout, Line, shifted

__all__ = ["part"]

Item = TypeVar("Item")


def part(layout: Layout, first: int, last: int) -> Layout:
    """Give strips ``first`` to ``last - 1``, counted from the top, as a layout with its own lower left corner.

    Labels, marks and bars stand in one part each, with the numbers that their events have in the whole. A rail that
    goes on in another part runs up to the edge.
    """
    strips = layout.strips[first:last]
    bottom, top = fsum(layout.strips[last:]), fsum(layout.strips[first:])

    def chosen(items: Sequence[Item], height: Callable[[Item], float]) -> tuple[Item, ...]:
        """Find what stands here; all that a layout has of a kind is in order of strips, so that halving finds it."""
        begin = bisect_left(items, -top, key=lambda item: -height(item))
        end = bisect_left(items, -bottom, key=lambda item: -height(item))
        return tuple(items[begin:end])

    piece = replace(
        layout,
        height=fsum(strips),
        strips=strips,
        labels=chosen(layout.labels, lambda label: label.box.middle),
        leaders=chosen(layout.leaders, _middle),
        marks=chosen(layout.marks, lambda mark: mark.y),
        bars=chosen(layout.bars, lambda bar: bar.box.middle),
        rails=tuple(_cut(rail, bottom, top) for rail in layout.rails if _lies_in(rail, bottom, top)),
        ticks=chosen(layout.ticks, _middle),
        tick_labels=chosen(layout.tick_labels, lambda line: line.y),
        breaks=chosen(layout.breaks, lambda each: _middle(each.strokes[0])),
        key=tuple(entry for entry in layout.key if bottom <= entry.label.box.middle < top),
    )
    return shifted(piece, -bottom)


def _middle(line: Line) -> float:
    return (line.y0 + line.y1) / 2


def _lies_in(rail: Line, bottom: float, top: float) -> bool:
    return (rail.box.bottom < top and bottom < rail.box.top) or bottom <= rail.y0 == rail.y1 < top


def _cut(rail: Line, bottom: float, top: float) -> Line:
    return replace(rail, y0=min(max(rail.y0, bottom), top), y1=min(max(rail.y1, bottom), top))
