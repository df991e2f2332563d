"""How many rows a sheet has room for."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["most_rows"]

_MOST = 40
"""Where the search ends: far more rows than a page has room for."""


def most_rows(fits: Callable[[int], bool]) -> int:
    """Find the greatest number of rows that fit, knowing that fewer do where more do; 0 where not even one does.

    It is asked for one row at least.
    """
    least, most = 0, _MOST
    while least < most:
        middle = (least + most + 1) // 2
        if fits(middle):
            least = middle
        else:
            most = middle - 1
    return least
