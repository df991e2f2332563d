"""The way back: what was typed comes out of what was set, names above all."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing.templating import as_typed
from briefing.templating.typography import typeset_text
from briefing.templating.typography.languages import ROWS

NAMES = [
    "al-Qaida", "al-Qa'ida", "Sana'a", "'Abd al-'Aziz", "Jalāl al-Dīn", "O'Neill", "d'Artagnan", "Lion of Panjshir",
    "Qur'an", "Shi'ite", "Pul-e-Hesar", "l'Afghanistan", "J. R. R. Tolkien", "Dr Smith", "the Smiths'", "Hôtel",
    "Ankara'da", "п'ять", "Louis XIV", "z. B.", "№", "n° 5",
    "ג'ורג'", 'צה"ל', "می\u200cرود", "ل'",
]  # fmt: skip
NUMBERS = [
    "31 December 2001", "12-15", "1996-2001", "2021-09-02", "3-1", "737-800", "p. 7", "pp. 3-9", "80 per cent", "5 km",
    "400 000", "-5 °C", "£ 5", "5'10\"", "10:30-11:45", "'90s", "020 7946 0958", "20.", "1er mai", "5,000-6,000", "§ 5",
    "۸۰%", "٨٠ %", "۱۹۹۶-۲۰۰۱", "۱۵ اگست",
]  # fmt: skip
SIGNS = ['"', "'", "...", "---", " - ", "-", ".", ",", ":", ";", "!", "?", "(", ")", "[", "]", "/", " ", " ", " ", "%"]
PIECES = st.sampled_from([*NAMES, *NUMBERS, *SIGNS, "and", "a", "w", "I", "said", "n'est", "ist"])
TEXTS = st.lists(PIECES, max_size=14).map("".join)
QUOTED = st.recursive(
    st.sampled_from([*NAMES[:8], "word", "80 per cent", "don't"]),
    lambda inner: st.lists(inner | inner.map('"{}"'.format) | inner.map("'{}'".format), min_size=1, max_size=4).map(
        " ".join
    ),
    max_leaves=8,
)
TWO_FOR_ONE = re.compile(r"\d--\d| -- ")
"""Two hyphens where one gives the same dash: what was typed is lost."""
LANGUAGES = st.sampled_from([*ROWS, "en-GB", "fr-BE", "zzx", ""])


@given(TEXTS | QUOTED, LANGUAGES)
@example('Ahmad Shah Massoud, the "Lion of Panjshir", was killed by al-Qa\'ida.', "en-GB")
@example('"a \'b "c" d\' e"', "fr")
def test_what_was_typed_comes_back(text, language):
    assume(not TWO_FOR_ONE.search(text))
    assert as_typed(typeset_text(text, language)) == text


@pytest.mark.parametrize(
    ("typed", "back"),
    [("a word -- and more", "a word - and more"), ("1996--2001", "1996-2001"), ("pp. 3--9", "pp. 3-9")],
)
def test_two_hyphens_come_back_as_one_where_one_says_the_same(typed, back):
    assert as_typed(typeset_text(typed, "en")) == back
    assert typeset_text(back, "en") == typeset_text(typed, "en")


@pytest.mark.parametrize("typed", ["a--b", "-- and more", "He stopped--", "--final", "5 -- 3", "a---b", "a --- b"])
def test_other_hyphens_come_back_as_they_were(typed):
    assert as_typed(typeset_text(typed, "en")) == typed


PRINT = "“”„‚‘’«»‹›–—−…\u00a0\u202f"


@given(st.text(PRINT + "a5 ,", max_size=20), LANGUAGES)
def test_signs_of_print_stay(text, language):
    assert [sign for sign in typeset_text(text, language) if sign in PRINT[:-2]] == [
        sign for sign in text if sign in PRINT[:-2]
    ]
