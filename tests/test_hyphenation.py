"""Where words may be parted."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.typesetting.text.hyphenation import hyphens


def parted(word: str, language: str = "en-GB") -> str:
    places = (0, *hyphens(word, language), len(word))
    return "|".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("language", "word", "wanted"),
    [
        ("en-GB", "resistance", "res|ist|ance"),
        ("en-US", "resistance", "re|sis|tance"),
        ("de", "Bundesverfassungsgericht", "Bun|des|ver|fas|sungs|ge|richt"),
        ("de-AT", "Donaudampfschifffahrt", "Do|nau|dampf|schiff|fahrt"),
        ("fr", "gouvernement", "gou|ver|ne|ment"),
        ("es", "extranjería", "ex|tran|je|ría"),
        ("ru", "правительство", "пра|ви|тель|ство"),
    ],
)
def test_words_are_parted_by_the_rules_of_their_language(language, word, wanted):
    assert parted(word, language) == wanted


@pytest.mark.parametrize(
    "word",
    [
        "Afghanistan",
        "UNHCR",
        "McDonalds",
        "short",
        "a1b2c3d4",
        "government2",
        "research@example.org",
        "example.org/resistance",
        "either/or-otherwise",
        "",
        "…",
    ],
)
def test_names_addresses_and_short_words_stay_whole(word):
    assert hyphens(word, "en-GB") == ()


def test_a_language_without_patterns_parts_no_word():
    assert hyphens("resistance", "cy") == ()


def test_marks_around_a_word_are_no_part_of_it():
    assert parted("“resistance,”") == "“res|ist|ance,”"


def test_a_possessive_is_a_part_of_its_word():
    assert parted("government’s") == "gov|ern|ment’s"


def test_where_the_author_has_marked_a_word_only_the_marks_count():
    assert parted("Af\u00adghani\u00adstan") == "Af\u00ad|ghani\u00ad|stan"
    assert hyphens("\u00adresistance\u00ad", "en-GB") == ()
