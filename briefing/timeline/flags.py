"""Labels on poles: how high each stands, and to which side it hangs, so that none touches another or a foreign pole.

A label hangs from the top of a thin upright pole (its leader) like a flag, to the right or to the left. Two labels
whose boxes share a stretch of the axis stand one over the other, and where a pole passes through the stretch of another
label, or between that label and its pole, its own label is the lower. Where each of two poles passes through the
other's stretch, the sides do not work at all; with all labels on one side that cannot happen. Of labels on poles in the
same place, those told first hang to the left, and on each side over those told later.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["Arrangement", "Flag", "best_arrangement"]

CLEAR_ABOVE = 5.0
"""Points between two labels of which one stands over the other."""
CLEAR_BESIDE = 0.8
"""Between two labels beside each other, in times the size of the text: less would read as one line."""
BESIDE_POLE = 0.5
"""From a pole to its own label, in times the size."""
FROM_FOREIGN_POLE = 0.3
"""From a pole to a label that is not its own, in times the size."""


class Flag(NamedTuple):
    """A label that will hang somewhere over a place on the axis."""

    x: float
    width: float
    height: float


class Stretch(NamedTuple):
    """Where a label is, hung to one side of its pole."""

    left: float
    right: float
    poles: range
    """The foreign poles, by the numbers of their flags, that would run through it or part it from its own."""


class Arrangement(NamedTuple):
    """Flags with the side and the height of each."""

    to_left: tuple[bool, ...]
    lefts: tuple[float, ...]
    bottoms: tuple[float, ...]
    cost: tuple[float, float]
    """Height of the whole, then of all labels together."""


def best_arrangement(
    flags: Sequence[Flag], limits: tuple[float, float], *, size: float, start: float
) -> Arrangement | None:
    """Choose sides and heights for flags in order of ``x``, as low as they will go between two limits.

    ``start`` is the lowest place of a label and ``size`` that of its letters, in points. ``None`` where no choice of
    sides works. First all ways of hanging the left ones to the right and the right ones to the left are tried, then
    each label by itself on its other side: for a few dozen flags at most, for that takes the cube of their number.
    """
    row = _Row(flags, limits, size, start)
    count = len(flags)
    splits = [row.arranged((False,) * split + (True,) * (count - split)) for split in range(count, -1, -1)]
    best = min(filter(None, splits), key=_cost, default=None)
    for index in range(count if best else 0):
        sides = best.to_left if best else ()
        flipped = row.arranged((*sides[:index], not sides[index], *sides[index + 1 :]))
        best = min(filter(None, (best, flipped)), key=_cost)
    return best


def _cost(arrangement: Arrangement) -> tuple[float, float]:
    return arrangement.cost


class _Row:
    """Flags along the axis, with all that holds for any choice of their sides."""

    def __init__(self, flags: Sequence[Flag], limits: tuple[float, float], size: float, start: float) -> None:
        self._flags, self._limits, self._start = flags, limits, start
        self._clear = CLEAR_BESIDE * size
        poles = [flag.x for flag in flags]
        self._stretches = [_stretches(flag, poles, size) for flag in flags]
        self._huddles = tuple(_huddles(poles))
        """Of each flag: those whose poles stand in the same place."""

    def arranged(self, wished: tuple[bool, ...]) -> Arrangement | None:
        """Stack the labels with the sides that are wished; ``None`` where they do not work."""
        to_left = self._in_order(wished)
        stretches = [both[side] for both, side in zip(self._stretches, to_left, strict=True)]
        if not all(self._limits[0] <= each.left and each.right <= self._limits[1] for each in stretches):
            return None
        below = [self._below(index, to_left, stretches[index].poles) for index in range(len(to_left))]
        order = _lower_first(below)
        if order is None:
            return None
        bottoms = self._stacked(order, below, stretches)
        tops = [bottom + flag.height for bottom, flag in zip(bottoms, self._flags, strict=True)]
        cost = max(tops, default=0.0), sum(tops)
        return Arrangement(to_left, tuple(each.left for each in stretches), bottoms, cost)

    def _in_order(self, wished: tuple[bool, ...]) -> tuple[bool, ...]:
        """Keep how many labels of a huddle hang to the left, and let them be the first ones."""
        sides = list(wished)
        for huddle in self._huddles:
            sides[huddle.start : huddle.stop] = sorted(sides[huddle.start : huddle.stop], reverse=True)
        return tuple(sides)

    def _below(self, index: int, to_left: Sequence[bool], poles: range) -> list[int]:
        """Tell which labels have to be lower: those of poles through this one, and of the same place but told later."""
        later = range(index + 1, self._huddles[index].stop)
        return [*poles, *(other for other in later if to_left[other] == to_left[index])]

    def _stacked(
        self, order: Sequence[int], below: Sequence[Sequence[int]], stretches: Sequence[Stretch]
    ) -> tuple[float, ...]:
        """Put every label as low as it can be: over all that must be, and clear of all that shares its stretch."""
        flags = self._flags
        bottoms: dict[int, float] = {}
        for index in order:
            left, right, _ = stretches[index]
            beside = sorted(
                (bottom, bottom + flags[other].height)
                for other, bottom in bottoms.items()
                if stretches[other].left < right + self._clear and left < stretches[other].right + self._clear
            )
            lowest = max((bottoms[lower] + flags[lower].height + CLEAR_ABOVE for lower in below[index]), default=0.0)
            bottoms[index] = _lowest_free(max(self._start, lowest), flags[index].height, beside)
        return tuple(bottoms[index] for index in range(len(flags)))


def _stretches(flag: Flag, poles: Sequence[float], size: float) -> tuple[Stretch, Stretch]:
    """Find where a label is, hung to the right and to the left."""
    beside, foreign = BESIDE_POLE * size, FROM_FOREIGN_POLE * size
    near, far = flag.x + beside, flag.x + beside + flag.width
    to_right = range(bisect_right(poles, flag.x), bisect_left(poles, far + foreign))
    near_left, far_left = flag.x - beside, flag.x - beside - flag.width
    to_left = range(bisect_right(poles, far_left - foreign), bisect_left(poles, flag.x))
    return Stretch(near, far, to_right), Stretch(far_left, near_left, to_left)


def _huddles(poles: Sequence[float]) -> Iterator[range]:
    """Yield for each pole those that stand in the same place, itself among them."""
    begin = 0
    while begin < len(poles):
        end = bisect_right(poles, poles[begin])
        yield from (range(begin, end) for _ in range(begin, end))
        begin = end


def _lower_first(below: Sequence[Sequence[int]]) -> list[int] | None:
    """Put every label behind those that have to be lower; ``None`` where two have to be lower than each other."""
    order: list[int] = []
    finished: dict[int, bool] = {}
    return order if all(_visit(index, below, finished, order) for index in range(len(below))) else None


def _visit(index: int, below: Sequence[Sequence[int]], finished: dict[int, bool], order: list[int]) -> bool:
    """Put a label behind those that have to be lower, unless it is being put already and thus lower than itself."""
    if index not in finished:
        finished[index] = False
        finished[index] = all(_visit(lower, below, finished, order) for lower in below[index])
        order.append(index)
    return finished[index]


def _lowest_free(bottom: float, height: float, taken: Sequence[tuple[float, float]]) -> float:
    """Find the lowest place from a height upwards that is clear of what stands there, given from below."""
    for other_bottom, other_top in taken:
        if other_bottom < bottom + height + CLEAR_ABOVE and bottom < other_top + CLEAR_ABOVE:
            bottom = other_top + CLEAR_ABOVE
    return bottom
