"""A scale of round numbers: figures in, places on a length out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

__all__ = ["MOST_TICKS", "Scale", "bar_scale", "round_scale"]

MOST_TICKS = 6
"""Round figures on a scale."""

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_FROM_NOUGHT = Decimal("0.5")
"""A scale begins at nought where the least figure is at most this share of the greatest."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From one figure to another, which is greater, with round figures between them."""

    first: Decimal
    last: Decimal
    ticks: tuple[Decimal, ...] = ()

    def share(self, value: Decimal) -> float:
        """Tell how far along a figure lies: nought at the first, one at the last."""
        return float((value - self.first) / (self.last - self.first))

    @property
    def begins_at_nought(self) -> bool:
        """Whether lengths may be compared on it."""
        return self.first <= 0 <= self.last


def bar_scale(values: Sequence[Decimal]) -> Scale:
    """Reach from nought, or the least below it, to the greatest."""
    first, last = min(Decimal(0), *values), max(Decimal(0), *values)
    return Scale(first, last if last > first else first + 1)


def round_scale(values: Sequence[Decimal], *, most: int) -> Scale:
    """Reach over all figures between two round ones, with at most so many ticks; near nought it begins there."""
    low, high = min(values), max(values)
    if low >= 0 and low <= high * _FROM_NOUGHT:
        low = Decimal(0)
    elif high <= 0 and high >= low * _FROM_NOUGHT:
        high = Decimal(0)
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
        high = high if low < high else Decimal(1)
    step = _step((high - low) / (most - 1))
    while True:
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        if last - first < most:
            break
        step = _step(step * Decimal("1.01"))
    ticks = tuple(_plain(index * step) for index in range(int(first), int(last) + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def _step(least: Decimal) -> Decimal:
    """Find the round step that is at least so long."""
    unit = Decimal(1).scaleb(least.adjusted())
    return next(unit * step for step in _STEPS if unit * step >= least)


def _plain(value: Decimal) -> Decimal:
    """Write a number without an exponent, and without noughts at its end."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short
