"""The levels of a paragraph → those of a line of it, and the order in which the line is seen (L1, L2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.typesetting.bidi.characters import bidi_classes

__all__ = ["line_levels", "visual_order"]

_SPACES = re.compile(rb"[ptwijfdlr<>!\-]+")
"""Separators, whitespace, isolates and what X9 removes. See: UAX #9, 5.2."""


def line_levels(levels: Sequence[int], text: str, base: int) -> tuple[int, ...]:
    """Take separators, and the spaces before them and at the end of a line, back to the base level (L1).

    ``levels`` and ``text`` are those of the line alone, one level a character.
    """
    classes, reset = bidi_classes(text), list(levels)
    for spaces in _SPACES.finditer(classes):
        start, end = spaces.span()
        if end < len(classes):
            end = 1 + max(classes.rfind(b"p", start, end), classes.rfind(b"t", start, end))
        for index in range(start, end):
            reset[index] = base
    return tuple(reset)


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
