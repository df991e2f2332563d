"""Editorial checks of texts that nobody wrote to be read: none crashes, and none takes long."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.checking import Asked
from briefing.checking.editorial import editorial
from briefing.errors import Position
from briefing.model import Briefing, Element, Masthead, Section
from briefing.model.dates import date_from_edtf

ASKED = Asked(everything=True, today=date_from_edtf("2021-09-02"))
START = Position("briefing.md")


def briefing_of(text, language="en"):
    """Make a briefing of one paragraph that has its text in its title, too."""
    block = Element("p", (text,), {}, START)
    section = Section("s", (text[:200],), (block, block), START)
    masthead = Masthead(text[:300], language, information_as_of=date_from_edtf("2021-08-24"))
    return Briefing(masthead, (section,), START, manuscripts={START.file: text})


REPEATED = [
    *(
        "Aa ",
        "Aa, 12 ",
        "Aa, 12, ",
        "Aa Bb, he is 12, ",
        "Aa-",
        "Aa bin ",
        "A. ",
        "A",
        "(",
        "1, ",
        "5% ",
        "5% a, ",
        "1 a b, ",
        "0 ",
        "+1 ",
        "@a.",
        "a@b.",
    ),
    *("he was 1 ", "aged 9 ", "In 1998 ", "UNCHR ", "(UNCHR ", "UNHRC refugee ", "Monday 1 May 2021 ", "Click here "),
    *("Massoud Masoud ", "Read more "),
]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("words", REPEATED)
def test_a_long_paragraph_takes_no_long_time(words):
    assert list(editorial(briefing_of((words * 40_000)[:40_000]), ASKED)) is not None


@pytest.mark.timeout(20)
def test_many_names_and_short_forms_take_no_long_time():
    letters = [f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}" for n in range(5_000)]
    text = " ".join(f"the {each.upper()}Q" for each in letters)
    names = " ".join(f"the A{each}olan" for each in letters[:2_000])
    assert list(editorial(briefing_of(text), ASKED))
    assert list(editorial(briefing_of(names), ASKED)) is not None


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["Ahmad Massoud", "Masoud", ", 32,", " is 45.", " was nine in 1998", "born in 1970", "He ", "Monday"]
    ),
    st.sampled_from(
        ["UNHRC", "UNCHR", "(UN)", "refugees ", "15 August 2021", "40 per cent", " and ", "60%", "’s", "“"]
    ),
    st.sampled_from(
        ["Click here", "Read more", "a@b.org", "+44 20 7946 0000", "The Northern Alliance", ". ", "\n", ", "]
    ),
)
LANGUAGES = st.sampled_from(["en", "de", "fr", "fa", "ar", "zh", "x-unknown", ""])


@given(st.lists(PIECES, max_size=12).map("".join), LANGUAGES)
@example("\u2028Aa, 1,\u2028", "en")
@settings(deadline=None)
def test_any_text_is_judged_without_a_crash(text, language):
    for each in editorial(briefing_of(text, language), ASKED):
        assert each.severity == "warning"
        assert each.message.endswith(".")
        assert each.position is not None and each.position.line <= text.count("\n") + 1
