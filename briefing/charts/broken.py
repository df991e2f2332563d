"""The sign of a scale that does not begin at nought: without it, where it begins is taken for nought."""

from __future__ import annotations

from briefing.charts.layout import Stroke

__all__ = ["torn_edge"]

_STEP = 2.2
"""Points from one turn to the next."""
_REACH = 1.1
"""Points above and below."""
_WIDTH = 0.45


def torn_edge(left: float, right: float, y: float, colour: str) -> Stroke:
    """Go in zigzag from one place to another at the same height."""
    count = max(round((right - left) / _STEP), 2)
    step = (right - left) / count
    turns = ((left + step * (turn + 0.5), y + (_REACH if turn % 2 else -_REACH)) for turn in range(count))
    return Stroke(((left, y), *turns, (right, y)), colour, _WIDTH)
