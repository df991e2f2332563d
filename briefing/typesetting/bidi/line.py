"""The levels of a line → the order in which it is seen (L2)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["visual_order"]


def visual_order(levels: Sequence[int]) -> list[int]:
    """Give the indices of a line's items, characters or boxes, in the order in which they stand from the left (L2)."""
    runs: list[tuple[int, list[int]]] = [(0, [])]
    """The runs that the item is in, each higher than the one around it; the first is the line."""
    for index, level in enumerate((*levels, 0)):
        while level < runs[-1][0]:
            high, run = runs.pop()
            low, around = runs[-1]
            # From its own level down to that of what is around it, a run is reversed as a whole, once a level.
            if (high - max(low, level)) % 2:
                run.reverse()
            if low < level:
                runs.append((level, run))
            else:
                around += run
        if level > runs[-1][0]:
            runs.append((level, []))
        runs[-1][1].append(index)
    return runs[0][1][:-1]
