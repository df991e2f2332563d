"""Words become lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typesetting_tools import STYLE, text_of, words_of

from briefing.typesetting.lines.breaking import break_lines

SENTENCE = "the quick brown fox jumps over the lazy dog and goes home to its den in the wood"


def lines(content: str, measure: float, *, balanced: bool = False) -> list[str]:
    return [text_of(line.boxes) for line in break_lines(words_of(content), measure, replace(STYLE, balanced=balanced))]


def test_no_words_make_no_line():
    assert break_lines([], 100, STYLE) == []


def test_a_line_takes_as_many_words_as_fit():
    one, two = words_of("one two")
    whole = one.width + one.space.width + two.width
    assert lines("one two", whole) == ["one two"]
    assert lines("one two", whole - 0.1) == ["one ", "two"]


def test_the_space_at_a_line_s_end_is_kept_and_not_measured():
    (wide,) = words_of("mmm")
    first, _ = break_lines(words_of("mmm i"), wide.width, STYLE)
    assert (text_of(first.boxes), first.width) == ("mmm ", pytest.approx(wide.width))


def test_a_forced_end_of_line_is_kept():
    assert lines("one<br>two three", 500) == ["one ", "two three"]


def test_a_word_wider_than_the_line_is_cut():
    cut = lines("w" * 200, 60)
    assert "".join(cut) == "w" * 200
    assert len(cut) > 10
    assert "".join(lines("a " + "w" * 200 + " b", 60)) == "a " + "w" * 200 + " b"


def test_a_word_wider_than_the_line_breaks_first_at_the_spaces_in_it():
    assert lines("80\u00a0per\u00a0cent", 500) == ["80\u00a0per\u00a0cent"]
    assert lines("some 80\u00a0per\u00a0cent", 45) == ["some 80\u00a0", "per\u00a0cent"]


def test_a_cut_word_stays_within_the_line():
    assert all(line.width <= 60.001 for line in break_lines(words_of("w" * 200), 60, STYLE))


def test_a_ligature_is_not_cut():
    pieces = lines("ffi" * 40, 30)
    assert "".join(pieces) == "ffi" * 40


def test_balanced_lines_are_as_even_as_they_can_be():
    ragged = break_lines(words_of(SENTENCE), 230, STYLE)
    balanced = break_lines(words_of(SENTENCE), 230, replace(STYLE, balanced=True))
    assert len(ragged) == len(balanced)
    assert text_of(box for line in ragged for box in line.boxes) == SENTENCE
    spread = [max(line.width for line in each) - min(line.width for line in each) for each in (ragged, balanced)]
    assert spread[1] < spread[0]


def test_a_long_paragraph_is_not_balanced():
    words = words_of(" ".join([SENTENCE] * 6))
    plain, balanced = break_lines(words, 230, STYLE), break_lines(words, 230, replace(STYLE, balanced=True))
    assert [line.width for line in plain] == [line.width for line in balanced]


@given(st.lists(st.sampled_from(["a", "the", "wood", "mountain", "i" * 60, "x<br>"]), max_size=30), st.integers(5, 400))
def test_lines_keep_the_text_and_the_measure(content, measure):
    words = words_of(" ".join(content))
    made = break_lines(words, measure, STYLE)
    whole = "".join(text_of((*word.boxes, *([word.space] if word.space else []))) for word in words)
    assert "".join(text_of(line.boxes) for line in made).replace("\u00ad", "") == whole
    widest = max((glyph.advance / 100 for word in words for box in word.boxes for glyph in box.glyphs), default=0)
    assert all(line.width <= max(measure, widest) + 0.01 for line in made)


# Hyphens.

LONG = "the international organisations responsible for humanitarian assistance understand the responsibilities"
HYPHENATED = replace(STYLE, hyphenate=True)


def set_in(content: str, measure: float, style=HYPHENATED) -> list[str]:
    return [text_of(line.boxes) for line in break_lines(words_of(content), measure, style)]


def test_a_word_is_parted_where_a_line_would_be_poor_without():
    assert not any(line.endswith("\u00ad") for line in set_in(LONG, 90, STYLE))
    parted = set_in(LONG, 90)
    assert any(line.endswith("\u00ad") for line in parted)
    assert "".join(parted).replace("\u00ad", "") == LONG


def test_a_parted_word_shows_a_hyphen_that_is_no_part_of_the_text():
    (first, *_) = (
        line for line in break_lines(words_of(LONG), 90, HYPHENATED) if text_of(line.boxes).endswith("\u00ad")
    )
    hyphen = first.boxes[-1]
    (shown,) = hyphen.run.font.shape("-").glyphs
    assert [(glyph.id, glyph.text) for glyph in hyphen.glyphs] == [(shown.id, "\u00ad")]
    assert first.width <= 90.5


@pytest.mark.parametrize("style", [replace(HYPHENATED, balanced=True), replace(HYPHENATED, size=16.0)])
def test_headings_and_large_print_have_no_hyphens(style):
    words = words_of(LONG, style)
    assert not any("\u00ad" in text_of(line.boxes) for line in break_lines(words, 150, style))


def test_a_wide_column_needs_none():
    assert not any("\u00ad" in line for line in set_in(" ".join([LONG] * 3), 500))


WORDS = st.sampled_from(["international", "responsibilities", "of", "a", "the", "organisation", "understanding", "to"])


@example(["international"] * 2 + ["responsibilities"] * 2, 81, "justified")
@given(st.lists(WORDS, min_size=1, max_size=40), st.integers(50, 200), st.sampled_from(["left", "justified"]))
def test_parted_text_keeps_its_letters_and_no_three_lines_end_in_hyphens(content, measure, align):
    text = " ".join(content)
    made = set_in(text, measure, replace(HYPHENATED, align=align))
    assert "".join(made).replace("\u00ad", "") == text
    ends = "".join("-" if line.endswith("\u00ad") else "." for line in made)
    assert "---" not in ends or measure < 80


# Both edges.

JUSTIFIED = replace(STYLE, align="justified")


def test_justified_lines_fill_the_measure_and_the_last_does_not():
    *lines, last = break_lines(words_of(" ".join([SENTENCE] * 4)), 200, JUSTIFIED)
    assert len(lines) > 5
    assert [line.width for line in lines] == [pytest.approx(200)] * len(lines)
    drawn = [sum(box.width for box in line.boxes[:-1]) for line in lines]
    assert drawn == [pytest.approx(200)] * len(lines)
    assert last.width < 199


def test_only_spaces_change_in_a_justified_line():
    plain = words_of(SENTENCE)
    widths = {text_of([box]): box.width for word in plain for box in word.boxes}
    for line in break_lines(plain, 200, JUSTIFIED)[:-1]:
        spaces = {round(box.width, 6) for box in line.boxes[:-1] if box.shaped.text == " "}
        assert len(spaces) == 1
        assert all(widths[box.shaped.text] == box.width for box in line.boxes if box.shaped.text != " ")


def test_a_line_that_is_ended_by_hand_is_not_justified():
    first, _ = break_lines(words_of("one<br>two three"), 200, JUSTIFIED)
    assert first.width < 50


# Ends of lines.


def test_the_last_line_is_no_short_word_where_it_can_be_helped():
    for measure in range(140, 260, 4):
        *_, last = break_lines(words_of(SENTENCE + " " + SENTENCE + " a"), measure, STYLE)
        assert len(text_of(last.boxes).split()) > 1, measure


def test_looseness_asks_for_more_lines():
    text = words_of(" ".join([SENTENCE] * 6))
    counts = [len(break_lines(text, 200, replace(STYLE, looseness=more))) for more in (0, 1, 2)]
    assert counts == [counts[0], counts[0] + 1, counts[0] + 2]


def test_quotation_marks_hang_out_of_the_left_edge():
    hanging = replace(STYLE, hanging=True)
    quoted, plain = (break_lines(words_of(text), 300, hanging)[0] for text in ("“one two", "one two"))
    # Kerning moves the letter under the mark.
    (mark,) = words_of("“")
    assert (quoted.hangs_left, plain.hangs_left) == (pytest.approx(mark.width / 2, rel=0.1), 0)
    assert break_lines(words_of("“one two"), 300, STYLE)[0].hangs_left == 0


def test_full_stops_hang_out_of_the_right_edge_of_justified_text():
    text = words_of("one two, three. four five, six. seven eight, nine. " * 6)
    lines = break_lines(text, 150, replace(JUSTIFIED, hanging=True))[:-1]
    hung = [line for line in lines if line.hangs_right]
    assert hung
    assert all(line.width == pytest.approx(150 + line.hangs_left + line.hangs_right) for line in lines)


def test_a_word_wider_than_the_column_is_parted_before_it_is_cut():
    lines = set_in("Bundesverfassungsgerichtsentscheidung", 60, replace(HYPHENATED))
    assert [line for line in lines[:-1] if not line.endswith("\u00ad")] == lines[:-1]
    words = words_of('<span lang="de">Bundesverfassungsgerichtsentscheidung</span>')
    parted = [text_of(line.boxes) for line in break_lines(words, 60, HYPHENATED)]
    assert all(line.endswith("\u00ad") for line in parted[:-1])
    assert "".join(parted).replace("\u00ad", "") == "Bundesverfassungsgerichtsentscheidung"
