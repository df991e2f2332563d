"""Breaks over a whole paragraph: never worse than first fit, and the best there is by trying all."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.lines import optimal
from briefing.typesetting.lines.optimal import Piece, best_breaks

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


def ladders(given_pieces, breaks):
    """Lines that end where the two above them end."""
    ends = [width_of(line) for line in lines_of(given_pieces, breaks)[:-1]]
    return sum(
        abs(one - two) < 0.005 * MEASURE and abs(two - three) < 0.005 * MEASURE
        for one, two, three in zip(ends, ends[1:], ends[2:], strict=False)
    )


def many_ladders() -> int:
    """Ladders in many texts with words of few widths, so that line ends often meet."""
    chance = random.Random(7)
    texts = [[Piece(chance.choice([12.0, 18.0, 24.0]), 3.0) for _ in range(60)] for _ in range(300)]
    return sum(ladders(text, best_breaks(text, MEASURE)) for text in texts)


def test_lines_seldom_end_where_the_two_above_them_end(monkeypatch):
    found = many_ladders()
    monkeypatch.setattr(optimal, "_LADDER", 0.0)
    assert found < many_ladders() / 2


def test_the_last_line_is_no_single_short_piece_where_another_way_is_nearly_as_good():
    given_pieces = [Piece(14.0, 3.0)] * 18 + [Piece(8.0)]
    assert len(lines_of(given_pieces, first_fit(given_pieces))[-1]) == 1
    assert len(lines_of(given_pieces, best_breaks(given_pieces, MEASURE))[-1]) > 1


def test_a_line_without_hope_costs_more_than_two_poor_ones():
    given_pieces = [*[Piece(20.0, 3.0)] * 6, Piece(95.0, 3.0), Piece(20.0)]
    lines = lines_of(given_pieces, best_breaks(given_pieces, MEASURE, justified=True))
    assert [len(line) for line in lines] == [3, 3, 1, 1]


def test_the_last_line_is_not_the_end_of_a_word_where_another_way_is_nearly_as_good():
    syllables = [Piece(24.0, hyphen=3.0), Piece(24.0, hyphen=3.0), Piece(8.0)]
    given_pieces = [*[Piece(20.0, 3.0)] * 7, *syllables]
    assert len(lines_of(given_pieces, best_breaks(given_pieces, MEASURE, justified=True))[-1]) > 1
