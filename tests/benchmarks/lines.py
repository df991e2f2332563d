"""Breaks over the whole paragraph against first fit: what they cost, and how much less ragged the edge is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from unittest import mock

from prose import Ours
from prose import Piece as Text

from briefing.typesetting.lines import breaking
from briefing.typesetting.lines.optimal import Piece, best_breaks

__all__ = ["FirstFit", "raggedness"]


class FirstFit(Ours):
    """The same way with lines that each take as many words as fit."""

    def __call__(self) -> float:
        with mock.patch.object(breaking, "best_breaks", first_fit):
            return super().__call__()


def first_fit(pieces: Sequence[Piece], measure: float, **_: object) -> list[int]:
    """Choose breaks as ``best_breaks`` does, one line after the other."""
    breaks: list[int] = []
    width = space = 0.0
    for index, piece in enumerate(pieces):
        if index and width + space + piece.width > measure:
            breaks.append(index - 1)
            width = space = 0.0
        width, space = width + space + piece.width, piece.space
        if piece.forced and index < len(pieces) - 1:
            breaks.append(index)
            width = space = 0.0
    return [*breaks, len(pieces) - 1]


def raggedness(text: list[Text]) -> tuple[float, float]:
    """What the lines of a text leave empty, squared and added up, without last lines: at best, and by first fit."""
    sums = [0.0, 0.0]

    def measured(pieces: Sequence[Piece], measure: float, **options: bool) -> list[int]:
        ways = best_breaks(pieces, measure, **options), first_fit(pieces, measure)
        for side, breaks in enumerate(ways):
            sums[side] += sum(left**2 for left in _left_empty(pieces, measure, breaks))
        return ways[0]

    with mock.patch.object(breaking, "best_breaks", measured):
        Ours([text])()
    return sums[0], sums[1]


def _left_empty(pieces: Sequence[Piece], measure: float, breaks: Sequence[int]) -> list[float]:
    lines = [pieces[first:last] for first, last in pairwise([0, *(index + 1 for index in breaks)])]
    return [
        measure - sum(piece.width + piece.space for piece in line) + line[-1].space
        for line in lines[:-1]
        if not line[-1].forced
    ]
