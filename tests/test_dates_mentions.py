"""Dates in running text: what is one, and what only has its figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.dates import dates_in


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.date.edtf) for each in dates_in(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The fleet left in 1979 after the storm.", "en", [("1979", "1979")]),
        ("By 1998, the fleet was at its largest.", "en", [("By 1998", "../1998")]),
        ("According to them, since May 2021, nearly 390,000 fled.", "en", [("since May 2021", "2021-05/..")]),
        ("In 1980 and 1990's they failed.", "en", [("1980 and 1990's", "{1980,199X}")]),
        ("It was founded in the 19th century.", "en", [("19th century", "18XX")]),
        ("From 1996 to 2001 they ruled, and on 15 August 2021 they came back.", "en",
         [("From 1996 to 2001", "1996/2001"), ("15 August 2021", "2021-08-15")]),
        ("The 2021 fall of Kabul", "en", [("2021", "2021")]),
        ("In 2021 may come what may.", "en", [("2021", "2021")]),
        ("1979 marschierten sie ein.", "de", [("1979", "1979")]),
        ("Bis 2022 an hundert Schulen, von 1996 an.", "de", [("Bis 2022", "../2022"), ("von 1996 an", "1996/..")]),
        ("Seit Ende Mai 2021 sind 390.000 geflohen.", "de", [("Seit Ende Mai 2021", "2021-05-31~/..")]),
        ("Ils ont pris le pouvoir en 1996.", "fr", [("1996", "1996")]),
        ("Les travaux étaient promis d’ici 2018.", "fr", [("d’ici 2018", "../2018")]),
        ("It was 1996 or so when they left, no later than 1998.", "en",
         [("1996 or so", "1996~"), ("no later than 1998", "../1998")]),
        ("در سال ۱۹۷۹ آمدند", "fa", [("۱۹۷۹", "1979")]),
        ("نزحوا منذ مايو 2021 من بيوتهم", "ar", [("منذ مايو 2021", "2021-05/..")]),
        ("В 1979 году они вошли.", "ru", [("1979", "1979")]),
        ("1979'da geldiler.", "tr", [("1979'da", "1979")]),
    ],
)  # fmt: skip
def test_dates_of_a_sentence(text, language, expected):
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("There were 1979 people.", "en"),
        ("About 1200 people came.", "en"),
        ("Up to 2000 people came.", "en"),
        ("It has 6,000 members and 90 per cent of the land.", "en"),
        ("Call 020-7946-1979, pay $1990, ask for ABC1979.", "en"),
        ("It happened on 15 August.", "en"),
        ("1979 Menschen kamen.", "de"),
        ("No figure at all.", "en"),
    ],
)
def test_other_numbers_are_no_dates(text, language):
    assert found(text, language) == []


@given(st.text("in of the and to 1996 2001 BC,.'s-/May century", max_size=200), st.sampled_from(["en", "de", "tr"]))
def test_what_is_found_stands_in_its_order(text, language):
    ends = [0]
    for mention in dates_in(text, language):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)
