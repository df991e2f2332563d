"""Labels on poles: how high each stands, and to which side it hangs, so that none touches another or a foreign pole.

A label hangs from the top of a thin upright pole (its leader) like a flag, to the right or to the left. Two labels
whose boxes share a stretch of the axis stand one over the other, and where a pole passes through the stretch of another
label, its own label is the lower. Where each of two poles passes through the other's stretch, the sides do not work at
all; with all labels on one side that cannot happen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Arrangement", "Flag", "best_arrangement"]

CLEARANCE = 5.0
"""Points between two labels, sideways and upwards."""
BESIDE_POLE = 3.0
"""Points from a pole to its own label."""
FROM_FOREIGN_POLE = 1.5
"""Points from a pole to a label that is not its own."""
SAME_POLE = 0.5


@dataclass(frozen=True)
class Flag:
    """A label that will hang somewhere over a place on the axis."""

    x: float
    width: float
    height: float
    start: float
    """Lowest place of its lower edge."""

    def stretch(self, *, to_left: bool) -> tuple[float, float]:
        """Tell from where to where it reaches."""
        if to_left:
            return self.x - BESIDE_POLE - self.width, self.x - BESIDE_POLE
        return self.x + BESIDE_POLE, self.x + BESIDE_POLE + self.width


@dataclass(frozen=True)
class Arrangement:
    """Flags with a side each; knows whether it is possible and how high it is."""

    flags: Sequence[Flag]
    to_left: tuple[bool, ...]
    limits: tuple[float, float]

    @cached_property
    def bottoms(self) -> tuple[float, ...] | None:
        """Lower edges of the labels, or ``None`` where the sides do not work."""
        stretches = [flag.stretch(to_left=side) for flag, side in zip(self.flags, self.to_left, strict=True)]
        if any(left < self.limits[0] or right > self.limits[1] for left, right in stretches):
            return None
        return _stacked(self.flags, stretches)

    @property
    def cost(self) -> tuple[float, float]:
        """Height of the whole, then of all labels together."""
        if self.bottoms is None:
            return float("inf"), float("inf")
        tops = [bottom + flag.height for bottom, flag in zip(self.bottoms, self.flags, strict=True)]
        return max(tops, default=0.0), sum(tops)


def best_arrangement(flags: Sequence[Flag], limits: tuple[float, float]) -> Arrangement:
    """Choose sides and heights for flags in order of ``x``, as low as they will go between two limits.

    Its ``bottoms`` are ``None`` where no choice of sides works. First all ways of hanging the left ones to the right
    and the right ones to the left are tried, then each label by itself on its other side.
    """
    count = len(flags)
    splits = [
        Arrangement(flags, (False,) * split + (True,) * (count - split), limits) for split in range(count, -1, -1)
    ]
    best = min(splits, key=lambda arrangement: arrangement.cost)
    for index in range(count):
        sides = (*best.to_left[:index], not best.to_left[index], *best.to_left[index + 1 :])
        best = min(best, Arrangement(flags, sides, limits), key=lambda arrangement: arrangement.cost)
    return best


def _stacked(flags: Sequence[Flag], stretches: Sequence[tuple[float, float]]) -> tuple[float, ...] | None:
    """Put every label as low as it can be, the lower ones of each pair first."""
    below = _must_be_below(flags, stretches)
    if below is None:
        return None
    bottoms: dict[int, float] = {}
    waiting = [len(each) for each in below]
    ready = [index for index, count in enumerate(waiting) if not count]
    while ready:
        index = ready.pop()
        bottoms[index] = _lowest(index, flags, stretches, below[index], bottoms)
        for other, lower in enumerate(below):
            if index in lower:
                waiting[other] -= 1
                if not waiting[other]:
                    ready.append(other)
    return tuple(bottoms[index] for index in range(len(flags))) if len(bottoms) == len(flags) else None


def _must_be_below(flags: Sequence[Flag], stretches: Sequence[tuple[float, float]]) -> list[set[int]] | None:
    """Tell for each label which ones have to be lower: those whose pole passes through its stretch."""
    below: list[set[int]] = [set() for _ in flags]
    for index, flag in enumerate(flags):
        for other in range(index):
            through_other = _passes(flag.x, flags[other].x, stretches[other])
            through_this = _passes(flags[other].x, flag.x, stretches[index])
            if through_other and through_this:
                return None
            if through_other:
                below[other].add(index)
            if through_this:
                below[index].add(other)
    return below


def _passes(pole: float, own_pole: float, stretch: tuple[float, float]) -> bool:
    """Tell whether a pole comes too near to a label; one in the same place as the label's own never does."""
    if abs(pole - own_pole) < SAME_POLE:
        return False
    return stretch[0] - FROM_FOREIGN_POLE < pole < stretch[1] + FROM_FOREIGN_POLE


def _lowest(
    index: int,
    flags: Sequence[Flag],
    stretches: Sequence[tuple[float, float]],
    below: set[int],
    bottoms: dict[int, float],
) -> float:
    """Find the lowest place over all that must be lower and clear of all that shares its stretch."""
    bottom = max([flags[index].start, *(bottoms[lower] + flags[lower].height + CLEARANCE for lower in below)])
    left, right = stretches[index]
    shared = sorted(
        (bottoms[other], bottoms[other] + flags[other].height)
        for other in bottoms
        if stretches[other][0] < right + CLEARANCE and left < stretches[other][1] + CLEARANCE
    )
    for other_bottom, other_top in shared:
        if other_bottom < bottom + flags[index].height + CLEARANCE and bottom < other_top + CLEARANCE:
            bottom = other_top + CLEARANCE
    return bottom
