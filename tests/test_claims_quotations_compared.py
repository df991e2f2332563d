"""Quotations beside the text of their source: word for word, with marked changes, different, or not there."""

from __future__ import annotations

import re
import time

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.claims.comparing import ABSENT, Captured, compare_quotation

OPINION = """A valley holds out

I write from the Panjshir Valley today, ready to follow in my father's
footsteps, with mujahideen fighters who are prepared to once again take on the Taliban.

“We shall see,” he had said – years ago – “what they can do.” They want to defend, they want to fight.
"""

VERBATIM = [
    "I write from the Panjshir Valley today, ready to follow",
    "I write from the Panjshir Valley today.",
    "ready to follow in my father’s footsteps,",
    "footsteps, with mujahideen\u00a0fighters",
    "They want to defend, they want to fight",
    "they want to defend,",
    "‘We shall see,’ he had said — years ago --\n«\u202fwhat they can do\u202f»",
    "Valley  today ,\tready",
    "Panjshir\u200b Val\u00adley today",
    "follow in my-father’s footsteps",
]


@pytest.mark.parametrize("words", VERBATIM)
def test_marks_dashes_spaces_and_the_stop_at_the_end_do_not_count(words):
    assert compare_quotation(words, Captured(OPINION)).outcome == "verbatim"


MARKED = {
    "[My forces] want to defend, they want to fight": "want to defend, they want to fight",
    "I write from the Panjshir Valley today … with mujahideen fighters": (
        "I write from the Panjshir Valley today, ready to follow in my father's footsteps, with mujahideen fighters"
    ),
    "I write . . . ready to follow": "I write from the Panjshir Valley today, ready to follow",
    "I write from […] Valley": "I write from the Panjshir Valley",
    "[M]y father's footsteps": "my father's footsteps",
    "they want to defend, [T]hey want to fight": "They want to defend, they want to fight",
    "mujahideen [sic] fighters": "mujahideen fighters",
    "follow[ing] in my father's footsteps, with [his] fighters": "in my father's footsteps, with mujahideen fighters",
    "[…] the Panjshir Valley today [...]": "the Panjshir Valley today",
}


@pytest.mark.parametrize("words", MARKED)
def test_changes_that_are_marked_may_be_made(words):
    found = compare_quotation(words, Captured(OPINION))
    assert (found.outcome, found.excerpt) == ("marked", MARKED[words])
    assert " ".join(OPINION[found.start : found.end].split()) == found.excerpt


def test_brackets_of_the_source_are_its_own_words():
    text = "He said: “[They] want to fight, [sic] they want … to win.”"
    assert compare_quotation("[They] want to fight, [sic] they want … to win", Captured(text)).outcome == "verbatim"


DIFFERENT = {
    "I write from Panjshir Valley, ready to follow in my father’s footsteps": (
        "you:    I write from Panjshir Valley, ready to follow",
        "source: I write from [the] Panjshir Valley [today], ready to follow",
    ),
    "with Mujahideen fighters who are prepared": (
        "you:    with [Mujahideen] fighters who are prepared",
        "source: with [mujahideen] fighters who are prepared",
    ),
    "I write from our valley today, ready to follow in my father's footsteps, with mujahideen fighters who are ready": (
        "you:    I write from [our valley] today, ready to … mujahideen fighters who are [ready]",
        "source: I write from [the Panjshir Valley] today, ready to … mujahideen fighters who are [prepared]",
    ),
    "ready to follow … with fighters who are ready to once again take on": (
        "you:    ready to follow … with fighters who are [ready] to once again take on",
        "source: ready to follow … with [mujahideen] fighters who are [prepared] to once again take on",
    ),
    "they want to defend they want to fight": (
        "you:    they want to defend they want to fight",
        "source: They want to defend[,] they want to fight",
    ),
    "ready to follow in my … fathers footsteps": (
        "you:    ready to follow in my [… fathers] footsteps",
        "source: ready to follow in my [father's] footsteps",
    ),
}


@pytest.mark.parametrize("words", DIFFERENT)
def test_what_differs_is_shown_in_brackets(words):
    found = compare_quotation(words, Captured(OPINION))
    assert (found.outcome, found.differences) == ("differs", DIFFERENT[words])
    assert " ".join(OPINION[found.start : found.end].split()) == found.excerpt


