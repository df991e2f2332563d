"""Where lines may break between words without spaces: the answers of UAX #14, found by pieces."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from uniseg.linebreak import line_break, line_break_boundaries

from briefing.typesetting.text import opportunities as module
from briefing.typesetting.text.opportunities import has_dictionary, opportunities

SIGNS = "一二あアっー、。「」（）“”‘’«»-–— 1a％%$3.,:❤😀🇦🇧…〜／/가각ᄀｱﾞ㎡〇々！?\u0301\u200d\u200b\u2060\u00a0א"


def test_what_is_taken_for_an_ideograph_is_one_to_every_rule():
    alike = [each for each in map(chr, range(sys.maxunicode + 1)) if module._ALIKE.match(each)]
    assert len(alike) > 27_000
    assert {(line_break(each).value, unicodedata.east_asian_width(each)) for each in alike} == {("ID", "W")}
    assert {unicodedata.category(each) for each in alike} == {"Lo"}


@given(st.text(SIGNS, max_size=20))
@example("「国内避難民」は約350万人（UNHCR）にのぼり、女性や子どもが80％を占める。")
@example("一‘‘一一” 一")
def test_a_text_in_pieces_has_the_ends_of_the_whole(text):
    assert list(opportunities(text, "ja")) == [end for end in line_break_boundaries(text) if 0 < end < len(text)]


@pytest.mark.skipif(not has_dictionary(), reason="needs the extra asian")
def test_half_a_surrogate_beside_a_thai_letter_is_no_stumbling_block():
    whole = "\ud800ภาษาไทยง่าย"
    assert opportunities(whole, "th") == opportunities(whole.replace("\ud800", "\ufffd"), "th") != ()


@pytest.mark.timeout(20)
def test_long_texts_take_no_more_than_their_share():
    text = "アフガニスタンでは、8月に首都が制圧された。" * 2_000
    assert len(opportunities(text, "ja")) > len(text) // 2
