"""Signs that would cover each other stand over each other: each on its own moment, the later one raised on its pole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Date
from briefing.timeline.geometry import REACH
from briefing.timeline.signs import Fill, MarkShape, fill_of, mark_shape

__all__ = ["MOST_COVERED", "STEP", "levels_of"]

MOST_COVERED = 1 / 3
"""Share of a sign that one of another kind may cover on the axis; they are still told apart."""
STEP = 8.0
"""Points from one level to the next."""


def levels_of(poles: Mapping[int, float], dates: Sequence[Date]) -> dict[int, int]:
    """Choose how many steps over the axis each sign stands, given with the places of their poles from left to right.

    Signs of one kind may cover each other: where they do, nothing is read wrong.
    """
    levels: dict[int, int] = {}
    standing: dict[int, list[_Sign]] = {}
    for event, x in poles.items():
        sign = _Sign(dates[event], x)
        level = 0
        while any(sign.hides(other) for other in standing.get(level, ())):
            level += 1
        standing.setdefault(level, []).append(sign)
        levels[event] = level
    return levels


class _Sign:
    """A sign on the axis."""

    def __init__(self, date: Date, x: float) -> None:
        before, after = REACH[mark_shape(date)]
        self.kind: tuple[MarkShape, Fill] = mark_shape(date), fill_of(date)
        self.left, self.right = x - before, x + after

    def hides(self, other: _Sign) -> bool:
        """Tell whether one of two signs would be covered by too much of another kind."""
        shared = min(self.right, other.right) - max(self.left, other.left)
        least = min(self.right - self.left, other.right - other.left)
        return self.kind != other.kind and shared > MOST_COVERED * least
