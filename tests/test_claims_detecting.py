"""What a passage claims: figures and quotations that stand in each other."""

from __future__ import annotations

import pytest

from briefing.claims.detecting import detect


def figures(text: str) -> list[str]:
    return [each.words for each in detect(text, "en", with_dates=False).figures if not each.only_lists]


@pytest.mark.parametrize("text", ['The so-called "dirty dozen" of rivers is bad.', "the “filthy five hundred”"])
def test_a_number_word_within_a_name_in_quotation_marks_is_none(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police counted “some 400” protesters.", ["some 400"]),
        ("the “two million” refugees", ["two million"]),
        ("the “real 400,000” refugees", ["400,000"]),
        ("“We left,” said all 5,000 people.", ["5,000 people"]),
    ],
)
def test_a_figure_in_quotation_marks_is_one(text, found):
    assert figures(text) == found