@pytest.mark.parametrize("words", ["nobody here has said so", "of the", "", "…", "[They]", "\0", "?"])
def test_what_is_not_there_is_absent(words):
    assert compare_quotation(words, Captured("A text about something else, [and] no more than that.")) == ABSENT


def test_an_empty_text_holds_nothing():
    assert compare_quotation("We have stores", Captured("")) == ABSENT
    assert Captured("").count == 0


def test_what_is_left_out_is_no_longer_than_a_page():
    between = " and so on" * 200
    assert (
        compare_quotation("We went … and came back", Captured(f"We went{between} and came back")).outcome == "differs"
    )
    assert compare_quotation("We went … and came", Captured(f"We went{between[:900]} and came")).outcome == "marked"


def test_the_nearest_of_several_places_follows():
    text = "We went out. " * 3 + "We went home, and came back."
    assert compare_quotation("We went … and came back", Captured(text)).outcome == "marked"


def test_numbers_of_notes_in_the_source_do_not_count():
    text = "They want to defend,[1][23] they want to fight.¹² “To the end”[4], in 5 m² of rubble[a]."
    captured = Captured(text)
    assert (
        compare_quotation("They want to defend, they want to fight. ‘To the end’, in 5 m²", captured).outcome
        == "verbatim"
    )
    found = compare_quotation("They want to defend, they wish to fight. ‘To the end’", captured)
    assert found.differences == (
        "you:    … to defend, they [wish] to fight. ‘",
        "source: … to defend,[1][23] they [want] to fight.¹² “",
    )


def test_words_that_are_parted_at_the_end_of_a_line_are_whole():
    text = "Ready to fol-\nlow in the foot-\nsteps of anti-\nwar fighters, they said."
    captured = Captured(text)
    found = compare_quotation("to follow in the footsteps of", captured)
    assert (found.outcome, text[found.start : found.end]) == ("verbatim", "to fol-\nlow in the foot-\nsteps of")
    found = compare_quotation("follow", captured)
    assert (found.outcome, text[found.start : found.end]) == ("verbatim", "fol-\nlow")
    assert compare_quotation("of anti-war fighters", captured).outcome == "verbatim"
    assert compare_quotation("they said", captured).outcome == "verbatim"


def test_ideographs_and_right_to_left():
    chinese = Captured("難民署表示，自五月底以\n來被迫逃離的阿富汗人中，約八成是婦女和兒童。")
    assert compare_quotation("自五月底以來被迫逃離的阿富汗人中", chinese).outcome == "verbatim"
    assert compare_quotation("自五月底以來逃離的阿富汗人中", chinese).differences == (
        "you:    …月底以來逃離的阿",
        "source: …月底以 來[被迫]逃離的阿",
    )
    persian = Captured("او گفت: «ما می‌خواهیم از خود دفاع کنیم و بجنگیم.»")
    assert compare_quotation("ما می‌خواهیم … بجنگیم", persian).outcome == "marked"


def test_a_line_says_that_something_is_left_out():
    assert Captured("A beginning.\n\n[…]\n\nAn end.").is_excerpt
    assert Captured("A beginning.\n...").is_excerpt
    assert not Captured("A beginning … and an end.").is_excerpt


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a " * 5_000 + "b", "a " * 500_000),
        ("' " * 2_000 + "x", "'" * 1_000_000),
        ("- . " * 2_000, "- . " * 250_000),
        ("[a] b … " * 5_000, "b a " * 250_000),
        ("a b c d " * 100, "d c b a " * 250_000),
        ("[" * 5_000, "[x" * 300_000),
        (". " * 5_000, " ." * 500_000),
    ],
)
def test_nasty_texts_take_no_longer_than_others(words, text):
    with Stopwatch() as watch:
        compare_quotation(words, Captured(text))
    assert watch.seconds < 6


@pytest.mark.slow
def test_twenty_million_letters_take_seconds():
    text = OPINION + " ".join(f"word{number * 7919 % 50_021}" for number in range(2_200_000)) + OPINION
    captured, start = Captured(text), time.process_time()
    assert len(text) > 20_000_000
    assert compare_quotation("with fighters who are prepared to once again take on us", captured).outcome == "differs"
    assert compare_quotation("they want to defend, they want to fight.", captured).outcome == "verbatim"
    assert time.process_time() - start < 8


