"""Which page stands where, so that a stack of printed sheets reads in order. Pages count from 0."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

__all__ = ["Cells", "booklet", "copies", "in_cells"]

Cells: TypeAlias = tuple[int | None, ...]
"""Pages on one side, row by row from the top, from left to right; ``None`` is blank."""

_ON_A_SHEET = 4
"""Pages of a booklet: two on each side."""


def booklet(pages: int, *, rtl: bool = False, back_cover: bool = False) -> tuple[Cells, ...]:
    """Order pages for saddle stitching: sheets lie in each other, the first outermost; front and back in turn.

    Blanks fill the last sheet: at the end, or with ``back_cover`` before the last page.
    """
    blanks: list[int | None] = [None] * (-pages % _ON_A_SHEET)
    kept = pages - 1 if back_cover else pages
    order = [*range(kept), *blanks, *range(kept, pages)]
    sides: list[Cells] = []
    for outer in range(0, len(order) // 2, 2):
        sides.append((order[-1 - outer], order[outer]))
        sides.append((order[outer + 1], order[-2 - outer]))
    return _directed(sides, columns=2, rtl=rtl)


def in_cells(pages: int, *, columns: int, rows: int, rtl: bool = False) -> tuple[Cells, ...]:
    """Order pages as they are read, row by row."""
    many = columns * rows
    sides = []
    for first in range(0, pages, many):
        shown = range(first, min(first + many, pages))
        sides.append((*shown, *[None] * (many - len(shown))))
    return _directed(sides, columns=columns, rtl=rtl)


def copies(pages: int, many: int) -> tuple[Cells, ...]:
    """Put each page on a side of its own, as many times: cut, the sheets are stacks of whole leaflets."""
    return tuple((page,) * many for page in range(pages))


def _directed(sides: Sequence[Cells], *, columns: int, rtl: bool) -> tuple[Cells, ...]:
    if not rtl:
        return tuple(sides)
    return tuple(
        tuple(page for start in range(0, len(side), columns) for page in reversed(side[start : start + columns]))
        for side in sides
    )
