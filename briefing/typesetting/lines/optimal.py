"""Where the lines of a paragraph end, chosen over the whole paragraph.

Breaks are weighed by the sum of what their lines cost, after D. E. Knuth and M. F. Plass, "Breaking Paragraphs into
Lines", Software: Practice and Experience 11 (1981). Here are numbers alone: no fonts, no letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import NamedTuple

__all__ = ["Piece", "balanced_breaks", "best_breaks"]

_SLACK = 0.001
"""Points that rounding may cost."""
_MOST_LEFT = 2
"""Words of average length that a line never leaves out which could take them."""

# What spoils a ragged paragraph, in the measure of a line that leaves a share of its measure empty.
_HYPHEN = 0.18**2
_HYPHEN_AGAIN = 0.3**2
"""A second hyphen under the first; a third does not come."""
_MOST_HYPHENS = 2
_LADDER = 0.2**2
"""A line that ends where the two above it end."""
_SAME_END = 0.005
"""Share of the measure by which line ends may differ and still look alike."""
_SHORT_LAST = 0.25**2
"""A last line of one short word."""
_PARTED_LAST = 4
"""Times the cost of such a line where it is only the end of a word."""
_SHORT_WORD = 0.25
"""Share of the measure that a short word takes at most."""

# What spoils a justified one, as TeX counts demerits.
_STRETCH, _SHRINK = 1 / 2, 1 / 3
"""Shares of a space by which it may grow and shrink at ease: those of Computer Modern, at 3.33 points a space."""
_HYPHEN_PENALTY, _AGAIN, _UNLIKE, _SHORT_DEMERITS = 50.0, 10_000.0, 10_000.0, 40_000.0
_WORST = 1_000_000.0
_NEVER = 1e15
"""What is done only where there is no other way: more than the worst lines of a long paragraph together."""


class Piece(NamedTuple):
    """A part of a word after which a line may end, with the space that follows where it does not."""

    width: float
    """Points."""
    space: float = 0.0
    hyphen: float = 0.0
    """Width of the hyphen that shows where a line ends here; 0 where none is needed."""
    forced: bool = False
    """The line ends here."""
    hangs_left: float = 0.0
    """Points by which it stands out of a line that it begins, and on the right of one that it ends."""
    hangs_right: float = 0.0


class _Way(NamedTuple):
    """A way to set the pieces up to some break."""

    start: int
    """The piece that begins the next line."""
    cost: float
    lines: int
    width: float
    """Of the last line."""
    hyphens: int
    """Lines at its end, in a row, that end in a hyphen."""
    alike: int
    """Lines at its end, in a row, that end where the one above them ends."""
    fitness: int
    """Class of the last line where it is justified: 0 tight, 1 decent, 2 loose, 3 very loose."""
    above: _Way | None


def best_breaks(pieces: Sequence[Piece], measure: float, *, justified: bool = False, looseness: int = 0) -> list[int]:
    """Choose the pieces after which lines of ``measure`` points end; the last of all is among them.

    No piece is wider than the measure. ``looseness`` asks for so many lines more than is best, or fewer where it is
    negative, and gets as near as the text allows.
    """
    if not pieces:
        return []
    ways = _ways(pieces, measure, justified=justified, apart=looseness != 0)
    best = min(ways, key=lambda way: way.cost)
    wanted = best.lines + looseness
    chosen = min(ways, key=lambda way: (abs(way.lines - wanted), way.cost))
    breaks = []
    at: _Way | None = chosen
    while at and at.above:
        breaks.append(at.start - 1)
        at = at.above
    return breaks[::-1]


def _ways(pieces: Sequence[Piece], measure: float, *, justified: bool, apart: bool) -> list[_Way]:
    """Find the best ways to set all pieces: one for each number of lines where they are kept ``apart``."""
    weigh, shrink = (_weigh_justified, _SHRINK) if justified else (_weigh_ragged, 0.0)
    short_last = _SHORT_DEMERITS if justified else _SHORT_LAST
    before = [0.0, *accumulate([piece.width + piece.space for piece in pieces])]
    spaces = [0.0, *accumulate([piece.space for piece in pieces])]
    # Where lines begin and end, at their natural width and with their spaces shrunk.
    begins = [at + piece.hangs_left for at, piece in zip(before, pieces, strict=False)]
    ends = [at + piece.width - piece.hangs_right for at, piece in zip(before, pieces, strict=False)]
    first_ends = [end - shrink * space for end, space in zip(ends, spaces, strict=False)]
    room, last = measure + _SLACK, len(pieces) - 1
    # Who asks for more lines than is best asks for narrower ones.
    narrow = 0.0 if apart else measure - _MOST_LEFT * before[-1] / len(pieces)
    active: list[tuple[float, _Way]] = [(begins[0], _Way(0, 0.0, 0, -inf, 0, 0, 1, None))]
    """Ways with the places from which their next line is measured; those that begin it later come later."""
    for index, piece in enumerate(pieces):
        forced = index == last or piece.forced
        hyphen, end, first_end = piece.hyphen, ends[index], first_ends[index]
        # Where the next piece fits too, a line need not end while it is narrow, unless it would end in a hyphen there.
        following = inf
        if not forced and (piece.hyphen or not pieces[index + 1].hyphen):
            following = first_ends[index + 1] + pieces[index + 1].hyphen
        too_wide = 0
        found: dict[tuple[int, int, int, int], tuple[float, float, _Way]] = {}
        for place, way in active:
            if first_end - place > room:
                too_wide += 1
                continue
            start = way.start
            width = end + hyphen - begins[start]
            if width < narrow and following - place <= room:
                break
            if hyphen and first_end + hyphen - place > room:
                continue
            cost, hyphens, alike, fitness = weigh(way, piece, width, measure, spaces[index] - spaces[start], forced)
            if forced and start == index and way.lines and width < _SHORT_WORD * measure:
                cost += short_last * (_PARTED_LAST if way.hyphens else 1)
            key = (hyphens, alike, fitness, way.lines if apart else 0)
            known = found.get(key)
            if known is None or cost < known[0]:
                found[key] = (cost, width, way)
        active = [] if forced else active[too_wide:] if too_wide else active
        if found:
            place = 0.0 if index == last else begins[index + 1] - shrink * spaces[index + 1]
            for (hyphens, alike, fitness, _), (cost, width, way) in found.items():
                active.append((place, _Way(index + 1, cost, way.lines + 1, width, hyphens, alike, fitness, way)))
    return [way for _, way in active]


def _weigh_ragged(
    way: _Way, piece: Piece, width: float, measure: float, _spaces: float, ends: bool
) -> tuple[float, int, int, int]:
    """Add a line of ragged text: what it leaves empty, squared, and what spoils it besides."""
    if ends:
        return way.cost, 0, 0, 1
    cost, hyphens, alike = way.cost + (1.0 - width / measure) ** 2, 0, 0
    if piece.hyphen:
        hyphens = way.hyphens + 1
        cost += _HYPHEN + (_HYPHEN_AGAIN if way.hyphens else 0.0) + (_NEVER if hyphens > _MOST_HYPHENS else 0.0)
    if abs(width - way.width) < _SAME_END * measure:
        alike = min(way.alike + 1, 2)
        cost += _LADDER if alike == 2 else 0.0
    return cost, hyphens, alike, 1


def _weigh_justified(
    way: _Way, piece: Piece, width: float, measure: float, spaces: float, ends: bool
) -> tuple[float, int, int, int]:
    """Add a line of justified text by TeX's demerits. See: D. E. Knuth, "Digital Typography", chapter 3."""
    left = measure - width
    ratio = 0.0 if ends and left >= 0 else _ratio(left, spaces)
    badness = min(100.0 * abs(ratio) ** 3, _WORST)
    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3
    hyphens = way.hyphens + 1 if piece.hyphen and not ends else 0
    demerits = (1.0 + badness + (_HYPHEN_PENALTY if hyphens else 0.0)) ** 2
    if hyphens > 1:
        demerits += _AGAIN if hyphens <= _MOST_HYPHENS else _NEVER
    if abs(fitness - way.fitness) > 1:
        demerits += _UNLIKE
    return way.cost + demerits, hyphens, 0, fitness


def _ratio(left: float, spaces: float) -> float:
    """Share of what its spaces may grow or, negative, shrink that a line takes."""
    if left >= 0:
        return left / (_STRETCH * spaces) if spaces else _WORST
    return left / (_SHRINK * spaces) if spaces else -1.0


def balanced_breaks(pieces: Sequence[Piece], measure: float, count: int) -> list[int]:
    """Choose ``count`` lines whose widths differ least, for headings: the sum of their squares is the smallest.

    There must be a way to set the pieces in so many lines.
    """
    before = [0.0, *accumulate(piece.width + piece.space for piece in pieces)]
    ends = [0.0, *(before[index] + piece.width + piece.hyphen for index, piece in enumerate(pieces))]
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(inf, ())] * len(pieces)]
    for _ in range(count):
        ways = [
            min(
                (
                    (cost + (ends[last] - before[first]) ** 2, (*breaks, last - 1))
                    for first, (cost, breaks) in enumerate(ways[:last])
                    if cost < inf and ends[last] - before[first] <= measure + _SLACK
                ),
                default=(inf, ()),
            )
            for last in range(len(pieces) + 1)
        ]
    return list(ways[-1][1])