_TEXT = "the valley holds out, we want to fight – said “nobody” he's 6,000 [sic] …"
_WORDS = st.lists(st.sampled_from(re.split(" ", _TEXT)))


@given(_WORDS.filter(lambda words: len(words) > 1), st.data())
@settings(max_examples=examples(100))
def test_what_is_copied_is_verbatim_and_what_is_found_stands_there(words, data):
    text = data.draw(st.sampled_from([" ", "\n", "\u00a0 "])).join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    copied = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    found = compare_quotation(copied, Captured(text))
    if any(letter.isalnum() for letter in copied):
        assert found.outcome == "verbatim"
        assert found.excerpt in " ".join(text.split())


@given(st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=examples(100))
def test_any_two_texts_are_compared(words, text):
    found = compare_quotation(words, Captured(text))
    assert " ".join(text[found.start : found.end].split()) == found.excerpt
    assert bool(found.differences) == (found.outcome == "differs")


def test_a_hyphen_in_a_word_is_no_difference():
    source = Captured("Many decision-makers of the long\u2011term plan went on - to no end.")
    assert compare_quotation("Many decision makers of the long-term plan", source).outcome == "verbatim"
    assert compare_quotation("of the long term plan went on to no end", source).outcome == "differs"


@pytest.mark.parametrize("dots", ["…", "...", ". . .", ".. .", ". .."])
def test_dots_for_what_is_left_out_may_have_spaces(dots):
    left_out = compare_quotation(
        f"to resist {dots} for the end", Captured("They want to resist, all of them, for the end")
    )
    assert left_out.outcome == "marked"
    found = compare_quotation("at the end", Captured(f"They want{dots} to resist{dots} at the end"))
    assert (found.outcome, found.excerpt) == ("verbatim", "at the end")


@pytest.mark.parametrize("pieces", [2, 70, 150, 300])
def test_a_quotation_of_many_pieces_is_compared_to_its_end(pieces):
    words = [f"{first}{second}" for first in _SYLLABLES for second in _SYLLABLES] * 4
    source = " ".join(f"{word} {number}" for number, word in enumerate(words))
    parts = source.split()
    quoted = " … ".join(f"{parts[number * 4]} {parts[number * 4 + 1]}" for number in range(pieces))
    assert compare_quotation(quoted, Captured(source)).outcome == ("marked" if pieces <= 200 else "unclear")
    assert compare_quotation(f"{quoted} … zebra", Captured(source)).outcome == (
        "differs" if pieces < 200 else "unclear"
    )


_SYLLABLES = ("ka", "be", "lo", "mi", "ru", "sa", "te", "vo", "na", "pi", "do", "fu", "ge", "hi")


NEAR = {
    ("Labour is finished", "He added: Labor is finished."): ("[Labour] is finished", "[Labor] is finished"),
    ("WE WILL FIGHT", "They say: We will fight."): ("WE [WILL FIGHT]", "We [will fight]"),
    ("It costs £5 million", "It costs £5m."): ("It costs £[5 million]", "It costs £[5m]"),
}


@pytest.mark.parametrize(("words", "source"), NEAR)
def test_half_of_the_words_are_near_whatever_their_letters(words, source):
    found = compare_quotation(words, Captured(source))
    you, its = NEAR[words, source]
    assert (found.outcome, found.differences) == ("differs", (f"you:    {you}", f"source: {its}"))


PERSIAN = "ما در دره می‌مانیم و می‌جنگیم"
SAME_LETTERS = [
    (PERSIAN, PERSIAN.replace("ی", "ي")),
    (PERSIAN, PERSIAN.replace("‌", " ")),
    ("لن نترك وطننا", "لن نتركَ وطنَنا"),
    ("كتاب الناس", "کتاب الناس"),
]


@pytest.mark.parametrize(("one", "other"), SAME_LETTERS)
def test_forms_of_letters_and_vowel_signs_do_not_count(one, other):
    assert compare_quotation(one, Captured(other)).outcome == "verbatim"
    assert compare_quotation(other, Captured(one)).outcome == "verbatim"
