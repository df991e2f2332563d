"""The scripts of a text: where a number belongs to the letters around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.text.scripts import is_east_asian, is_east_asian_sign, script_runs


def runs(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[run.start : run.end], run.script) for run in script_runs(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "in 2021, ", [("in 2021, ", "Latn")]),
        ("fa", "سال 2021 بود", [("سال ", "Arab"), ("2021 ", "Latn"), ("بود", "Arab")]),
        ("hi", "सन् 2021 में", [("सन् ", "Deva"), ("2021 ", "Latn"), ("में", "Deva")]),
        ("hi", "सन् २०२१ में", [("सन् २०२१ में", "Deva")]),
        ("zh", "2021年8月18日", [("2021年8月18日", "Hani")]),
        ("ja", "の2021年", [("の2021", "Hira"), ("年", "Hani")]),
        ("ko", "2021년 8월", [("2021년 8월", "Hang")]),
        ("ja", "約2.5倍", [("約2.5倍", "Hani")]),
        ("ja", "2021", [("2021", "Hani")]),
        ("en", "2021", [("2021", "Latn")]),
        ("zh-Latn", "2021", [("2021", "Latn")]),
        ("ja", "日本 2021", [("日本 2021", "Hani")]),
        ("en", "日本 2021 was", [("日本 ", "Hani"), ("2021 was", "Latn")]),
        ("en", "日本2021", [("日本2021", "Hani")]),
        ("ja", "NRF 2021", [("NRF 2021", "Latn")]),
        ("ja", "NRF 2021年", [("NRF ", "Latn"), ("2021年", "Hani")]),
        ("ja", "COVID-19の", [("COVID-19", "Latn"), ("の", "Hira")]),
        ("ja", "NRF，2.5倍", [("NRF，", "Latn"), ("2.5倍", "Hani")]),
        ("ja", "約5-10km", [("約", "Hani"), ("5-10km", "Latn")]),
        ("ja", "約3\N{NO-BREAK SPACE}km", [("約", "Hani"), ("3\N{NO-BREAK SPACE}km", "Latn")]),
        ("ja", "（80％）", [("（80％）", "Hani")]),
        ("en", "(80%)", [("(80%)", "Latn")]),
        ("en", "", []),
    ],
)
def test_numbers_belong_to_the_text_that_they_stand_in(language, text, parts):
    assert runs(text, language) == parts


@given(st.text("1２a日あ한س ،。％.\N{NO-BREAK SPACE}\u0301"), st.sampled_from(["en", "ja", "fa"]))
def test_runs_are_the_whole_text(text, language):
    found = runs(text, language)
    assert "".join(part for part, _ in found) == text
    assert all(first != second for (_, first), (_, second) in pairwise(found))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["1 ", "1", "1.", "1日", "1a", "日 1 "])
def test_long_texts_take_no_more_than_their_share(piece):
    assert "".join(part for part, _ in runs(piece * 20_000, "ja")) == piece * 20_000


@pytest.mark.parametrize(
    ("language", "expected"),
    [*(("ja", True), ("zh-Hant-TW", True), ("ko-KR", True), ("yue", True)), *(("en", False), ("zh-Latn", False))],
)
def test_east_asian_languages(language, expected):
    assert is_east_asian(language) is expected


def test_east_asian_signs():
    assert all(map(is_east_asian_sign, "，。、（）％：「」〜・ＡＢ３￥ﾞ〒㎡ー"))
    assert not any(map(is_east_asian_sign, "a,%“…°×①年가😀❤"))
