"""Words become lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typesetting_tools import text_of, words_of

from briefing.typesetting.breaking import break_lines

SENTENCE = "the quick brown fox jumps over the lazy dog and goes home to its den in the wood"


def lines(content: str, measure: float, *, balanced: bool = False) -> list[str]:
    return [text_of(line.boxes) for line in break_lines(words_of(content), measure, balanced=balanced)]


def test_no_words_make_no_line():
    assert break_lines([], 100) == []


def test_a_line_takes_as_many_words_as_fit():
    one, two = words_of("one two")
    whole = one.width + one.space.width + two.width
    assert lines("one two", whole) == ["one two"]
    assert lines("one two", whole - 0.1) == ["one ", "two"]


def test_the_space_at_a_line_s_end_is_kept_and_not_measured():
    (wide,) = words_of("mmm")
    first, _ = break_lines(words_of("mmm i"), wide.width)
    assert (text_of(first.boxes), first.width) == ("mmm ", pytest.approx(wide.width))


def test_a_forced_end_of_line_is_kept():
    assert lines("one<br>two three", 500) == ["one ", "two three"]


def test_a_word_wider_than_the_line_is_cut():
    cut = lines("w" * 200, 60)
    assert "".join(cut) == "w" * 200
    assert len(cut) > 10
    assert "".join(lines("a " + "w" * 200 + " b", 60)) == "a " + "w" * 200 + " b"


def test_a_cut_word_stays_within_the_line():
    assert all(line.width <= 60.001 for line in break_lines(words_of("w" * 200), 60))


def test_a_ligature_is_not_cut():
    pieces = lines("ffi" * 40, 30)
    assert "".join(pieces) == "ffi" * 40


def test_balanced_lines_are_as_even_as_they_can_be():
    ragged = break_lines(words_of(SENTENCE), 230)
    balanced = break_lines(words_of(SENTENCE), 230, balanced=True)
    assert len(ragged) == len(balanced)
    assert text_of(box for line in ragged for box in line.boxes) == SENTENCE
    spread = [max(line.width for line in each) - min(line.width for line in each) for each in (ragged, balanced)]
    assert spread[1] < spread[0]


def test_a_long_paragraph_is_not_balanced():
    words = words_of(" ".join([SENTENCE] * 6))
    plain, balanced = break_lines(words, 230), break_lines(words, 230, balanced=True)
    assert [line.width for line in plain] == [line.width for line in balanced]


@given(st.lists(st.sampled_from(["a", "the", "wood", "mountain", "i" * 60, "x<br>"]), max_size=30), st.integers(5, 400))
def test_lines_keep_the_text_and_the_measure(content, measure):
    words = words_of(" ".join(content))
    made = break_lines(words, measure)
    whole = "".join(text_of((*word.boxes, *([word.space] if word.space else []))) for word in words)
    assert "".join(text_of(line.boxes) for line in made) == whole
    widest = max((glyph.advance / 100 for word in words for box in word.boxes for glyph in box.glyphs), default=0)
    assert all(line.width <= max(measure, widest) + 0.01 for line in made)
