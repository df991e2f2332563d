"""Labels beside each other on one upright line: as near to where they belong as they can be without touching."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["spread"]


class _Group(NamedTuple):
    """Labels that touch, and move as one."""

    wish: float
    """Sum of the lower edges that its labels would give it, each by itself."""
    labels: int
    height: float

    @property
    def bottom(self) -> float:
        return self.wish / self.labels


def spread(wishes: Sequence[float], heights: Sequence[float], bottom: float, top: float) -> list[float]:
    """Give middles to labels with wished middles and heights, between two limits that have room for all of them.

    The sum of the squares of the ways they move is the least that is possible, but for the limits (it is the pooling of
    adjacent violators). Labels with equal wishes stand in their order, the first on top.
    """
    order = sorted(range(len(wishes)), key=lambda index: (wishes[index], -index))
    groups: list[_Group] = []
    for index in order:
        groups.append(_Group(wishes[index] - heights[index] / 2, 1, heights[index]))
        while len(groups) > 1 and groups[-2].bottom + groups[-2].height > groups[-1].bottom:
            upper, lower = groups.pop(), groups.pop()
            wish = lower.wish + upper.wish - lower.height * upper.labels
            groups.append(_Group(wish, lower.labels + upper.labels, lower.height + upper.height))
    return _middles(order, heights, _within(groups, bottom, top))


def _within(groups: Sequence[_Group], bottom: float, top: float) -> list[tuple[float, int]]:
    """Hold groups between the limits: from below upwards, then from above downwards."""
    bottoms = []
    free = bottom
    for group in groups:
        bottoms.append(max(group.bottom, free))
        free = bottoms[-1] + group.height
    free = top
    for index in reversed(range(len(groups))):
        bottoms[index] = min(bottoms[index], free - groups[index].height)
        free = bottoms[index]
    return [(place, group.labels) for place, group in zip(bottoms, groups, strict=True)]


def _middles(order: Sequence[int], heights: Sequence[float], groups: Sequence[tuple[float, int]]) -> list[float]:
    middles = [0.0] * len(order)
    indices = iter(order)
    for place, count in groups:
        for _ in range(count):
            index = next(indices)
            middles[index] = place + heights[index] / 2
            place += heights[index]
    return middles
