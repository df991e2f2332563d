"""Breaks over a whole paragraph: never worse than first fit, and the best there is by trying all."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.optimal import Piece, best_breaks

MEASURE = 100.0
widths = st.floats(3, 40).map(lambda width: round(width, 1))
words = widths.map(lambda width: Piece(width, 3.0))
pieces = st.lists(words, min_size=1, max_size=40)


def lines_of(given_pieces, breaks):
    return [tuple(given_pieces[start:end]) for start, end in pairwise([0, *(index + 1 for index in breaks)])]


def width_of(line):
    return sum(piece.width + piece.space for piece in line) - line[-1].space + line[-1].hyphen


def raggedness(given_pieces, breaks):
    return sum((MEASURE - width_of(line)) ** 2 for line in lines_of(given_pieces, breaks)[:-1])


def first_fit(given_pieces):
    breaks, width = [], -3.0
    for index, piece in enumerate(given_pieces):
        if index and width + piece.width + 3 > MEASURE + 0.001:
            breaks.append(index - 1)
            width = -3.0
        width += 3 + piece.width
    return [*breaks, len(given_pieces) - 1]


@given(pieces)
def test_every_line_fits_and_every_piece_is_set_once(given_pieces):
    breaks = best_breaks(given_pieces, MEASURE)
    assert [piece for line in lines_of(given_pieces, breaks) for piece in line] == given_pieces
    assert all(width_of(line) <= MEASURE + 0.01 for line in lines_of(given_pieces, breaks))


@given(st.lists(words, min_size=1, max_size=12))
def test_no_way_to_break_is_less_ragged(given_pieces):
    """All ways are tried; what is weighed besides (ladders, short last lines) may cost a little raggedness."""
    count = len(given_pieces)
    ways = [[*chosen, count - 1] for size in range(count) for chosen in combinations(range(count - 1), size)]
    fitting = [way for way in ways if all(width_of(line) <= MEASURE + 0.001 for line in lines_of(given_pieces, way))]
    least = min(raggedness(given_pieces, way) for way in fitting)
    assert raggedness(given_pieces, best_breaks(given_pieces, MEASURE)) <= least + 0.1 * MEASURE**2
    assert len(best_breaks(given_pieces, MEASURE)) <= len(first_fit(given_pieces)) + 1


def test_nothing_has_no_lines():
    assert best_breaks([], MEASURE) == []


def test_a_forced_break_ends_its_line():
    given_pieces = [Piece(10, 3), Piece(10, 3, forced=True), Piece(10, 3), Piece(10, 3)]
    assert best_breaks(given_pieces, MEASURE) == [1, 3]
